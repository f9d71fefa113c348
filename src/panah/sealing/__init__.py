"""Cryptography, and the only place for it: keys from passphrases, sealed bytes, the store of case keys, files on disk.

No Django, no clock, no network. What each part is for, and against whom: docs/explanation/threat-model.md.
"""
