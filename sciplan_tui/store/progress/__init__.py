"""How far things are: marks at milestones, and what boards and overviews count.

Figures are `figure`.
"""
