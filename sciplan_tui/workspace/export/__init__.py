"""A view taken away: chosen, previewed, written as a file or a folder.

What each sheet holds is `sheet`; papers that are composed for a meeting are `paper`.
"""
