"""The way out: one module per format."""
