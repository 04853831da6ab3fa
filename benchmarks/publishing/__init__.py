"""How fast reports and open data are written."""
