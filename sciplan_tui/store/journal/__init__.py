"""The only hand that writes, and the journal of all it wrote, read.

Every gesture comes here as Changes; what must be kept after each of them is kept here too.
"""
