"""From files to editions: read, checked, imported, compared, and what they propose decided.

What a person changes by hand is `edit`.
"""
