"""The query line: one text that a screen and a command read alike."""
