"""What is to be done: the list of all tasks, and the page of one with what became of it."""
