"""Bytes become a `Document`: text, headings, tables, places, metadata. Knows nothing of targets."""
