"""A Problem as a person reads it."""

from __future__ import annotations

from sciplan_tui.core.plan import Problem
from sciplan_tui.locale import say


def sentence(problem: Problem) -> str:
    """Its sentence in the language in force.

    A stored problem may be older or newer than the sentences of this program: its code and details are then shown, for
    a list must not fail on one row.
    """
    try:
        return say(f"problem.{problem.code}", **dict(problem.details))
    except (KeyError, IndexError, ValueError):
        return " ".join((problem.code, *(f"{name}={value}" for name, value in problem.details)))
