"""Milestones: their boards, and what can be done there."""
