"""Saved web pages: what the page says, without what is around it."""
