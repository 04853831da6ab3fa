"""The read-only service of SDMX-REST 2.x: data, structures, and what data there are."""
