"""What the record says: rows become facts, as of any moment, for whoever may see them."""
