"""One's own account: who I am, what I may do, how I sign in, my programs' tokens, what I did."""
