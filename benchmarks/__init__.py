"""Measures speed, memory and accuracy of the product; the product never imports it."""
