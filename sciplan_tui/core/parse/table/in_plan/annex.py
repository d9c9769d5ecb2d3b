"""What a task table does to the plan: it repeats the statements of the text, gives the text its units, or is the plan.

Most of its rows stand in the outline: each is held against its node, counted once, every difference is a Problem, and
a node that names nobody takes the row's units. Else each row becomes a task (`table_tasks`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Holding, Line, Node
from sciplan_tui.core.parse.statement.reading import Reading
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS
from sciplan_tui.core.parse.table.in_plan.row_nodes import Stated, Titles
from sciplan_tui.core.parse.table.in_plan.tasks import table_tasks
from sciplan_tui.core.parse.table.in_text.text_tables import TextTable
from sciplan_tui.core.parse.table.row_numbers import lost_numbers, titles_apart
from sciplan_tui.core.parse.table.rows import TaskRow, repeated
from sciplan_tui.core.parse.table.unknown_columns import column_problem
from sciplan_tui.core.plan import LISTED, Problem, Role

_LONGEST_TITLE = 40


class Reconciled(NamedTuple):
    """What a table adds: holdings by path, nodes of its own, and what was found."""

    holdings: Mapping[str, Holding]
    nodes: tuple[Node, ...]
    problems: tuple[Problem, ...]


def reconcile(
    table: TextTable, lines: Sequence[Line], nodes: Sequence[Node], held: Mapping[str, Holding], *, first_leads: bool
) -> Reconciled:
    """Hold a table against the outline and what its nodes hold already."""
    if not table.rows:
        return Reconciled({}, (), (Problem("table_unread", lines[table.first].number),))
    table = table._replace(rows=_numbered(_apart(tuple(repeated(table.rows)))))
    found = _reconcile(table, lines, nodes, held, first_leads=first_leads)
    line = lines[table.first].number
    unread = (column_problem(head, units, line) for head, units in table.unread)
    left = (Problem("row_untitled", at) for at in table.left)
    return found._replace(problems=(*found.problems, *unread, *_unclear(table.rows), *left))


def _apart(rows: Sequence[TaskRow]) -> Sequence[TaskRow]:
    """The rows with the numbers that their titles begin with, where none has another."""
    told = [] if any(row.number for row in rows) else titles_apart([row.title for row in rows])
    return (
        [row._replace(number=number, title=title) for row, (number, title) in zip(rows, told, strict=True)]
        if told
        else rows
    )


def _numbered(rows: Sequence[TaskRow]) -> tuple[TaskRow, ...]:
    """The rows with the numbers that some have lost; what stands for the cells above them is taken back."""
    repeated = [False, *(_goes_on(above, row) for above, row in pairwise(rows))]
    lost = lost_numbers(["" if again else row.number for again, row in zip(repeated, rows, strict=True)])
    told = list(rows)
    for place, number in lost.items():
        again = repeated[place] and rows[place].title == rows[place - 1].title
        told[place] = rows[place]._replace(number=number, title="" if again else rows[place].title)
    return tuple(told)


def _unclear(rows: Sequence[TaskRow]) -> Iterator[Problem]:
    """What the unit cells leave open, and the rows whose units could not be told from their other words."""
    for row in rows:
        doubts = [doubt for _, reading in row.readings() for doubt in reading.problems]
        doubts += [("unit_unreadable", row.content[-_LONGEST_TITLE:])] if row.unread else []
        yield from (Problem(code, row.line, (("text", text),)) for code, text in doubts)
        if row.short:
            yield _problem("row_cell_missing", row)
        elif not row.title:
            yield _problem("row_title_missing", row, title=row.name)


def _reconcile(
    table: TextTable, lines: Sequence[Line], nodes: Sequence[Node], held: Mapping[str, Holding], *, first_leads: bool
) -> Reconciled:
    holdings = [_holding(row, first_leads) for row in table.rows]
    titles, stated = Titles(nodes), Stated(nodes, held)
    matches = [titles.like(row) or stated.alike(holding) for row, holding in zip(table.rows, holdings, strict=True)]
    matches = list(_but_parts(matches, holdings, held))
    if 2 * sum(match is not None for match in matches) < len(table.rows) or _is_split(table.rows):
        return _as_tasks(table, list(zip(table.rows, holdings, strict=True)), lines, nodes)
    compared = _against_text(table, holdings, matches, held)
    left = [pair for pair, match in zip(zip(table.rows, holdings, strict=True), matches, strict=True) if match is None]
    own = _as_tasks(table, left, lines, nodes) if left else Reconciled({}, (), ())
    return Reconciled({**compared.holdings, **own.holdings}, own.nodes, compared.problems)


def _but_parts(
    matches: Sequence[Node | None], holdings: Sequence[Holding], held: Mapping[str, Holding]
) -> Iterator[Node | None]:
    """The tasks of the text that the rows repeat; several rows of one, by units that it does not name, are parts of it
    that only the table has.
    """
    rows = Counter(node.path for node in matches if node)
    for node, holding in zip(matches, holdings, strict=True):
        said = {one.unit for one in _said_of(node, held).assignments} if node and rows[node.path] > 1 else set()
        yield None if said and said.isdisjoint(one.unit for one in holding.assignments) else node


def _is_split(rows: Sequence[TaskRow]) -> bool:
    return any(row.number and _goes_on(row, after) for row, after in pairwise(rows))


def _goes_on(above: TaskRow, row: TaskRow) -> bool:
    """Whether a row has the number of the one above; numbers may begin anew below each heading."""
    headed = row.group and (not above.group or row.group.text != above.group.text)
    return row.number == above.number and not headed


def _holding(row: TaskRow, first_leads: bool) -> Holding:
    quote = "|".join("".join(cell.text.split()) for cell in row.cells if cell.column in UNIT_COLUMNS)
    joined = Holding(deadline=row.deadline)
    readings = [reading for _, reading in row.readings()]
    led = any(role is Role.LEAD for reading in readings for role, _ in reading.roles)
    for reading in readings:
        reading = _alone(reading, len(readings) == 1 or (reading.mixed and not led), first_leads)
        added = Holding(reading.assignments(row.line, quote), reading.proposals(row.line, quote), reading.open_list)
        joined = joined.joined(added)
    return joined


def _alone(reading: Reading, alone: bool, first_leads: bool) -> Reading:
    """Only a list that stands alone in its row is undivided: beside a lead column, nobody else is proposed."""
    if not alone:
        return reading.divided()
    return reading.with_first_leading() if first_leads else reading


def _against_text(
    table: TextTable, holdings: Sequence[Holding], matches: Sequence[Node | None], held: Mapping[str, Holding]
) -> Reconciled:
    added: dict[str, Holding] = {}
    titles, units = [], []
    for row, holding, node in zip(table.rows, holdings, matches, strict=True):
        if node is None:
            units.append(_problem("annex_row_unmatched", row, title=row.title))
            continue
        if "".join(node.title.split()) != "".join(row.title.split()).rstrip("。"):
            titles.append(_problem("annex_title_differs", row, text=node.title, table=row.title, path=node.path))
        said = _said_of(node, held)
        if not said.assignments:
            added[node.path] = holding
        elif difference := _difference(said, holding):
            units.append(_problem("annex_units_differ", row, title=node.title, units=difference, path=node.path))
    counts = (("rows", str(len(table.rows))), ("units", str(len(units))), ("titles", str(len(titles))))
    repeated = Problem("annex_repeats", table.rows[0].line, counts)
    return Reconciled(added, (), (*([] if len(added) == len(table.rows) else [repeated]), *titles, *units))


def _said_of(node: Node, held: Mapping[str, Holding]) -> Holding:
    """What the text says of a node: its own statement, else those of the items below it together."""
    if node.path in held:
        return held[node.path]
    said = Holding()
    for path, holding in held.items():
        said = said.joined(holding) if path.startswith(f"{node.path}.") else said
    return said


def _difference(text: Holding, table: Holding) -> str:
    """The units that only one of both names, or names in another role (then told): `+` the table's, `-` the text's."""
    mine = {(held.role, held.unit) for held in text.assignments}
    theirs = {(held.role, held.unit) for held in table.assignments}
    signs = [*(("+", one) for one in sorted(theirs - mine)), *(("-", one) for one in sorted(mine - theirs))]
    both = {unit for _, unit in mine} & {unit for _, unit in theirs}
    return LISTED.join(f"{sign}{unit} {role}" if unit in both else f"{sign}{unit}" for sign, (role, unit) in signs)


def _problem(code: str, row: TaskRow, **details: str) -> Problem:
    return Problem(code, row.line, (("row", row.number or str(row.line)), *details.items()))


def _as_tasks(
    table: TextTable, pairs: Sequence[tuple[TaskRow, Holding]], lines: Sequence[Line], nodes: Sequence[Node]
) -> Reconciled:
    made, held = table_tasks(table, pairs, lines, nodes)
    return Reconciled(held, made, ())
