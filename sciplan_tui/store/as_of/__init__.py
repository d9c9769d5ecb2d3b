"""What holds on the day asked for: assignments and marks, made on a connection that reads.

Whoever reads them afterwards need not know which day it is.
"""
