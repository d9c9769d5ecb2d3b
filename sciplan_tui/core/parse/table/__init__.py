"""Task tables: those that are tables in the file, and those that lost their grid in the text, as rows and as tasks."""
