"""What every gesture shares: one transaction, one journal entry, and what a person gives it, checked.

What one kind of gesture does stands in the room of what it changes.
"""
