"""First start, unsealing, sealing: the pages that are there without a key."""
