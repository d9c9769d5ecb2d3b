"""The way in: one module per format, from bytes to a Document."""
