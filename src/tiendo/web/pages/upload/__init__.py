"""Taking documents in: files are sent, read by a worker, and shown with what was read and what needs a look."""
