"""A list of tasks made short for paper: what stands below a task and stands alike is told in its row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.query.tokens import quoted
from sciplan_tui.core.sheet import Code, Sheet, Value
from sciplan_tui.locale import say

_OWN = frozenset({"path", "title", "query"})
"""Columns in which tasks that stand alike may differ."""
_MOST_LEFT_OUT = 3
"""A row whose query must name more places that are not in it is not folded: nobody could read that."""
Row = Mapping[str, Value]


def folded(sheet: Sheet, part: PackPart) -> Sheet:
    """The same list, a task with those right below it that have its state, notes and line as one row, which says how
    many they are, and by which query they are found."""
    keys = [column.key for column in sheet.columns]
    rows: list[tuple[Value, ...]] = []
    headings: set[int] = set()
    for heading, some in _groups(sheet, keys):
        headings.add(len(rows))
        told = [heading, *(row for run in _runs(some) for row in _told(heading, run, some, part))]
        rows.extend(tuple(row[key] for key in keys) for row in told)
    return replace(sheet, rows=tuple(rows), headings=frozenset(headings))


def _groups(sheet: Sheet, keys: Sequence[str]) -> Iterator[tuple[Row, list[Row]]]:
    """Each heading with the rows below it."""
    rows = [dict(zip(keys, row, strict=True)) for row in sheet.rows]
    for start, stop in pairwise([*sorted(sheet.headings), len(rows)]):
        yield rows[start], list(rows[start + 1 : stop])


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that follow each other and may be told as one."""
    run = list[Row]()
    for row in rows:
        if run and _below(row, run[0]) and all(row[key] == run[0][key] for key in row.keys() - _OWN):
            run.append(row)
            continue
        if run:
            yield run
        run = [row]
    if run:
        yield run


def _below(row: Row, above: Row) -> bool:
    return str(row["path"]).startswith(f"{above['path']}.")


def _told(heading: Row, run: Sequence[Row], group: Sequence[Row], part: PackPart) -> Iterator[Row]:
    """The run as one row, or, where no short query finds it, as it is."""
    first, state = run[0], run[0]["state"]
    within = {str(row["path"]) for row in run}
    alike = (row for row in group if _below(row, first) and row["state"] == state)
    left = _topmost([str(row["path"]) for row in alike if row["path"] not in within])
    if len(run) == 1 or len(left) > _MOST_LEFT_OUT or not isinstance(state, Code):
        yield from run
        return
    above, at = part.beyond(str(heading["query"])), part.at(state.value)
    terms = [f"path:{quoted(str(first['path']))}", *(f"-path:{quoted(path)}" for path in left)]
    terms += [] if at in above.split() else [at]
    title = say("pack.with_below", title=first["title"], count=len(run))
    yield {**first, "title": title, "query": part.asking(above, *terms)}


def _topmost(paths: Sequence[str]) -> list[str]:
    """Those that stand below none of the others."""
    return [path for path in paths if not any(path.startswith(f"{other}.") for other in paths)]
