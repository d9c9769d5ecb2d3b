"""The tasks of a table that is a part of the plan: each row a task, below what heads it, below the part of the table.

A table in the midst of the text stands below the heading that it stands under.

The rows of one number become 1.1, 1.2, 1.3 of that number. Where only the first of them names units, a merged cell has
them for all: they stand once, at the number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Holding, Line, Node, Span
from sciplan_tui.core.parse.line.markers import marker
from sciplan_tui.core.parse.outline.titles import first_sentence
from sciplan_tui.core.parse.table.in_text.text_tables import TextTable
from sciplan_tui.core.parse.table.rows import Cell, TaskRow
from sciplan_tui.core.parse.table.stated_headings import stated_heading
from sciplan_tui.core.plan import Kind

Pair = tuple[TaskRow, Holding]
"""A row and what its units hold."""


class TableTasks(NamedTuple):
    """The nodes of a table, and what each holds by its path."""

    nodes: tuple[Node, ...]
    held: dict[str, Holding]


def table_tasks(table: TextTable, pairs: Sequence[Pair], lines: Sequence[Line], nodes: Sequence[Node]) -> TableTasks:
    """The rows as tasks; `nodes`: the outline, behind which the table is a part, if there is one. In a document that is
    all tables, the headings of the next one count on.
    """
    held: dict[str, Holding] = {}
    last: dict[str, int] = {}
    home = _home(table, lines, nodes, last)
    counts_on = _counts_on(table, pairs, nodes)
    if counts_on:
        last[""] = _last_root(nodes)
    part = None if counts_on or not nodes else _part(table, lines, nodes, home, last)
    made: list[Node] = [part] if part and part is not home else []
    for node, holding in _below(list(_grouped(pairs)), 0, part, last, lines):
        made.append(node)
        if holding.assignments or holding.deadline:
            held[node.path] = holding
    return TableTasks(tuple(made), held)


def with_tasks(nodes: Sequence[Node], made: Sequence[Node]) -> list[Node]:
    """The outline with the nodes of a table: behind all that stands under their heading, else at the end."""
    home = made[0].parent if made else None
    end = max((at for at, node in enumerate(nodes, 1) if home and f"{node.path}.".startswith(f"{home}.")), default=0)
    return [*nodes[:end], *made, *nodes[end:]] if end else [*nodes, *made]


def _grouped(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The rows with what heads them, said at each: a merged cell, or a line above the first of them."""
    group: Cell | None = None
    over: tuple[Cell, ...] = ()
    for row, holding in pairs:
        if row.group and (group is None or row.group.text != group.text or row.over != over):
            group, over = row.group, row.over
        yield row._replace(group=group, over=over), holding


def _below(
    pairs: Sequence[Pair], depth: int, above: Node | None, last: dict[str, int], lines: Sequence[Line]
) -> Iterator[tuple[Node, Holding]]:
    """The nodes of rows that have `depth` headings in common: the next heading of each, and what stands below it."""
    for heading, headed in groupby(pairs, key=lambda pair: _headings(pair[0])[depth : depth + 1]):
        rows = list(headed)
        if not heading:
            yield from _of_group(rows, above, last, lines)
            continue
        told = stated_heading(heading[0].text, heading[0].line)
        path = _path(above, _value(heading[0]), last)
        group = _group(heading[0]._replace(text=told.title), rows, path, above, lines)
        yield group, told.holding
        yield from _below(rows, depth + 1, group, last, lines)


def _headings(row: TaskRow) -> tuple[Cell, ...]:
    return (*row.over, row.group) if row.group else ()


def _value(group: Cell) -> int:
    """The number that is printed before a heading; 1 where none is."""
    found = marker(group.text)
    return (found.number if found else None) or 1


def _path(above: Node | None, value: int, last: dict[str, int]) -> str:
    """The path of a number below a node, or the next one that is free; `last`: the number given last below each."""
    before = f"{above.path}." if above else ""
    last[before] = max(value, last.get(before, 0) + 1)
    return f"{before}{last[before]}"


def _home(table: TextTable, lines: Sequence[Line], nodes: Sequence[Node], last: dict[str, int]) -> Node | None:
    """The heading that a table stands under, if the outline goes on behind it, or nothing else stands under that one;
    None where it is an annex.
    """
    first, end = lines[table.first].number, lines[table.last].number
    written = [node for node in nodes if node.heading or (node.inferred and not node.body)]
    above = [node for node in written if node.line <= first]
    if not above or (written[-1].line <= end and not _heads_only(above[-1], table, lines)):
        return None
    home = above[-1]
    below = [node.path.removeprefix(f"{home.path}.") for node in nodes if node.path.startswith(f"{home.path}.")]
    last[f"{home.path}."] = max((int(number) for number in below if number.isdecimal()), default=0)
    return home


def _heads_only(node: Node, table: TextTable, lines: Sequence[Line]) -> bool:
    """Whether a heading that stands alone has a table right below it."""
    first = lines[table.first].number
    return node.alone and not table.title and not any(node.line < line.number < first and line.text for line in lines)


def _counts_on(table: TextTable, pairs: Sequence[Pair], nodes: Sequence[Node]) -> bool:
    """Whether a table without a title goes on with those before it: nothing else is written, all rows are headed."""
    written = any(node.heading or node.inferred for node in nodes)
    return bool(nodes) and not (table.title or written) and all(row.group for row, _ in pairs)


def _last_root(nodes: Sequence[Node]) -> int:
    return max((int(root) for node in nodes if (root := node.path.split(".")[0]).isdecimal()), default=0)


def _part(
    table: TextTable, lines: Sequence[Line], nodes: Sequence[Node], home: Node | None, told: dict[str, int]
) -> Node:
    """The table as the next part of the outline; under a heading it is a group there, if it has a title."""
    if home and not table.title:
        return home
    path = _path(home, 1, told) if home else str(_last_root(nodes) + 1)
    first, last = lines[table.first], lines[table.last]
    heading = Span(first, 0, len(first.text)) if table.title and not home else None
    title, kind = table.title or "任务分工表", Kind.TASK_GROUP if home else Kind.PART
    parent = home.path if home else None
    return Node(path, parent, None, title, kind, first.number, last.number, not table.title, True, heading, ())


def _group(group: Cell, rows: Sequence[Pair], path: str, part: Node | None, lines: Sequence[Line]) -> Node:
    """What heads some rows, as the node above them."""
    found = marker(group.text)
    number, title = (found.printed, group.text[found.end :]) if found else (None, group.text)
    title = "".join(title.split())
    kind = Kind.ACTION if title.endswith("行动") else Kind.PROJECT if title.endswith("工程") else Kind.TASK_GROUP
    end = lines[rows[-1][0].last].number
    return Node(path, part.path if part else None, number, title, kind, group.line, end, False, True, None, ())


def _of_group(
    rows: Sequence[Pair], above: Node | None, last: dict[str, int], lines: Sequence[Line]
) -> Iterator[tuple[Node, Holding]]:
    """The tasks of the rows that stand below one node."""
    for _, of_number in groupby(enumerate(rows), key=_task_of):
        path = _path(above, 1, last)
        yield from _of_number([pair for _, pair in of_number], path, above.path if above else None, lines)


def _task_of(item: tuple[int, Pair]) -> tuple[str, str | int]:
    """What the rows of one task have in common: their number, or without one their title, which a merged cell has."""
    place, (row, _) = item
    return (row.number, "") if row.number else ("", row.title or place)


def _of_number(
    rows: Sequence[Pair], path: str, parent: str | None, lines: Sequence[Line]
) -> Iterator[tuple[Node, Holding]]:
    first, last = rows[0][0], rows[-1][0]
    if len(rows) == 1:
        yield _task(first, path, parent, first.name, Kind.TASK, lines, last.last), rows[0][1]
        return
    shared, own = _shared(rows)
    yield _task(first, path, parent, first.name, Kind.TASK_GROUP, lines, last.last, own=False), shared
    for place, (row, holding) in enumerate(own, start=1):
        title = row.name if row.title != first.title else first_sentence(row.content) or row.title
        yield _task(row, f"{path}.{place}", path, title, Kind.TASK, lines, row.last), holding


def _shared(rows: Sequence[Pair]) -> tuple[Holding, Sequence[Pair]]:
    """What the rows of one number hold together, and what each holds alone."""
    first = rows[0][1]
    if not first.assignments or any(holding.assignments for _, holding in rows[1:]):
        return Holding(), rows
    alone = [(row, Holding(deadline=holding.deadline)) for row, holding in rows]
    return first._replace(deadline=None), alone


def _body(row: TaskRow, lines: Sequence[Line], last: int) -> tuple[Span, ...]:
    if row.within:
        return (Span(lines[row.first], *row.within),)
    return tuple(Span(line, 0, len(line.text)) for line in lines[row.first : last + 1] if line.text)


def _task(
    row: TaskRow,
    path: str,
    parent: str | None,
    title: str,
    kind: Kind,
    lines: Sequence[Line],
    last: int,
    *,
    own: bool = True,
) -> Node:
    body = _body(row, lines, last) if own else ()
    begin = lines[row.first]
    title = title.rstrip("。；;")
    return Node(
        path, parent, row.number or None, title, kind, begin.number, lines[last].number, False, False, None, body
    )
