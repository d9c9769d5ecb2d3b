"""What a person's names mean: tasks by their path, units by their name, across plans.

What a query says is `query`.
"""
