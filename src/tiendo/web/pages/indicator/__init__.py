"""Indicators: the list of all of them, and for each one line through all horizons with every value behind it."""
