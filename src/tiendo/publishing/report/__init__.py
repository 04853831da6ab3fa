"""Reports that are written from the record: what they say, and the forms that they are handed out in."""
