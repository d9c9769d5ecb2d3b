"""One task: in full, the lines that prove it, what became of it, and whose statement holds for it.

Many tasks at once are read by `matrix` and `lists`.
"""
