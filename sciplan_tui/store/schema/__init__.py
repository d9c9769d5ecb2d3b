"""The tables as SQLModel declares them, and `schema.sql` as the revisions draw it.

Only edits and tests need them: whoever only reads runs plain SQL, and imports nothing from here.
"""
