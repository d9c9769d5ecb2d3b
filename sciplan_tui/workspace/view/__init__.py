"""What is looked at: one open connection, what a query matches there, and the frame that it makes.

Views by name and what is remembered of looking belong here. Nothing here writes to the database.
"""
