"""The parts that pages share, and a page that shows them all."""
