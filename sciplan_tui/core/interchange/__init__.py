"""A plan going out and coming back unchanged: as one object, and as rows of one table."""
