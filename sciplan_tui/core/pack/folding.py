"""A list of tasks made short for paper: what stands below a task and stands alike is told in its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sciplan_tui.core.sheet import Sheet, Value
from sciplan_tui.locale import say

_OWN = frozenset({"path", "title", "query"})
"""Columns in which tasks that stand alike may differ."""
Row = tuple[Value, ...]


def folded(sheet: Sheet) -> Sheet:
    """The same list, a task with those right below it that have its state, notes and line as one row."""
    keys = [column.key for column in sheet.columns]
    rows: list[Row] = []
    headings: set[int] = set()
    for place, some in _runs(sheet, keys):
        headings |= {len(rows)} if place in sheet.headings else set()
        rows.append(_told(some, keys))
    return replace(sheet, rows=tuple(rows), headings=frozenset(headings))


def _runs(sheet: Sheet, keys: Sequence[str]) -> Iterator[tuple[int, list[Row]]]:
    """Rows that are told as one, and the place of the first."""
    path, alike = keys.index("path"), [place for place, key in enumerate(keys) if key not in _OWN]
    start, run = 0, list[Row]()
    for place, row in enumerate(sheet.rows):
        first = run[0] if run else None
        goes_on = first is not None and place not in sheet.headings and start not in sheet.headings
        if goes_on and _below(row[path], first[path]) and all(row[one] == first[one] for one in alike):  # type: ignore[index]
            run.append(row)
        else:
            if run:
                yield start, run
            start, run = place, [row]
    if run:
        yield start, run


def _below(path: Value, above: Value) -> bool:
    return str(path).startswith(f"{above}.")


def _told(run: Sequence[Row], keys: Sequence[str]) -> Row:
    first, *others = run
    if not others:
        return first
    told = dict(zip(keys, first, strict=True))
    told["title"] = say("pack.with_below", title=told["title"], count=len(others))
    return tuple(told[key] for key in keys)
