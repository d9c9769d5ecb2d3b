"""How far things are: marks and reported values given, boards and counts read.

What goes out on paper is `paper`, what of it is a sheet is `sheet`.
"""
