"""What the record says and takes over HTTP: the API, its documentation, and who asks."""
