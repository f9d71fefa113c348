"""Reminders: the page, the desktop, mail, the feed."""
