"""Gestures on what a plan says: its tasks, figures and milestones, and who holds a task.

Each carries out one gesture. Marks and reported values are `progress`, what a document says anew is `edition`.
"""
