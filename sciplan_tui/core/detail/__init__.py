"""One thing in full, as its page shows it."""
