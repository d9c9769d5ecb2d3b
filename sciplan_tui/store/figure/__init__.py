"""Figures: promised, reported, and whether their aims are reached."""
