"""Pages of one case: where it stands, an act added, what if; and the list of all cases."""
