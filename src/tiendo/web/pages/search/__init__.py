"""Search: everything in one box, with results by kind and suggestions while typing."""
