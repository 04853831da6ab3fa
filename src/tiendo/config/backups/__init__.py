"""The running record as one file, and back: database, kept files and secret key."""
