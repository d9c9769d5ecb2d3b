"""A plain task table, one task a row, its columns found by their heads wherever the head row stands.

Rows above the head may bear the plan's title; a row with one filled cell, or a column 章节, groups the rows below it.
A number that stands at several rows, or not at all, belongs to one task in parts: 3 becomes 3 with 3.1, 3.2 below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import PurePath

from sciplan_tui.core.document import Table, TableRow
from sciplan_tui.core.parse.draft import Line, Node, Span
from sciplan_tui.core.parse.figure.targets import read_cell
from sciplan_tui.core.parse.head.places import region_of
from sciplan_tui.core.parse.line.markers import marker
from sciplan_tui.core.parse.outline.titles import first_sentence
from sciplan_tui.core.parse.selfcheck import self_check
from sciplan_tui.core.parse.statement.roles import FIRST_LISTED, Label
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_head
from sciplan_tui.core.parse.table.in_file.table_title import period_of, title_above
from sciplan_tui.core.parse.table.open_headings import OpenHeadings
from sciplan_tui.core.parse.table.row_numbers import lost_numbers, titles_apart
from sciplan_tui.core.parse.table.rows import DITTO, Cell
from sciplan_tui.core.parse.table.stated_headings import stated_heading
from sciplan_tui.core.parse.table.task_rows import Row, find_head, names_no_task, numbered_in_words
from sciplan_tui.core.parse.table.unit_cells import read_unit_cell, units_alone
from sciplan_tui.core.parse.table.unknown_columns import column_problem, spanned, unread_columns
from sciplan_tui.core.parse.time.milestones import read_milestones
from sciplan_tui.core.parse.unit.settled_names import settled_tasks
from sciplan_tui.core.plan import (
    Assignment,
    Kind,
    ParsedPlan,
    Problem,
    Proposal,
    Role,
    Source,
    Target,
    Task,
)
from sciplan_tui.core.progress.status import due_day
from sciplan_tui.core.unit.counts import count_units
from sciplan_tui.core.unit.registry import is_collective
from sciplan_tui.errors import ReadingError

LONGEST_TITLE = 60


@dataclass(slots=True)
class _Outline:
    """The tasks as they grow: paths are given out, numbers that repeat are put below one another. `groups` are those
    made of headings, by their lines.
    """

    tasks: list[Task] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    group: Task | None = None
    heading: str = ""
    headings: OpenHeadings = field(default_factory=OpenHeadings)
    groups: dict[int, Task] = field(default_factory=dict)
    last: Task | None = None
    parts: int = 0
    first_leads: bool = False
    paths: set[str] = field(default_factory=set)


def read_task_table(table: Table, source: Source, region: str | None = None) -> ParsedPlan:
    """The plan that a task table tells; `region`: its place, where its title does not tell it.

    Raises ReadingError: no column of tasks, or no row below the heads.
    """
    rows = table.rows
    at, columns, heads = find_head(rows)
    outline = _Outline(first_leads=_rules_first_leads(rows, at))
    above = {row.cells for row in rows[: at + 1]}
    told = [row for row in rows[at + 1 :] if row.cells not in above and not _is_head(row, columns)]
    below = list(_repeated([row for row in told if not names_no_task(row.cells)]))
    columns = spanned(heads, columns, below)
    unread = unread_columns(heads, columns, below)
    outline.problems += (column_problem(head, text, rows[at].line) for head, text in unread)
    told = [row._replace(cells=units_alone(row.cells, heads, columns)) for row in below]
    in_words = numbered_in_words(told, columns)
    for row in _numbered([Row(row, columns, in_words=in_words) for row in told]):
        _read_row(row, outline)
    if not outline.tasks:
        raise ReadingError("table_empty", line=rows[at].line)
    if not (title := title_above(rows[:at])):
        title = PurePath(source.name).stem
        outline.problems.append(Problem("title_of_file", None, (("title", title),)))
    start, end = period_of(title)
    region = region_of(title, None, ()) or region
    tasks, guessed = settled_tasks(outline.tasks, (cell for row in rows for cell in row.cells), region)
    outline.problems += guessed
    plan = ParsedPlan(
        source=source,
        title=title,
        region=region,
        period_start=start,
        period_end=end,
        tasks=tasks,
        targets=tuple(outline.targets),
        milestones=read_milestones(tuple(map(_node, tasks)), (start, end)),
        units=count_units(tasks, is_collective),
    )
    return replace(plan, problems=(*outline.problems, *self_check(plan, (), ())))


def _rules_first_leads(rows: Sequence[TableRow], head: int) -> bool:
    """Does the head or a note (列第一位的为牵头单位) make the first of each list the lead?"""
    notes = [row for place, row in enumerate(rows) if place <= head or sum(map(bool, row.cells)) == 1]
    return any("牵头" in cell and FIRST_LISTED.search("".join(cell.split())) for row in notes for cell in row.cells)


def _is_head(row: TableRow, columns: Sequence[Column]) -> bool:
    return [read_head(cell) or Column.OTHER for cell in row.cells][: len(columns)] == columns


def _repeated(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """The rows with what 同上 stands for."""
    above: tuple[str, ...] = ()
    for row in rows:
        if any(cell.strip() in DITTO for cell in row.cells):
            pairs = zip_longest(row.cells, above[: len(row.cells)], fillvalue="")
            row = row._replace(cells=tuple(up if cell.strip() in DITTO else cell for cell, up in pairs))
        above = row.cells
        yield row


def _numbered(rows: list[Row]) -> list[Row]:
    """The rows with the numbers that their titles begin with, or that some with a title of their own have lost."""
    told = [row for row in rows if row.of(Column.TITLE) and not row.heading]
    if not any(row.of(Column.NUMBER) for row in rows):
        for row, (number, title) in zip(told, titles_apart([row.of(Column.TITLE) or "" for row in told]), strict=False):
            row.part(number, title)
    for place, number in lost_numbers([row.of(Column.NUMBER) or "" for row in told]).items():
        told[place].number(number)
    return rows


def _node(task: Task) -> Node:
    """The row's wording as the other steps of reading take it."""
    line = Line(task.line or 0, f"{task.title}。{task.text}", "")
    head, body = Span(line, 0, len(task.title)), Span(line, len(task.title) + 1, len(line.text))
    return Node(
        task.path, task.parent, task.number, task.title, task.kind, line.number, line.number, False, True, head, (body,)
    )


def _read_row(row: Row, outline: _Outline) -> None:
    group = row.heading or row.of(Column.GROUP)
    if group and (group != outline.heading or row.heading):
        _open_group(group, row, outline)
    if row.heading or not row.cells:
        return
    task = _open_task(row, outline)
    if task is None:
        outline.problems.append(Problem("row_untitled", row.line))
        return
    outline.headings.go_on()
    outline.tasks.append(task)
    for column in (Column.TARGET, Column.CONTENT, Column.TITLE):
        outline.targets += read_cell(task.path, task.title, row.of(column) or "", row.line, due_day(task.deadline))


def _open_group(heading: str, row: Row, outline: _Outline) -> None:
    """A heading, or a cell of the column that groups the rows, as the task above them."""
    above = outline.headings.begin(Cell(Column.GROUP, heading, row.line))
    parent = outline.groups[above.line].path if above else None
    place = str(1 + sum(group.parent == parent for group in outline.groups.values()))
    path = _free(f"{parent}.{place}" if parent else place, outline)
    told = stated_heading(heading, row.line)
    found = marker(told.title)
    number, title = (found.printed, told.title[found.end :]) if found and not found.doubtful else (None, told.title)
    group = replace(
        Task(path, parent, number, title, _group_kind(title), row.line),
        **told.holding._asdict(),
    )
    outline.group = outline.groups[row.line] = group
    outline.heading, outline.last, outline.parts = heading, None, 0
    outline.tasks.append(outline.group)


def _group_kind(title: str) -> Kind:
    return Kind.ACTION if "行动" in title else Kind.PROJECT if "工程" in title else Kind.TASK_GROUP


def _open_task(row: Row, outline: _Outline) -> Task | None:
    number, title = row.of(Column.NUMBER), row.of(Column.TITLE)
    last = outline.last
    if last and (number or "") in ("", last.number) and (last.number or title in (None, last.title)):
        return _part_of(last, row, outline)
    if title is None and not any(column in UNIT_COLUMNS for column, _ in row.cells):
        return None
    if title is None:
        title = first_sentence(row.content or "") or f"[第{number or row.line}项]"
        details = (("row", number or str(row.line)), ("title", title))
        outline.problems.append(Problem("row_title_missing", row.line, details))
    parent = outline.group.path if outline.group else None
    place = (re.findall(r"\d+", number or "") or [None])[-1]
    own = place or str(1 + sum(task.parent == parent for task in outline.tasks))
    path = _free(f"{parent}.{int(own)}" if parent else str(int(own)), outline)
    outline.last, outline.parts = _filled(path, parent, number, title, row, outline), 0
    return outline.last


def _part_of(last: Task, row: Row, outline: _Outline) -> Task:
    """A further row of one task; the first one then becomes its first part."""
    if outline.parts == 0:
        at = outline.tasks.index(last)
        title = first_sentence(last.text) or last.title
        first = replace(last, path=f"{last.path}.1", parent=last.path, number=None, title=title)
        outline.tasks[at : at + 1] = [
            Task(last.path, last.parent, last.number, last.title, last.kind, last.line),
            first,
        ]
        outline.targets = [replace(t, path=first.path) if t.path == last.path else t for t in outline.targets]
        outline.parts = 1
    outline.parts += 1
    path = _free(f"{last.path}.{outline.parts}", outline)
    named = row.of(Column.TITLE)
    content = (named if named != last.title else None) or first_sentence(row.content or "") or last.title
    return _filled(path, last.path, None, content, row, outline)


def _free(path: str, outline: _Outline) -> str:
    """The path itself, or where it is taken the next free one beside it."""
    before, _, last = path.rpartition(".")
    number = int(last)
    while path in outline.paths:
        number += 1
        path = f"{before}.{number}".lstrip(".")
    outline.paths.add(path)
    return path


def _filled(path: str, parent: str | None, number: str | None, title: str, row: Row, outline: _Outline) -> Task:
    holding = _Holding()
    for column, text in row.cells:
        if column in UNIT_COLUMNS:
            holding.add(text, column.label, row.line, outline)
    texts = [row.of(column) for column in (Column.CONTENT, Column.TARGET)]
    short = _short(title)
    return Task(
        path,
        parent,
        number,
        short,
        Kind.TASK,
        row.line,
        text="\n".join(text for text in (title if title != short else None, *texts) if text),
        deadline=re.sub(r"\s", "", row.of(Column.DEADLINE) or "") or None,
        assignments=tuple(holding.assignments),
        proposals=tuple(holding.proposals) if not holding.led else (),
        open_list=holding.open_list,
    )


@dataclass(slots=True)
class _Holding:
    """The units of one row, each once in each role."""

    assignments: list[Assignment] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    open_list: bool = False
    _known: set[tuple[str, Role]] = field(default_factory=set)
    _places: Counter[Role] = field(default_factory=Counter)

    @property
    def led(self) -> bool:
        """Whether a unit leads."""
        return any(held.role is Role.LEAD for held in self.assignments)

    def add(self, text: str, label: Label, line: int, outline: _Outline) -> None:
        reading = read_unit_cell(text, label)
        if outline.first_leads and not self.assignments:
            reading = reading.with_first_leading()
        for held in reading.assignments(line, text):
            if (held.unit, held.role) not in self._known:
                self._known.add((held.unit, held.role))
                self._places[held.role] += 1
                place = self._places[held.role]
                self.assignments.append(held if held.order == place else replace(held, order=place))
        self.proposals += reading.proposals(line, text)
        self.open_list = self.open_list or reading.open_list
        outline.problems += (Problem(code, line, (("text", told),)) for code, told in reading.problems)


def _short(title: str) -> str:
    """A title is a name: of a longer text the first sentence, or what of it fits."""
    if len(title) <= LONGEST_TITLE:
        return title
    first = re.split(r"[。；\n]", title, maxsplit=1)[0]
    return first if len(first) <= LONGEST_TITLE else first[: LONGEST_TITLE - 1] + "…"
