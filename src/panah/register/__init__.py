"""The register: cases in one encrypted database, each sealed by a key of its own. Names: docs/reference/register.md."""
