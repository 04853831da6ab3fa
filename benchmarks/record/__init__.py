"""How fast the record is: loading many rows, and what is asked of them afterwards."""
