"""Figures that are to be reached: the number, what it counts, how often, where."""
