"""Tables of text that are printed with one row a line, or with a row over some lines."""
