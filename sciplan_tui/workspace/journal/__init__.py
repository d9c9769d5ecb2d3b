"""What was done: gone through, taken back, brought back, and heard of when others did it.

What an entry holds is made where the gesture is.
"""
