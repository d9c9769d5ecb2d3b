"""What an edition leaves undecided, kept among its problems so that it can be found again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.plan import Problem

CODES = {"removal": "proposed_removal", "alike": "proposed_match", "conflict": "conflict"}
"""The problem's code for each reason why a difference is only proposed."""


def problem_rows(problems: Iterable[Problem], differences: Iterable[Difference]) -> Iterator[dict[str, Any]]:
    """The rows of the reader's problems, then of the differences that wait for a person; details are a JSON object."""
    waiting = [_waiting(difference) for difference in differences if not difference.certain]
    for position, problem in enumerate([*problems, *waiting], start=1):
        details = json.dumps(dict(problem.details), ensure_ascii=False)
        yield {"position": position, "code": problem.code, "line": problem.line, "details": details}


def _waiting(difference: Difference) -> Problem:
    told = {
        "kind": difference.kind,
        "path": difference.path,
        "title": difference.title,
        "old": difference.old,
        "new": difference.new,
        "now": difference.now,
    }
    details = tuple((name, value or "-") for name, value in told.items())
    return Problem(CODES[difference.reason or "conflict"], None, details)
