"""How fast and how heavy the pages are, with as many readers as the goal names, beside Datasette."""
