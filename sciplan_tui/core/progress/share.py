"""A share of a whole as a percentage, wherever one is shown."""

from __future__ import annotations


def percent(part: int, whole: int) -> int:
    """Rounded to the nearest of 0 to 100, but 100 is all of them and 0 is none: one of 300 is 1, 299 of 300 are 99."""
    if not whole or not part:
        return 0
    if part >= whole:
        return 100
    return min(max((200 * part + whole) // (2 * whole), 1), 99)
