"""Every list and every export of a view as a sheet, whatever form it is given later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sciplan_tui.core.matrix import Frame, UnitColumn
from sciplan_tui.core.matrix_sheet import matrix_sheet
from sciplan_tui.core.plan import Role
from sciplan_tui.core.sheet import Code, Facts, Names, Sheet, Value, code, sheet
from sciplan_tui.core.unit.record import UnitRecord
from sciplan_tui.core.view.spec import ColumnOrder, ViewSpec
from sciplan_tui.workspace.view.viewing import View

_STATES = {True: "in_force", False: "undone"}
_MARK_STATES = "unmarked not_started in_progress done ongoing blocked not_applicable late"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sheet is asked of: a view, its frame, and whether inherited and proposed assignments are wanted.

    `columns`: those that the sheet that was asked for is to have, in their order; none named: all. `printed`: the
    matrix and the tasks are to have what is printed only.
    """

    view: View
    frame: Frame
    inherited: bool
    proposed: bool = False
    columns: tuple[str, ...] = ()
    printed: bool = False

    @property
    def tasks(self) -> list[int]:
        """The rows that match; ancestors are context, and no part of a list."""
        return [row.task_id for row in self.frame.rows if row.matched != "context"]

    @property
    def plans(self) -> list[int]:
        """The plans on screen."""
        return [plan.plan_id for plan in self.frame.plans]

    @property
    def plans_found(self) -> list[int]:
        """The same, but none where the query matches nothing."""
        return self.plans if self.frame.rows or not self.frame.spec.query.strip() else []

    @property
    def units(self) -> tuple[UnitColumn, ...]:
        """The units on screen, and behind each plan's those that are only proposed."""
        from sciplan_tui.workspace.view.framing import with_proposed

        return with_proposed(self.view.kept, self.frame.units, self.frame.plans)

    @property
    def named_units(self) -> tuple[UnitColumn, ...]:
        """The units on screen without those that are only proposed, which it shows among empty columns."""
        if self.frame.spec.hide_empty:
            return self.frame.units
        left = {unit.unit_id for unit in self.view.kept.only_proposed}
        return tuple(unit for unit in self.frame.units if unit.unit_id not in left)

    @property
    def by_load(self) -> bool:
        """Whether units go by what they hold, and not in protocol order."""
        return self.frame.spec.columns is ColumnOrder.LOAD

    @property
    def whole_plans(self) -> set[int]:
        """The plans of which every row matches."""
        if not self.frame.spec.query.strip():
            return set(self.plans)
        rows = Counter(row.plan_id for row in self.view.frame(ViewSpec(self.frame.spec.plan)).rows)
        found = Counter(row.plan_id for row in self.frame.rows if row.matched != "context")
        return {plan for plan in found if found[plan] == rows[plan]}


def make_sheet(
    view: View, name: str, spec: ViewSpec, *, inherited: bool = False, proposed: bool = False, printed: bool = False
) -> Sheet:
    """The sheet `name` (a key of SHEETS) of what `spec` shows. QueryError, RefusedError as `View.frame`."""
    return SHEETS[name](Asked(view, view.frame(spec, printed=printed), inherited, proposed, printed=printed))


def _matrix(asked: Asked) -> Sheet:
    frame = replace(asked.frame, units=asked.units if asked.proposed else asked.named_units)
    rows = asked.view.all_rows(frame)
    return matrix_sheet(frame, rows, printed=asked.printed, proposed=asked.proposed)


def _assignments(asked: Asked) -> Sheet:
    from sciplan_tui.store.list_reading import read_assignments

    wanted = {"inherited": asked.inherited, "proposed": asked.proposed}
    rows = read_assignments(asked.view.connection, asked.tasks, **wanted)
    return sheet("assignments", "plan path number title unit printed role order origin inherited line", rows)


def _tasks(asked: Asked) -> Sheet:
    from sciplan_tui.store.list_reading import read_tasks

    keys = "plan path number title kind lead responsible support inherited open_list deadline line"
    rows = read_tasks(asked.view.connection, asked.tasks)
    return sheet("tasks", keys, [_printed(row) for row in rows] if asked.printed else rows)


def _printed(task: Facts) -> Facts:
    """A task with the units that it prints itself: what inherits prints none."""
    return {**task, **dict.fromkeys(map(str, Role), Names(())), "inherited": False} if task["inherited"] else task


def _division(asked: Asked) -> Sheet:
    """The 工作分工表 of what matches, under the headings above it."""
    from sciplan_tui.core.division import division
    from sciplan_tui.core.plan_name import plan_names
    from sciplan_tui.store.list_reading import read_tasks

    rows = asked.frame.rows
    context = frozenset(row.task_id for row in rows if row.matched == "context")
    tasks = read_tasks(asked.view.connection, [row.task_id for row in rows])
    return division(tasks, context, plan_names(asked.frame.plans))


def _units(asked: Asked) -> Sheet:
    """The units of what matches, with what the registry knows; where whole plans are asked for, all of the registry."""
    from sciplan_tui.core.query.syntax import parse
    from sciplan_tui.store.filtering import plans_meant
    from sciplan_tui.store.list_reading import read_unit_counts
    from sciplan_tui.workspace.unit.units import records

    _, narrowed = plans_meant(parse(asked.frame.spec.query), asked.view.known)
    shown = {unit.unit_id for unit in asked.frame.units} if narrowed.terms else None
    counts = read_unit_counts(asked.view.connection, asked.tasks)
    plans = {plan.key for plan in asked.frame.plans if plan.plan_id in asked.plans_found}
    found = records(asked.view, asked.plans[0] if len(plans) == 1 else None, counts)
    wanted = (unit for unit in found if unit.plan_key in plans and (shown is None or unit.unit_id in shown))
    keys = "plan unit short class function collective heir members contact lead responsible support"
    return sheet("units", keys, [_unit(unit) for unit in (_by_load(wanted) if asked.by_load else wanted)])


def _by_load(units: Iterable[UnitRecord]) -> list[UnitRecord]:
    """Plan by plan those that lead most first, then those that hold most besides."""
    found = list(units)
    plans = {key: place for place, key in enumerate(dict.fromkeys(unit.plan_key for unit in found))}
    return sorted(found, key=lambda unit: (plans[unit.plan_key], -unit.lead, -unit.responsible - unit.support))


def _unit(unit: UnitRecord) -> Facts:
    return {
        "plan": unit.plan_key,
        "unit": unit.name,
        "short": unit.short,
        "class": code("unit_class", unit.unit_class),
        "function": unit.function,
        "collective": unit.collective,
        "heir": unit.heir,
        "contact": unit.contact,
        "members": Names(tuple(member.name for member in unit.members)),
        "lead": unit.lead,
        "responsible": unit.responsible,
        "support": unit.support,
    }


def _duties(asked: Asked) -> Sheet:
    """The assignments by unit, in the order of the units, each unit's by role and then as the plan has them; those of
    the units that the query names, where it names some.
    """
    from sciplan_tui.store.list_reading import read_assignments

    wanted = {"inherited": asked.inherited, "proposed": asked.proposed}
    rows = read_assignments(asked.view.connection, asked.tasks, **wanted)
    keys = {plan.plan_id: plan.key for plan in asked.frame.plans}
    if named := _named(asked):
        rows = [row for row in rows if any((row["plan"], row["unit"], row["role"]) in some for some in named)]
    places: dict[tuple[Value, Value], int] = {}
    for unit in asked.frame.units:
        places.setdefault((keys[unit.plan_id], unit.name), len(places))
    roles: dict[Value, int] = {Code("role", role): place for place, role in enumerate(Role)}
    rows.sort(key=lambda row: (places.get((row["plan"], row["unit"]), len(places)), row["unit"], roles[row["role"]]))
    return sheet("duties", "plan unit role path number title printed order origin inherited line", rows)


def _named(asked: Asked) -> list[set[tuple[Value, Value, Value]]]:
    """For each term of the query that names units: its units, by plan and name, in its roles."""
    from sciplan_tui.core.query.syntax import UNIT_FIELDS, parse
    from sciplan_tui.store.filtering import ROLES
    from sciplan_tui.store.unit_filtering import holders

    known, keys = asked.view.known, {plan.plan_id: plan.key for plan in asked.frame.plans}
    terms = [term for term in parse(asked.frame.spec.query).terms if term.field in UNIT_FIELDS and not term.negated]
    return [
        {
            (keys[unit.plan_id], unit.name, Code("role", role))
            for unit in asked.frame.units
            if unit.unit_id in holders(term.value, known.units, known.standing, exact=term.exact)
            for role in ROLES[term.field] or tuple(map(str, Role))
        }
        for term in terms
    ]


def _history(asked: Asked) -> Sheet:
    """What was done to what is looked at, oldest first: of a plan of which the query leaves out no row, anything."""
    from sciplan_tui.core.sentence.entry import sentence
    from sciplan_tui.store.history_scope import entries_touching
    from sciplan_tui.store.journal import entries

    spec, connection = asked.frame.spec, asked.view.connection
    all_of_it = spec.plan is None and not spec.query.strip()
    within = frozenset() if all_of_it else entries_touching(connection, asked.tasks, asked.whole_plans)
    rows: list[Facts] = [
        {
            "id": one.id,
            "at": one.at.replace("T", " ")[:16],
            "what": sentence(one),
            "state": code("entry", _STATES[one.in_force]),
        }
        for one in entries(connection)
        if all_of_it or one.id in within
    ]
    return sheet("history", "id at what state", rows)


def _milestones(asked: Asked) -> Sheet:
    from sciplan_tui.store.list_reading import read_milestones

    counted = [row.task_id for row in asked.frame.rows if row.counted and row.matched != "context"]
    rows = read_milestones(asked.view.connection, asked.plans_found, counted, asked.view.known)
    return sheet("milestones", f"plan key kind label start end precision path line origin {_MARK_STATES}", rows)


def _targets(asked: Asked) -> Sheet:
    from sciplan_tui.store.list_reading import read_targets_of

    aim = "plan path title indicator comparator value value_max unit frequency deadline aspirational region"
    rows = read_targets_of(asked.view.connection, asked.tasks, asked.view.as_of.isoformat())
    return sheet("targets", f"{aim} reported reported_on met line quote", rows)


def _problems(asked: Asked) -> Sheet:
    """Of a plan of which the query leaves out no row, all problems; else those on the lines of what it matches."""
    from sciplan_tui.store.list_reading import read_lines, read_problems

    lines, whole = read_lines(asked.view.connection, asked.tasks), asked.whole_plans
    rows = read_problems(asked.view.connection, asked.plans, lambda plan, line: plan in whole or (plan, line) in lines)
    return sheet("problems", "plan line code=kind message settled note id", rows)


def _plans(asked: Asked) -> Sheet:
    from sciplan_tui.store.list_reading import read_plans

    keys = "key title=plan_title region issuer document_number issued_on period_start period_end"
    rows = read_plans(asked.view.connection, asked.plans_found)
    return sheet("plans", f"{keys} tasks units targets milestones problems editions", rows)


def _overview(asked: Asked) -> Sheet:
    from sciplan_tui.core.progress.sheets import overview_sheet
    from sciplan_tui.workspace.progress.overview import overview

    found = overview(asked.view, asked.frame.spec)
    return overview_sheet(found, found.nearest)


SHEETS: dict[str, Callable[[Asked], Sheet]] = {
    "matrix": _matrix,
    "assignments": _assignments,
    "tasks": _tasks,
    "division": _division,
    "units": _units,
    "duties": _duties,
    "milestones": _milestones,
    "targets": _targets,
    "problems": _problems,
    "plans": _plans,
    "history": _history,
    "overview": _overview,
}
"""The sheets there are."""
