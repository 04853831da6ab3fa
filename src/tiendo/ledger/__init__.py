"""The record: what was read, decided and reported, by whom, when and why; nothing in it is overwritten."""
