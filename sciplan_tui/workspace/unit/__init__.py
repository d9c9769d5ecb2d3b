"""The units of a plan's region: as they are read, kept by hand, and through renames, mergers and splits.

Which unit holds a task is `edit`'s affair.
"""
