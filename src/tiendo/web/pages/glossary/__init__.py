"""The terms of the product, in both languages, with what they mean."""
