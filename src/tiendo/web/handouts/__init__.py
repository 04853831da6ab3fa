"""What is handed out of the record, gathered once for pages, the API and commands alike."""
