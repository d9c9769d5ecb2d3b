"""Papers: what duty sheets are made of, what was issued, and what moved since."""
