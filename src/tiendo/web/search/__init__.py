"""Search: what can be found is put into an index, a query is read in several ways, what it finds is ranked."""
