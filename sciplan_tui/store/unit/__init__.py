"""Units of a plan's region: the registry, one of them in full, and what it holds.

Who stands for whom on a day is `as_of`.
"""
