"""Who holds each node: the statements that belong to it, from the text, its headings and its tables."""
