"""Settings, names on the screen, taking cases in."""
