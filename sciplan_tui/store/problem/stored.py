"""A problem, from the columns it is kept in."""

from __future__ import annotations

import json

from sciplan_tui.core.plan import Problem


def stored_problem(code: str, line: int | None, details: str) -> Problem:
    """A problem as it was kept: its details are a JSON object, or a list of pairs."""
    said = json.loads(details)
    pairs = said.items() if isinstance(said, dict) else said
    return Problem(code, line, tuple((str(name), str(value)) for name, value in pairs))
