"""What queries look through, what they mean for stored tasks, and in which order those stand.

What is shown of the tasks that are found is read by `matrix` and `lists`.
"""
