"""What can be taken along: tables, drawings and the API, with licence and state of the record."""
