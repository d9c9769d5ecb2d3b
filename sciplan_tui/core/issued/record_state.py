"""What the rows of the record say at one moment, each statement at its place: the state of a task at a milestone, who
holds it, its figures and what was reported for them, milestones and titles.

Two moments are compared by what is said at the same places, whatever rows say it: a mark that was cleared and set
again is the same mark.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sciplan_tui.core.given.moment import moment
from sciplan_tui.core.journal import Change, Row
from sciplan_tui.core.kinds import INSTEAD
from sciplan_tui.core.plan import Comparator, Origin, Role, Target
from sciplan_tui.core.sentence.target import aim
from sciplan_tui.core.sheet import Code, Value, code
from sciplan_tui.core.whole_number import whole

State = Mapping[str, Mapping[int, Row]]
"""Rows by table and number."""

TOLD: Mapping[str, tuple[str, ...]] = {
    "plan": ("title",),
    "task": ("plan_id", "parent_id", "position", "path", "title"),
    "unit": ("plan_id", "name"),
    "milestone": ("plan_id", "label", "start_on", "end_on", "precision"),
    "assignment": ("task_id", "unit_id", "role", "origin", "reason", "ruled_on"),
    "succession": ("plan_id", "from_id", "to_id", "kind", "on_date", "task_id"),
    "target": (
        *("task_id", "position", "indicator", "comparator", "value", "value_max", "unit", "frequency"),
        *("deadline", "aspirational", "region"),
    ),
    "reported": ("target_id", "value", "on_day"),
    "mark": ("task_id", "milestone_id", "status", "on_date"),
}
"""By table the columns that are looked at; a table that is not among them says nothing here."""

REFERS: Mapping[str, Mapping[str, str]] = {
    "task": {"plan_id": "plan", "parent_id": "task"},
    "milestone": {"plan_id": "plan"},
    "assignment": {"task_id": "task", "unit_id": "unit"},
    "succession": {"from_id": "unit", "to_id": "unit", "task_id": "task", "plan_id": "plan"},
    "target": {"task_id": "task"},
    "reported": {"target_id": "target"},
    "mark": {"task_id": "task", "milestone_id": "milestone"},
}
"""By table the columns that name a row, and its table."""

_KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "task": ("plan_id", "path", "title"),
    "unit": ("plan_id", "name"),
    "milestone": ("plan_id", "label"),
}
"""By table that others refer to the columns by which a row is the same again, though it has another number."""
_RANK = {str(role): rank for rank, role in enumerate(Role)}


class Place(NamedTuple):
    """Where something is said. `about`: of which milestone or figure; `facet`: which side of it, where not the whole.

    `task_id` None: in the plan as a whole. `row` keeps apart what bears one name.
    """

    table: str
    plan_id: int
    task_id: int | None
    about: str = ""
    unit_id: int | None = None
    facet: str = ""
    row: int = 0


class Said(NamedTuple):
    """What a row says, and on which day it says that it holds (ISO), where it says one."""

    value: Value
    table: str
    row: int
    on: str | None = None


def before(now: State, net: Iterable[Change]) -> dict[str, dict[int, Row]]:
    """The state in which `net` (one change for each row) was not made yet. What the journal leaves out says nothing."""
    was = {table: dict(rows) for table, rows in now.items()}
    for one in net:
        rows = was.setdefault(one.table, {})
        if one.old is None:
            rows.pop(one.id, None)
        else:
            rows[one.id] = {**dict.fromkeys(TOLD[one.table]), **rows.get(one.id, {}), **one.old}
    return was


def come_again(was: State, now: State) -> State:
    """`was` with what went and came again (taken back, and given anew) under the numbers that it has now."""
    again = {table: _again(was.get(table, {}), now.get(table, {}), columns) for table, columns in _KNOWN_BY.items()}
    if not any(again.values()):
        return was

    def renumbered(table: str, row: Row) -> Row:
        referring = {column: again.get(to, {}) for column, to in REFERS.get(table, {}).items() if row.get(column)}
        return {**row, **{column: numbers.get(row[column], row[column]) for column, numbers in referring.items()}}

    return {
        table: {again.get(table, {}).get(number, number): renumbered(table, row) for number, row in rows.items()}
        for table, rows in was.items()
    }


def _again(was: Mapping[int, Row], now: Mapping[int, Row], columns: Sequence[str]) -> dict[int, int]:
    """The new numbers of the rows that are gone, by their old ones."""
    come = {tuple(row[name] for name in columns): number for number, row in now.items() if number not in was}
    gone = {tuple(row[name] for name in columns): number for number, row in was.items() if number not in now}
    return {number: come[key] for key, number in gone.items() if key in come}


def stating(state: State) -> dict[int, list[int]]:
    """By task its own assignments, proposals aside: a task that has none inherits those of the next one above."""
    own: dict[int, list[int]] = {}
    for number, row in state.get("assignment", {}).items():
        if row["origin"] != Origin.PROPOSED:
            own.setdefault(row["task_id"], []).append(number)
    return own


def said(state: State, names: State, ruled: Collection[int]) -> Iterator[tuple[Place, Said]]:
    """All that a state says. `names` has every row that it speaks of as it was known last: so that what has been
    renamed stands at one place before and after. `ruled`: the tasks at which it is told who holds them."""
    for number, row in state.get("plan", {}).items():
        yield Place("plan", number, None), Said(row["title"], "plan", number)
    for table, tell in _AT_TASKS.items():
        for number, row in state.get(table, {}).items():
            task_id = number if table == "task" else row["task_id"]
            plan_id = names["task"][task_id]["plan_id"]
            yield from tell(Place(table, plan_id, task_id), Said(None, table, number), row, names)
    yield from _held(state, names, ruled)
    yield from _milestones(state, names)
    yield from _successions(state)
    yield from _reported(state, names)


Told = Iterator[tuple[Place, Said]]


def _task(at: Place, what: Said, row: Row, names: State) -> Told:
    yield at, what._replace(value=row["title"])


def _mark(at: Place, what: Said, row: Row, names: State) -> Told:
    label = names["milestone"][row["milestone_id"]]["label"]
    at = at._replace(about=label, row=row["milestone_id"])
    yield at, what._replace(value=Code("status", row["status"]), on=row["on_date"])


def _target(at: Place, what: Said, row: Row, names: State) -> Told:
    """The aim; how often, and whether it is only aspired to, are sides of it that may change by themselves."""
    name = names["target"][what.row]["indicator"]
    at = at._replace(about=name)
    renamed = [] if row["indicator"] == name else [row["indicator"]]
    parts = [*renamed, aim(_figure(row)), row["deadline"], row["region"]]
    yield at, what._replace(value=" ".join(part for part in parts if part))
    yield at._replace(facet="frequency", row=what.row), what._replace(value=code("frequency", row["frequency"]))
    yield at._replace(facet="aspirational", row=what.row), what._replace(value=bool(row["aspirational"]))


_AT_TASKS = {"task": _task, "target": _target, "mark": _mark}


def _held(state: State, names: State, ruled: Collection[int]) -> Told:
    """Who holds a task, by its own statement or by the one above it: a list that is only copied moves nobody."""
    own, tasks = stating(state), state.get("task", {})
    for task_id in ruled:
        above: int | None = task_id
        while above is not None and above not in own:
            above = tasks[above]["parent_id"] if above in tasks else None
        rows = {number: state["assignment"][number] for number in own[above]} if above and task_id in tasks else {}
        for number, row in _in_force(rows).items():
            at = Place("assignment", names["task"][task_id]["plan_id"], task_id, unit_id=row["unit_id"])
            yield at, Said(Code("role", row["role"]), "assignment", number, row["ruled_on"])


def _in_force(rows: Mapping[int, Row]) -> Mapping[int, Row]:
    """The assignments of a task without those whose place a ruling of the same unit took."""
    ruled = [(number, row) for number, row in rows.items() if row["origin"] == Origin.RULED]
    return {
        number: row
        for number, row in rows.items()
        if not any(_takes_place(one, ruling, number, row) for one, ruling in ruled)
    }


def _takes_place(one: int, ruling: Row, other: int, row: Row) -> bool:
    """Whether a ruling takes the place of another row: by a higher role, or as it says that it is instead; of two
    rulings the later one counts."""
    if ruling["unit_id"] != row["unit_id"] or ruling["role"] == row["role"]:
        return False
    newer = row["origin"] == Origin.RULED and other > one
    higher = _RANK[ruling["role"]] < _RANK[row["role"]]
    return (ruling["reason"] == INSTEAD and not newer) or (higher and not (newer and row["reason"] == INSTEAD))


def _milestones(state: State, names: State) -> Told:
    for number, row in state.get("milestone", {}).items():
        name = names["milestone"][number]["label"]
        date = moment(row["start_on"], row["end_on"], row["precision"])
        value = date if row["label"] == name and date else f"{row['label']} {date}".strip()
        yield Place("milestone", row["plan_id"], None, name), Said(value, "milestone", number)


def _successions(state: State) -> Told:
    """An alias says that two names were one body all along: nothing moves by it."""
    for number, row in state.get("succession", {}).items():
        if row["kind"] != "alias":
            at = Place("succession", row["plan_id"], row["task_id"], unit_id=row["from_id"])
            heir = state["unit"][row["to_id"]]["name"]
            yield at, Said(heir, "succession", number, row["on_date"])


def _reported(state: State, names: State) -> Told:
    """Of several values of a figure the newest."""
    newest: dict[int, tuple[str, int]] = {}
    for number, row in state.get("reported", {}).items():
        newest[row["target_id"]] = max(newest.get(row["target_id"], ("", 0)), (row["on_day"], number))
    for target_id, (day, number) in newest.items():
        target = names["target"][target_id]
        at = Place("reported", names["task"][target["task_id"]]["plan_id"], target["task_id"], target["indicator"])
        value = f"{whole(state['reported'][number]['value'])} {target['unit']}".strip()
        yield at, Said(value, "reported", number, day)


def _figure(row: Row) -> Target:
    bounds: dict[str, Any] = {"value_max": row["value_max"]}
    return Target("", row["indicator"], Comparator(row["comparator"]), row["value"], row["unit"], **bounds)
