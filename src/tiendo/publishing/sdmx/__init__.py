"""Results and targets as SDMX: the structures that describe them, and data messages that are written as they come."""
