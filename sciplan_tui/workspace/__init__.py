"""The use cases, one module each, and the only place that joins readers, store and writers."""
