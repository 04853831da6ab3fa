"""Reports: a period is chosen, the report is seen before it leaves, taken along, and checked when it comes back."""
