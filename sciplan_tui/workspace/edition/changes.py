"""The rows of a new edition: what it said, and its problems in place of those of the edition before."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from sciplan_tui.core.diff.difference import removed
from sciplan_tui.core.diff.gathering import Review
from sciplan_tui.core.diff.proposing import Settled, as_problem, problem_identity, problem_rows
from sciplan_tui.core.edition.said import said
from sciplan_tui.core.journal import Change, Row
from sciplan_tui.core.plan import ParsedPlan, Problem


def edition_changes(
    plan: ParsedPlan,
    raw: str,
    plan_id: int,
    number: int,
    at: str,
    review: Review,
    problems: Iterable[Row],
    next_id: Callable[[str], int],
) -> Iterator[Change]:
    """The edition with its problems. `problems` are those of the edition before: what was settled of them stays so."""
    edition, source = next_id("edition"), plan.source
    of_file = {"name": source.name, "sha256": source.sha256, "format": source.format, "encoding": source.encoding}
    said_so = {"imported_at": at, "raw": raw, "said": said(plan)}
    yield Change("edition", edition, None, {"plan_id": plan_id, "number": number, **of_file, **said_so})
    before = tuple(problems)
    for row in before:
        yield removed("problem", row)
    told = (*plan.problems, *proposed(review), *(as_problem(one) for one in review.rejected))
    for new in problem_rows(told, _settled(before)):
        yield Change("problem", next_id("problem"), None, {"edition_id": edition, **new})


def proposed(review: Review) -> Iterator[Problem]:
    """What was not accepted."""
    for at, one in enumerate(review.differences):
        if at not in review.accepted:
            yield as_problem(one)


def _settled(problems: Iterable[Row]) -> dict[object, Settled]:
    found: dict[object, Settled] = {}
    for row in problems:
        if row["settled_on"] is not None:
            details = tuple(json.loads(row["details"]).items())
            problem = Problem(row["code"], row["line"], details)
            found[problem_identity(problem)] = (row["settled_on"], row["settled_note"])
    return found
