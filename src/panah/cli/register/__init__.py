"""The commands of the register; the only ones that start Django, and only when they are asked for."""
