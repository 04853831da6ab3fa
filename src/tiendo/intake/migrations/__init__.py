"""The steps from an empty database to the present one, each with a name that says what it does."""
