"""The law as pages: every rule, and what it says."""
