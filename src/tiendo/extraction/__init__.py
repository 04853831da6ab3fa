"""A `Document` becomes fact records, each with its span. Small stages that say what they read and write."""
