"""What is new, for programs that look now and then."""
