"""What administrators look after: accounts, agencies, the lists of reference, the health of the record."""
