"""The report of a session, section by section, made of what was found in it. Pure."""
