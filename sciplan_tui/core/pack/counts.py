"""How far the tasks are, as the first page of a meeting's pack tells it: in all, by action, by lead."""

from __future__ import annotations

from collections.abc import Iterator

from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.progress.board import settled
from sciplan_tui.core.progress.queries import beneath
from sciplan_tui.core.progress.share import percent
from sciplan_tui.core.progress.sheets import BARS, lookup, overview_sheets, term
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.sheet import Facts, Sheet, sheet, without
from sciplan_tui.locale import say

BY = ("by_action", "by_lead", "by_unit")
_COUNTS = ("tasks", *BARS, LATE, "settled")


def counts(part: PackPart) -> Iterator[Sheet]:
    """All tasks in one row, then the tables by action, by lead, and by unit in any role."""
    yield totals(part)
    made = {one.name: one for one in overview_sheets(part.overview, part.milestone.key)}
    yield from (made[name] for name in BY)


def totals(part: PackPart) -> Sheet:
    """The states of all tasks of the plan."""
    found, tasks = part.board.counts(), len(part.board.cards)
    share = f"{percent(settled(found), tasks)}%" if tasks else None
    numbers = {**{state: found.get(state, 0) for state in (*BARS, LATE)}, "settled": settled(found)}
    facts: Facts = {"plan": part.plan.key, "tasks": tasks, **numbers, "share": share, "query": part.asking()}
    made = sheet("totals", f"plan {' '.join(_COUNTS[:-1])} settled=settled_tasks share query", [facts])
    return Sheet(made.name, made.columns, made.rows, notes=tuple(_terms(part)))


def _terms(part: PackPart) -> Iterator[tuple[str, str]]:
    """How a number is looked up: the term that each column adds to the query of a row."""
    yield lookup(part.overview)
    for name in _COUNTS[1:]:
        yield _head(name), term(part.milestone.key, name)


def rule(part: PackPart, made: Sheet, *, whole: bool = False, plans: bool = False) -> tuple[str, str]:
    """The same in one sentence, for a table on paper: its rows bear their queries, a column adds its term.

    `whole`: it has but one row, whose query is said; `plans`: its rows are plans, and bear whole queries.
    """
    shown = {column.key for column in made.columns}
    told = dict.fromkeys((_head(name), _state_term(name)) for name in _COUNTS[1:] if name in shown)
    heads = say("word.between").join(map(" ".join, told))
    asked = part.asking() if whole else say("pack.small_print") if plans else part.small_print
    said = {"key": part.milestone.key, "query": asked, "columns": heads, "on": part.day}
    return say("pack.note.query"), say("pack.rule", **said)


def _state_term(name: str) -> str:
    return term("", name).partition("=")[2]


def _head(name: str) -> str:
    return say("word.head.settled_tasks" if name == "settled" else f"word.head.{name}")


def path_terms(part: PackPart, path: str) -> tuple[str, ...]:
    """The terms for the tasks of an action: what stands below it, but for what is counted under another one there."""
    return beneath(path, (line.path for line in part.overview.actions))


def telling(made: Sheet) -> Sheet:
    """A table for paper: without the states in which no row has a task."""
    keys = [column.key for column in made.columns]
    return without(
        made, {key for n, key in enumerate(keys) if key in (*BARS, LATE) and not any(row[n] for row in made.rows)}
    )
