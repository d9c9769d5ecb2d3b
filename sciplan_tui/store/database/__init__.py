"""The file: made, opened, told for ours, brought up to date, copied; and what is wrong with it, in words.

What its tables hold is the other rooms' affair.
"""
