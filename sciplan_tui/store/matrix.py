"""What the matrix reads: its columns, the tasks a query matches, and the cells of the rows on screen.

Plain SQL over a read-only connection: this is the way to the first frame and to every key.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sciplan_tui.core.kinds import CLASSES, COUNTED_KINDS, Kind, Origin, Role, Status
from sciplan_tui.core.matrix import Cell, MarkCell, MarkColumn, MatrixRow, PlanHead, UnitColumn
from sciplan_tui.core.progress.milestone_key import KnownMilestone
from sciplan_tui.core.progress.status import due_at, light
from sciplan_tui.core.unit.standing import UNMOVED, Standing
from sciplan_tui.store.conditions import gaps
from sciplan_tui.store.query.known import Known, KnownPlan

NAMED = "unit.id IN (SELECT id FROM named)"
"""A unit that holds something by the plan or a ruling; the others hold nothing that day, or are only proposed."""
PROPOSED = "unit.id IN (SELECT unit_id FROM assignment WHERE origin = 'proposed')"
"""A unit that the program proposes somewhere."""


def read_known(
    connection: sqlite3.Connection,
    day: datetime.date,
    standing: Standing = UNMOVED,
) -> Known:
    """What a query is read against on the day asked for; `standing` is who stands for whom then."""
    plans = connection.execute('SELECT id, "key", title, region FROM plan ORDER BY id')
    milestones = connection.execute(
        'SELECT id, plan_id, "key", kind, label, start_on, end_on FROM milestone ORDER BY plan_id, position'
    )
    return Known(
        tuple(KnownPlan(*row) for row in plans.fetchall()),
        tuple(connection.execute("SELECT id, search FROM unit").fetchall()),
        tuple(KnownMilestone(*row) for row in milestones.fetchall()),
        day,
        standing,
    )


def read_plan_heads(connection: sqlite3.Connection) -> tuple[PlanHead, ...]:
    """All plans; one without any assignment (proposals aside) names no units."""
    found = connection.execute(
        'SELECT plan.id, "key", title, region, period_start, period_end,'
        " EXISTS (SELECT 1 FROM unit JOIN assignment ON assignment.unit_id = unit.id"
        " WHERE unit.plan_id = plan.id AND origin <> 'proposed') FROM plan ORDER BY plan.id"
    )
    return tuple(
        PlanHead(plan, key, title, region, start, end, bool(named))
        for plan, key, title, region, start, end, named in found
    )


def read_unit_columns(connection: sqlite3.Connection, *, proposed: bool = False) -> tuple[UnitColumn, ...]:
    """The units that the plans name, grouped by plan and in protocol order; with `proposed` those too that are only
    proposed.
    """
    where = f"({NAMED} OR {PROPOSED})" if proposed else NAMED
    return tuple(sorted(_columns(connection, where), key=lambda unit: (unit.plan_id, CLASSES.index(unit.unit_class))))


def read_member_columns(connection: sqlite3.Connection, standing: Standing) -> dict[int, tuple[UnitColumn, ...]]:
    """By collective, the columns of its members in their order, whether the plans name them or not."""
    wanted = tuple({member for members in standing.members_of.values() for member in members})
    columns = _columns(connection, f"id IN ({gaps(wanted)})", wanted) if wanted else []
    return {
        collective: tuple(column for column in columns if column.unit_id in members)
        for collective, members in standing.members_of.items()
    }


def _columns(connection: sqlite3.Connection, where: str, values: Sequence[int] = ()) -> list[UnitColumn]:
    found = connection.execute(
        f"SELECT id, plan_id, name, short, class, collective FROM unit WHERE {where} ORDER BY plan_id, position", values
    ).fetchall()
    return [
        UnitColumn(unit, plan, name, short, unit_class, bool(collective))
        for unit, plan, name, short, unit_class, collective in found
    ]


def mark_columns(known: Known) -> tuple[MarkColumn, ...]:
    """The columns of marks: dated reviews and evaluations, earliest first within each plan."""
    columns = [
        MarkColumn(m.milestone_id, m.plan_id, m.key, m.label, due_at(m.kind, m.end, None))
        for m in known.milestones
        if m.has_column
    ]
    return tuple(sorted(columns, key=lambda column: (column.plan_id, column.end or "")))


def read_rows(connection: sqlite3.Connection, tasks: Sequence[int], known: Known) -> tuple[MatrixRow, ...]:
    """These tasks with their cells, in the order given."""
    found = connection.execute(
        "SELECT task.id, task.path, task.number, task.title, task.kind, task.line, task.open_list, task.holder_id,"
        " holder.path, task.plan_id, task.deadline FROM task LEFT JOIN task AS holder ON holder.id = task.holder_id"
        f" WHERE task.id IN ({gaps(tasks)})",
        tasks,
    ).fetchall()
    cells = _cells(connection, {row[0]: row[7] for row in found})
    marks = _marks(connection, tasks)
    columns: defaultdict[int, list[KnownMilestone]] = defaultdict(list)
    for milestone in known.milestones:
        if milestone.has_column:
            columns[milestone.plan_id].append(milestone)
    rows: dict[int, MatrixRow] = {}
    for task, path, number, title, kind, line, open_list, _, holder_path, plan_id, deadline in found:
        lit = _mark_cells(marks[task], Kind(kind), columns[plan_id], deadline, known.today)
        rows[task] = MatrixRow(
            task, path, number, title, Kind(kind), line, bool(open_list), holder_path, cells[task], lit
        )
    return tuple(rows[task] for task in tasks if task in rows)


def _mark_cells(
    marks: Mapping[int, Noted],
    kind: Kind,
    columns: Iterable[KnownMilestone],
    deadline: str | None,
    today: datetime.date,
) -> dict[int, MarkCell]:
    cells = {m.milestone_id: mark_cell(marks.get(m.milestone_id), kind, m, deadline, today) for m in columns}
    return {milestone: cell for milestone, cell in cells.items() if cell.status or cell.light or cell.due}


def mark_cell(
    noted: Noted | None, kind: Kind, milestone: KnownMilestone, deadline: str | None, today: datetime.date
) -> MarkCell:
    """A mark with its light. A node of the outline has a light only where a person has marked it."""
    status, on, note, evidence = noted or (None, None, None, None)
    due = due_at(milestone.kind, milestone.end, deadline) if milestone.has_column else None
    lit = light(status, due, today) if kind in COUNTED_KINDS or status else None
    return MarkCell(status, lit, on, note, evidence, due if milestone.of_tasks else None)


def _cells(connection: sqlite3.Connection, holders: dict[int, int | None]) -> dict[int, Cells]:
    """By task and unit: what the holder prints, and what is proposed at a task that prints nothing itself.

    Tasks that inherit the same statement share the same cells.
    """
    tasks = {task for pair in holders.items() for task in pair if task is not None}
    said = _assignments(connection, tasks)
    inherited = {holder: _by_unit(said[holder], inherited=True) for holder in holders.values() if holder is not None}
    cells: dict[int, Cells] = {}
    for task, holder in holders.items():
        own = _by_unit(said[task], inherited=False)
        cells[task] = own if holder in (None, task) else _merged(own, inherited[holder or 0])
    return cells


def _merged(own: Cells, inherited: Cells) -> Cells:
    if not own:
        return inherited
    return {unit: own.get(unit, ()) + inherited.get(unit, ()) for unit in own | inherited}


def _by_unit(said: Sequence[Said], *, inherited: bool) -> Cells:
    cells: Cells = {unit: (pair[inherited],) for unit, pair in said}
    if len(cells) == len(said):
        return cells
    cells = {}
    for unit, pair in said:
        cell = pair[inherited]
        if cell not in (there := cells.get(unit, ())):  # two units that became one may both be printed here
            cells[unit] = (*there, cell)
    return cells


def _assignments(connection: sqlite3.Connection, tasks: Iterable[int]) -> dict[int, list[Said]]:
    listed = tuple(tasks)
    said: defaultdict[int, list[Said]] = defaultdict(list)
    ruled: set[int] = set()
    found = connection.execute(
        f"SELECT task_id, unit_id, role, origin FROM held WHERE task_id IN ({gaps(listed)}) ORDER BY role",
        listed,
    )
    for task, unit, role, origin in found:
        said[task].append((unit, _CELLS[role, origin]))
        if origin == _RULED:
            ruled.add(task)
    return said | _with_rulings(connection, tuple(ruled)) if ruled else said


def _with_rulings(connection: sqlite3.Connection, tasks: tuple[int, ...]) -> dict[int, list[Said]]:
    """The assignments of tasks where something was ruled, with by what and when. They are few, so read apart."""
    said: defaultdict[int, list[Said]] = defaultdict(list)
    found = connection.execute(
        "SELECT task_id, unit_id, role, origin, ruled_by, ruled_on FROM held"
        f" WHERE task_id IN ({gaps(tasks)}) ORDER BY role",
        tasks,
    )
    for task, unit, role, origin, by, on in found:
        said[task].append((unit, (_cell(role, origin, False, by, on), _cell(role, origin, True, by, on))))
    return said


def _cell(role: str, origin: str, inherited: bool, by: str | None, on: str | None) -> Cell:
    return Cell(Role(role), inherited, Origin(origin), by, on)


def _marks(connection: sqlite3.Connection, tasks: Sequence[int]) -> dict[int, dict[int, Noted]]:
    marks: defaultdict[int, dict[int, Noted]] = defaultdict(dict)
    sql = f"SELECT task_id, milestone_id, status, on_date, note, evidence FROM mark WHERE task_id IN ({gaps(tasks)})"
    for task, milestone, status, on, note, evidence in connection.execute(sql, tasks):
        marks[task][milestone] = (Status(status), on, note, evidence)
    return marks


_RULED = str(Origin.RULED.value)
Said = tuple[int, tuple[Cell, Cell]]
"""A unit, and its cell where it is printed and where it is inherited."""
Noted = tuple[Status, str | None, str | None, str | None]
"""A mark's state, its day, its note and its evidence."""
Cells = dict[int, tuple[Cell, ...]]
_CELLS = {
    (str(role), str(origin)): (Cell(role, False, origin), Cell(role, True, origin))
    for role in Role
    for origin in Origin
}
"""Every cell there can be without a ruling's facts, made once."""
