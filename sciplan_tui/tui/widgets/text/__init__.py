"""What the lists say in a line, and in full below."""
