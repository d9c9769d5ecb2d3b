"""The overview of what the matrix shows, and its faces."""
