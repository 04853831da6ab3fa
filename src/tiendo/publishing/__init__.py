"""Results become things to hand out: a table in the terminal, a picture, open data."""
