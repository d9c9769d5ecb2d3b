"""The subject itself, in plain Python: no I/O and no third-party import."""
