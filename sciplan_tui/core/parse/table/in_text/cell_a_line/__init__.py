"""Tables of text that are printed with one cell a line."""
