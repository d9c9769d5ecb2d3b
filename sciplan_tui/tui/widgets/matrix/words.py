"""Sentences about what the matrix shows, made from facts: the status line, the line about the cursor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rich.cells import cell_len

from sciplan_tui import settings
from sciplan_tui.core.kinds import CLASSES, Role, Status
from sciplan_tui.core.matrix import Cell, Frame, MatrixRow, PlanHead, UnitColumn
from sciplan_tui.core.outline.rows import tasks_of
from sciplan_tui.core.sentence.origin import origin_notes
from sciplan_tui.core.view.spec import ColumnOrder, RowOrder
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.matrix.columns import MarkSlot
from sciplan_tui.tui.widgets.matrix.counts import settled
from sciplan_tui.tui.widgets.matrix.layout import plan_name
from sciplan_tui.tui.widgets.matrix.mark_words import lights, mark_fact
from sciplan_tui.tui.widgets.matrix.scene import Scene, Words
from sciplan_tui.tui.widgets.matrix.signs import NARROW, ROOMY, role_signs
from sciplan_tui.tui.widgets.measure import sign


def matrix_words(colour: bool, ascii_marks: bool | None = None) -> Words:
    """The signs and heads in the language in force; `ascii_marks` (None: as the environment says): letters for roles
    and states in whatever language.
    """
    signs = signs_in_force(ascii_marks)
    return Words(
        signs=signs,
        roles={room: role_signs(signs, room, colour) for room in (NARROW, ROOMY)},
        classes={name: tuple(say(f"matrix.class.{name}").split("|")) for name in CLASSES},
        marks={name: say(f"word.mark_column.{name}") for name in ("midterm", "evaluation", "deadline")},
        counts={role: say(f"matrix.count.{role or 'all'}") for role in (Role.LEAD, Role.RESPONSIBLE, None)},
        no_units=say("tui.no_units"),
        legend={room: _legend(signs, room, colour) for room in (NARROW, ROOMY)},
    )


def signs_in_force(ascii_marks: bool | None = None) -> dict[str, str]:
    """The signs of roles and states, each of two cells."""
    plain = settings.ascii_marks() if ascii_marks is None else ascii_marks
    names = [*Role, *(f"{role}_ruled" for role in Role), *Status, "late", "near"]
    return {str(name): sign(say(f"word.sign.{name}", "en" if plain else None)) for name in names}


def signs_explained() -> str:
    """What every sign of the matrix means, for the help page."""
    signs = {name: text.rstrip() for name, text in signs_in_force().items()}
    return "\n".join(say(f"matrix.signs.{line}", **signs) for line in ("roles", "origins", "tree", "states", "lights"))


def _legend(signs: Mapping[str, str], room: int, colour: bool) -> tuple[str, ...]:
    """What the signs of roles mean in cells of so much room, the plainest first."""
    roles = (f"{signs[role].rstrip()} {say(f'word.role.{role}')}" for role in Role)
    if colour:
        return *roles, say("matrix.inherited_dim")
    wide = room == NARROW == cell_len(signs[Role.LEAD].rstrip())
    return *roles, say("matrix.inherited_ditto"), *((say("matrix.inherited_lead"),) if wide else ())


def title(frame: Frame) -> str:
    """Which plan, or how many."""
    if not frame.plans:
        return frame.spec.plan or say("tui.no_plan")
    if len(frame.plans) == 1:
        return plan_name(frame.plans[0])
    some = len(frame.plans) < len(frame.all_plans)
    return say("arrange.some_plans" if some else "tui.all_plans", count=len(frame.plans), all=len(frame.all_plans))


def status(frame: Frame, selected: int, ranging: bool, as_of: date | None = None) -> list[str]:
    """The facts of the status line: the day asked for, which all else hangs on, counts, filter, selection."""
    counts = frame.counts
    form = "tui.counts_inherited" if counts.tasks_with_inherited != counts.tasks else "tui.counts"
    facts = [
        say(
            form, tasks=counts.tasks, all_tasks=counts.all_tasks, inherited=counts.tasks_with_inherited,
            units=counts.units, all_units=counts.all_units,
        )
    ]  # fmt: skip
    if frame.spec.plan and len(frame.all_plans) > 1 and frame.plans:
        place = frame.all_plans.index(frame.plans[0].key) + 1
        facts.insert(0, say("tui.plan_of", place=place, count=len(frame.all_plans)))
    if as_of is not None:
        facts.insert(0, say("tui.as_of", day=as_of.isoformat()))
    facts += arrangement(frame)
    if frame.spec.query:
        facts.append(say("tui.filtered", query=frame.spec.query))
    if selected or ranging:
        facts.append(say("tui.range" if ranging else "tui.selected", count=selected))
    return facts


def arrangement(frame: Frame) -> list[str]:
    """In which order tasks and units stand, where it is not the plan's own, and how many tasks are folded."""
    spec = frame.spec
    facts = [] if spec.rows is RowOrder.PATH else [say(f"arrange.rows_{spec.rows}")]
    if spec.columns is not ColumnOrder.PROTOCOL:
        facts.append(say(f"arrange.columns_{spec.columns}"))
    return [*facts, say("arrange.folded", count=frame.folded)] if frame.folded else facts


def details(scene: Scene, row: MatrixRow, plan_id: int, today: date | None = None) -> Iterator[list[str]]:
    """What the cursor is on, in ever shorter forms: the cell first, then the task, its units, its place in the source,
    why its lights shine, and what the unit of the cell holds in all, which the last form leaves out.
    """
    layout, column = scene.layout, scene.column
    cell: list[str] = []
    totals: list[str] = []
    at: MarkSlot | None = None
    if 0 <= column < len(scene.units):
        unit = scene.units[column]
        assert unit is not None
        cell, totals = [_at_unit(scene, row, unit)], _totals(scene, unit.unit_id)
    elif scene.mark >= 0:
        at = layout.slots[scene.mark]
    about = [_task(row), *_units(scene, row), *([say("tui.source_line", line=row.line)] if row.line else [])]
    others = [slot for slot in layout.slots if slot is not at]
    for words in (None, {}, scene.words.marks):
        if at is not None:
            cell = [mark_fact(row, at, plan_id, today, words)]
        facts = [*cell, *about, *lights(row, others, plan_id, today, words)]
        yield [*facts, *totals]
    yield facts


def plan_facts(frame: Frame, plan: PlanHead) -> list[str]:
    """What the head of a plan is of: the plan, how many 任务 and units of it are shown."""
    if not plan.names_units:
        return [plan_name(plan), say("tui.no_units")]
    units = sum(unit.plan_id == plan.plan_id for unit in frame.units)
    return [plan_name(plan), say("matrix.plan_counts", tasks=tasks_of(frame.rows, plan.plan_id), units=units)]


def _task(row: MatrixRow) -> str:
    return f"{row.path} {row.title}"


def _at_unit(scene: Scene, row: MatrixRow, unit: UnitColumn) -> str:
    """The unit of a cell and its role there."""
    held = row.cells.get(unit.unit_id, ())
    name = (
        unit.name if unit.within is None else say("tui.through", name=unit.name, collective=_name(scene, unit.within))
    )
    if not held:
        return say("tui.at_unit_none", name=name)
    return say("tui.at_unit", name=name, role=" ".join(_role(row, cell) for cell in held))


def _totals(scene: Scene, unit_id: int) -> list[str]:
    """In how many of the tasks shown a unit has which role."""
    counts = (scene.totals or {}).get(unit_id)
    if counts is None:
        return []
    of = "found" if scene.frame.spec.query.strip() else "totals"
    form = f"matrix.{of}_support" if counts.support else f"matrix.{of}"
    return [say(form, lead=counts.lead, responsible=counts.responsible, support=counts.support)]


def _name(scene: Scene, unit_id: int) -> str:
    return next((unit.name for unit in scene.frame.units if unit.unit_id == unit_id), "")


def _role(row: MatrixRow, cell: Cell) -> str:
    return say(f"word.role.{cell.role}") + role_notes(row, cell)


def role_notes(row: MatrixRow, cell: Cell) -> str:
    """Where a role comes from, in brackets; nothing where it is printed there."""
    notes = origin_notes(cell)
    if cell.inherited and row.holder_path and row.holder_path != row.path:
        notes.append(say("tui.inherited_from", path=row.holder_path))
    return say("word.aside", said=say("word.facts").join(notes)) if notes else ""


def _units(scene: Scene, row: MatrixRow) -> list[str]:
    """Leads by name, the others counted."""
    held = list(settled(row, scene.frame.units))
    facts: list[str] = []
    leads = [unit.name for unit, cell in held if cell.role is Role.LEAD]
    if leads:
        facts.append(say("tui.lead_list", names=" ".join(leads)))
    elif held:
        facts.append(say("tui.no_lead"))
    for role in (Role.RESPONSIBLE, Role.SUPPORT):
        count = sum(cell.role is role for _, cell in held)
        if count:
            facts.append(say("tui.count_units", role=say(f"word.role.{role}"), count=count))
    if held and row.holder_path and row.holder_path != row.path:
        facts.append(say("word.aside", said=say("tui.inherited_from", path=row.holder_path)).strip())
    return [*facts, say("tui.open_list")] if row.open_list else facts
