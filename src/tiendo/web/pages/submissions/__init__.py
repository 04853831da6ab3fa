"""Tables of results that agencies send in: the list, each with its rows, sending one, opening and withdrawing it."""
