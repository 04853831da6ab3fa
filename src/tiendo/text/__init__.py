"""Vietnamese text as such: Unicode forms, keys, printed numbers, number words, dates. It knows nothing else."""
