"""A Problem as a person reads it."""

from __future__ import annotations

from sciplan_tui.core.plan import Problem
from sciplan_tui.locale import say

_UNDECIDED = {"proposed_removal": "removal", "proposed_match": "alike", "conflict": "conflict"}
"""Problems that hold a difference of an edition, and why it waits for a person."""


def sentence(problem: Problem) -> str:
    """Its sentence in the language in force.

    A stored problem may be older or newer than the sentences of this program: its code and details are then shown, for
    a list must not fail on one row.
    """
    try:
        details = dict(problem.details)
        if problem.code in _UNDECIDED:
            details = {"said": _difference(details, _UNDECIDED[problem.code])}
        return say(f"problem.{problem.code}", **details)
    except (KeyError, IndexError, ValueError):
        return " ".join((problem.code, *(f"{name}={value}" for name, value in problem.details)))


def _difference(details: dict[str, str], reason: str) -> str:
    from sciplan_tui.core.diff.difference import Difference
    from sciplan_tui.core.difference_sentence import sentence as difference_sentence

    old, new, now = (None if (value := details[name]) == "-" else value for name in ("old", "new", "now"))
    return difference_sentence(Difference(details["kind"], details["path"], details["title"], old, new, now, reason))
