"""What goes in and out, named field by field."""
