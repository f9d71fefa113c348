"""Search over people, acts, sources, tasks, notes and the law, in any form of a word."""
