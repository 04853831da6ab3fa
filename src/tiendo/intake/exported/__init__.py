"""The whole record outside a database: written, proved without one, and taken in again."""
