"""The outline: headings with and without numbers, what hangs below what, what each node is."""
