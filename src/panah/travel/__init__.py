"""The travel file: one case in one sealed HTML file that a browser opens without Panah and without a network.

Why so and not the laptop over the network: docs/decisions/0007-travel-file.md.
"""
