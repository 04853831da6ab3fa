"""The shell around documents: read a file whole, say what became of it, and hand it to the record."""
