"""Panah: from the dated acts of a case and the law as data to what is due, what protects and what was broken.

Only the version is here; import the part you need (`panah.timelimits`, `panah.lawmodel`, `panah.procedure`).
"""

__version__ = "0.1.0"
