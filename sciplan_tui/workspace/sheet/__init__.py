"""Lists of what a view holds, as sheets: whole, in parts, as they are printed and copied.

What file they go into is `export`'s affair.
"""
