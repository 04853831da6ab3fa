"""Results and targets as open data: one description of the columns, and what each format makes of them."""
