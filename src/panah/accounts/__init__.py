"""Members of the practice: an alias, a role. Passwords and second factors belong to the office, later."""
