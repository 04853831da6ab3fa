"""The checks: each recomputes one kind of relation and stands in a file of its own."""
