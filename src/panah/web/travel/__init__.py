"""The travel file, made from the page of a case."""
