"""The texts in English, a module an area."""
