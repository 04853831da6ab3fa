"""Reports: a period is chosen, the report is seen before it leaves, taken along, checked when it comes back."""
