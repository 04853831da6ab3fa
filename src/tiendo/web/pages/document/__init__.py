"""The document with everything that was read in it, and its review."""
