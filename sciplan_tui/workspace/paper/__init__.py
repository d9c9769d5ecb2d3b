"""Papers for a meeting and for units: the pack, the duty sheets, the draft of a report.

Each is read whole, then written in one gesture; what went out is noted, so that the next can tell what moved.
"""
