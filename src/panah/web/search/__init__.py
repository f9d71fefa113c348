"""Search over people, acts and sources, in any form of a word."""
