"""What an edition leaves undecided, kept among its problems so that it can be found again and decided later.

A problem's details hold the whole difference. Rejecting it settles the problem. What was settled of the last edition
stays settled where this one brings the same again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sciplan_tui.core.diff.difference import Difference, Identity
from sciplan_tui.core.plan import LISTED, Problem

REASONS = {
    **{"proposed_removal": "removal", "proposed_match": "alike", "conflict": "conflict"},
    **{"proposed_change": "waiting"},
}
"""Why a difference waits, for each problem's code."""
CODES = {reason: code for code, reason in REASONS.items()}
_FIELDS = ("kind", "path", "title", "old", "new", "now", "ratio", "about")
_BETWEEN = "; "
_PLACES = ("line", "lines", "first", "last")
"""Details that tell lines: they move from edition to edition."""
_PAIRED = ("alias_proposed",)
"""Problems about two names, in the order in which the edition prints them."""

Settled = tuple[str | None, str | None]
"""On which day a person settled a problem, and the note."""


def as_problem(difference: Difference) -> Problem:
    """The problem that keeps a difference which nobody has accepted."""
    told = {name: getattr(difference, name) for name in _FIELDS}
    told |= {"turned": _BETWEEN.join(difference.turned) or None, "marks": difference.marks or None}
    details = tuple((name, str(value)) for name, value in told.items() if value is not None)
    return Problem(CODES[difference.reason or "waiting"], None, details)


def difference_of(code: str, details: Mapping[str, str]) -> Difference:
    """The difference that a problem keeps. KeyError: the details are not those of one."""
    told = {name: details.get(name) for name in ("path", "old", "new", "now")}
    ratio = float(details["ratio"]) if "ratio" in details else None
    return Difference(
        *(details["kind"], told["path"], details["title"], told["old"], told["new"], told["now"], REASONS[code]),
        ratio=ratio,
        turned=tuple(filter(None, details.get("turned", "").split(_BETWEEN))),
        marks=int(details.get("marks", 0)),
        about=details.get("about", ""),
    )


def problem_rows(problems: Iterable[Problem], settled: Mapping[object, Settled]) -> Iterator[dict[str, Any]]:
    """The rows of an edition's problems in their order; details are a JSON object. `settled`: by `problem_identity`."""
    for position, problem in enumerate(problems, start=1):
        day, note = settled.get(problem_identity(problem), (None, None)) if settled else (None, None)
        yield {
            **{"position": position, "code": problem.code, "line": problem.line},
            **{"details": json.dumps(dict(problem.details), ensure_ascii=False)},
            **{"settled_on": day, "settled_note": note},
        }


def problem_identity(problem: Problem) -> object:
    """By which a problem is the same in the next edition: its code and its details, lines aside."""
    details = dict(problem.details)
    if problem.code in REASONS and "about" in details:
        return identity_of(problem)
    told = tuple((name, _without_lines(value)) for name, value in problem.details if name not in _PLACES)
    return problem.code, frozenset(value for _, value in told) if problem.code in _PAIRED else told


def _without_lines(value: str) -> str:
    """What is told, without the line numbers that stand in brackets behind it."""
    import re

    return re.sub(r"[（(]\d[\d\s,、;；]{0,60}[)）]", "", re.sub(f"{LISTED}|; ", "、", value))


def identity_of(problem: Problem) -> Identity:
    """That of the difference which a problem keeps."""
    return difference_of(problem.code, dict(problem.details)).identity
