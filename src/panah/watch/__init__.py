"""Reminders: few, staged, neutral; on the pages, from the desktop, by mail, in a calendar. Nothing while sealed."""
