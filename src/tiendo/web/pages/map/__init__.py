"""One indicator on the map of the province, unit by unit."""
