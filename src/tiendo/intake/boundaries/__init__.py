"""Official boundary files (GeoJSON) become the outlines that maps are drawn with; `docs/territory.md` says how."""
