"""Tables that are tables in the file, and files that are one table."""
