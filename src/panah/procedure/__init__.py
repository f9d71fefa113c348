"""A case file in, a position out: pure, the same answer for the same input."""
