"""How the place of a task is told to readers: one that yielded its path to another task stands where that was once."""

from __future__ import annotations

from sciplan_tui.locale import say

YIELDED = "'"
"""Behind the number of a task that yielded its path to another one of that number: `2.1.3'`."""


def place_words(path: str) -> str:
    """The path; of a task that yielded it (`2.1.3'`), or stands below one that did, the one it had before."""
    return say("word.former_place", place=path.replace(YIELDED, "")) if YIELDED in path else path


def number_words(number: str | None, path: str) -> str | None:
    """The number as printed; of a task that yielded its path, the one it bore before."""
    return say("word.former_place", place=number) if number and path.endswith(YIELDED) else number
