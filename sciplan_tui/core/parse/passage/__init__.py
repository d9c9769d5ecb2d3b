"""Where unit statements stand in the running text."""
