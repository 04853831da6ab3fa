"""What does not add up: all findings of the audit, each with its working."""
