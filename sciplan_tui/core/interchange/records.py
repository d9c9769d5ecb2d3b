"""A plan as rows of one table; its first column `record` tells what a row is.

A row is a plan, task, assignment, target or milestone. The columns bear the names of the `sciplan-plan/1` object, and a
fact that is missing is an empty cell. A proposal is an assignment row whose origin is `proposed`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sciplan_tui.core.interchange import facts
from sciplan_tui.core.interchange.fields import Fields
from sciplan_tui.core.plan import (
    Assignment,
    Milestone,
    Origin,
    ParsedPlan,
    Proposal,
    Source,
    Target,
    Task,
)
from sciplan_tui.core.unit.counts import count_units
from sciplan_tui.errors import ReadingError

COLUMNS = (
    *("record", "path", "parent", "number", "title", "kind"),
    *("unit", "printed", "role", "order", "origin", "reason", "collective"),
    *("indicator", "comparator", "value", "value_max", "frequency", "deadline", "aspirational", "region"),
    *("key", "label", "start", "end", "precision", "inferred", "open_list"),
    *("document_number", "issuer", "issued_on", "line", "quote", "text"),
)
_INTEGERS = ("order", "line")
_NUMBERS = ("value", "value_max")
_FLAGS = ("collective", "aspirational", "inferred", "open_list")
_NEVER_NULL = ("title", "indicator", "label", "unit")
_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def to_records(plan: ParsedPlan) -> list[list[str]]:
    """The table's rows, its head first."""
    rows: list[Mapping[str, object]] = [_plan(plan)]
    collective = {unit.name for unit in plan.units if unit.collective}
    for task in plan.tasks:
        rows.append(_task(task))
        rows.extend(_assignment(task, entry, collective) for entry in task.assignments)
        rows.extend(_proposal(task, entry) for entry in task.proposals)
    rows.extend(_target(target) for target in plan.targets)
    rows.extend(_milestone(milestone) for milestone in plan.milestones)
    return [list(COLUMNS), *([_cell(row.get(column)) for column in COLUMNS] for row in rows)]


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _plan(plan: ParsedPlan) -> Mapping[str, object]:
    facts_of_plan = {
        name: getattr(plan, name) for name in ("title", "document_number", "issuer", "region", "issued_on")
    }
    return {"record": "plan", **facts_of_plan, "start": plan.period_start, "end": plan.period_end}


def _named(record: str, entry: object, names: Sequence[str]) -> dict[str, object]:
    return {"record": record, **{name: getattr(entry, name) for name in names}}


def _task(task: Task) -> Mapping[str, object]:
    names = ("path", "parent", "number", "title", "kind", "line", "inferred", "open_list", "deadline", "text")
    return _named("task", task, names)


def _assignment(task: Task, entry: Assignment, collective: set[str]) -> Mapping[str, object]:
    names = ("unit", "printed", "role", "order", "origin", "line", "quote")
    return _named("assignment", entry, names) | {"path": task.path, "collective": entry.unit in collective}


def _proposal(task: Task, entry: Proposal) -> Mapping[str, object]:
    row = _named("assignment", entry, ("unit", "role", "reason", "line", "quote"))
    return row | {"path": task.path, "origin": Origin.PROPOSED}


def _target(target: Target) -> Mapping[str, object]:
    names = (
        *("path", "indicator", "comparator", "value", "value_max", "unit", "frequency", "deadline"),
        *("aspirational", "region", "line", "quote"),
    )
    return _named("target", target, names)


def _milestone(milestone: Milestone) -> Mapping[str, object]:
    return _named("milestone", milestone, ("key", "path", "kind", "label", "start", "end", "precision", "line"))


@dataclass(slots=True)
class _Sorted:
    """The rows of a record table, by what they are; assignments and proposals by the path of their task."""

    plan: Fields | None = None
    tasks: list[Fields] = field(default_factory=list)
    assignments: dict[str, list[Fields]] = field(default_factory=dict)
    proposals: dict[str, list[Fields]] = field(default_factory=dict)
    targets: list[Fields] = field(default_factory=list)
    milestones: list[Fields] = field(default_factory=list)
    collective: set[str] = field(default_factory=set)

    def add(self, record: str, entry: Fields) -> None:
        if record == "plan" and self.plan is None:
            self.plan = entry
        elif record == "task":
            self.tasks.append(entry)
        elif record == "assignment":
            self._add_assignment(entry)
        elif record == "target":
            self.targets.append(entry)
        elif record == "milestone":
            self.milestones.append(entry)
        else:
            entry.fail("record", record or None)

    def _add_assignment(self, entry: Fields) -> None:
        proposed = entry.values["origin"] == Origin.PROPOSED
        (self.proposals if proposed else self.assignments).setdefault(entry.path("path"), []).append(entry)
        if not proposed and entry.flag("collective"):
            self.collective.add(entry.name("unit"))


def from_records(rows: Sequence[Sequence[str]], source: Source, lines: Sequence[int] | None = None) -> ParsedPlan:
    """The plan that a record table tells. `lines` are the rows' lines in their file; facts then stand on those lines.

    Raises ReadingError: no plan row, a record or column that is unknown, a cell of a wrong kind, a path twice.
    """
    entries = _Sorted()
    for record, row in _entries(rows, lines):
        entries.add(record, row)
    if entries.plan is None:
        raise ReadingError("no_plan_row")
    tasks = tuple(_read_task(row, entries) for row in entries.tasks)
    _all_known(entries, {task.path for task in tasks})
    targets = facts.in_order(tasks, (facts.target(row) for row in entries.targets))
    milestones = tuple(facts.milestone(row) for row in entries.milestones)
    facts.hold_together(tasks, targets, milestones)
    return ParsedPlan(
        source=source,
        title=entries.plan.name("title"),
        document_number=entries.plan.text_or_none("document_number"),
        issuer=entries.plan.text_or_none("issuer"),
        region=entries.plan.text_or_none("region"),
        issued_on=entries.plan.date_or_none("issued_on"),
        period_start=entries.plan.integer_or_none("start"),
        period_end=entries.plan.integer_or_none("end"),
        tasks=tasks,
        targets=targets,
        milestones=milestones,
        units=count_units(tasks, entries.collective.__contains__),
    )


def _entries(rows: Sequence[Sequence[str]], lines: Sequence[int] | None) -> Iterator[tuple[str, Fields]]:
    columns = [cell.strip().lower() for cell in rows[0]] if rows else []
    for column in columns:
        if column and column not in COLUMNS:
            raise ReadingError("column_unknown", column=column[:60], known=", ".join(COLUMNS))
    for i, row in enumerate(rows[1:], start=1):
        if not any(cell.strip() for cell in row):
            continue
        values = _typed(dict(zip(columns, row, strict=False)))
        if lines is not None:
            values["line"] = lines[i]
        yield str(values["record"] or ""), Fields(values, line=lines[i] if lines is not None else i + 1)


def _typed(cells: Mapping[str, str]) -> dict[str, object]:
    """The cells as what their columns hold; one that does not fit stays text, and is then refused where it is used."""
    values: dict[str, object] = dict.fromkeys(COLUMNS)
    values.update((name, cell) for name, cell in cells.items() if cell or name in _NEVER_NULL)
    whole = (*_INTEGERS, "start", "end") if values["record"] == "plan" else _INTEGERS
    for name in whole:
        values[name] = _converted(values[name], int)
    for name in _NUMBERS:
        values[name] = _converted(values[name], float)
    for name in _FLAGS:
        text = str(values[name]).strip().lower()
        values[name] = _TRUTH.get(text, values[name])
    return values


def _converted(value: object, number: type[int] | type[float]) -> object:
    try:
        return number(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _read_task(row: Fields, entries: _Sorted) -> Task:
    path = row.path("path")
    assignments = [facts.assignment(entry, i) for i, entry in enumerate(entries.assignments.get(path, ()), start=1)]
    return facts.task(row, assignments, [facts.proposal(entry) for entry in entries.proposals.get(path, ())])


def _all_known(entries: _Sorted, paths: set[str]) -> None:
    for path in (*entries.assignments, *entries.proposals):
        if path not in paths:
            raise ReadingError("path_unknown", path=path)
