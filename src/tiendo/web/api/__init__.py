"""The HTTP API: questions about the record, and changes of it."""
