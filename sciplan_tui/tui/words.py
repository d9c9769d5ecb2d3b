"""Sentences about what the matrix shows, made from facts: the status line, the line about the cursor."""

from __future__ import annotations

from datetime import date

from sciplan_tui.core.matrix import Cell, Frame, MatrixRow, UnitColumn
from sciplan_tui.core.plan import Origin, Role, Status
from sciplan_tui.core.registry import CLASSES
from sciplan_tui.core.task_detail import HeldUnit
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.matrix_layout import MarkSlot, plan_name
from sciplan_tui.tui.widgets.matrix_scene import Scene, Words
from sciplan_tui.tui.widgets.measure import sign


def matrix_words(colour: bool) -> Words:
    """The signs and heads in the language in force."""
    names = [*Role, *(f"{role}_ruled" for role in Role), *Status, "late", "near"]
    return Words(
        signs={str(name): sign(say(f"word.sign.{name}")) for name in names},
        classes={name: say(f"tui.class.{name}") for name in CLASSES},
        marks={name: say(f"word.mark_column.{name}") for name in ("midterm", "evaluation")},
        no_units=say("tui.no_units"),
        legend=say("tui.legend" if colour else "tui.legend_plain"),
    )


def title(frame: Frame) -> str:
    """Which plan, or how many."""
    if not frame.plans:
        return frame.spec.plan or say("tui.no_plan")
    return plan_name(frame.plans[0]) if len(frame.plans) == 1 else say("tui.all_plans", count=len(frame.plans))


def status(frame: Frame, selected: int, ranging: bool, as_of: date | None = None) -> list[str]:
    """The facts of the status line: counts, the day asked for, filter, selection."""
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
        facts.append(say("tui.as_of", day=as_of.isoformat()))
    if frame.spec.query:
        facts.append(say("tui.filtered", query=frame.spec.query))
    if selected or ranging:
        facts.append(say("tui.range" if ranging else "tui.selected", count=selected))
    return facts


def detail(scene: Scene, row: MatrixRow, plan_id: int) -> list[str]:
    """What the cursor is on, in full: the cell first, then the task, its units, its place in the source."""
    layout, column = scene.layout, scene.column
    facts = [_task(row)]
    if 0 <= column < len(layout.units):
        facts.insert(0, _at_unit(scene, row, column))
    elif column >= len(layout.units):
        facts.insert(0, _at_mark(row, layout.slots[column - len(layout.units)], plan_id))
    facts += _units(scene, row)
    return [*facts, say("tui.source_line", line=row.line)] if row.line else facts


def _task(row: MatrixRow) -> str:
    return f"{row.path} {row.title}"


def _at_unit(scene: Scene, row: MatrixRow, column: int) -> str:
    unit = scene.layout.units[column]
    assert unit is not None
    held = row.cells.get(unit.unit_id, ())
    name = (
        unit.name if unit.within is None else say("tui.through", name=unit.name, collective=_name(scene, unit.within))
    )
    if not held:
        return say("tui.at_unit_none", name=name)
    return say("tui.at_unit", name=name, role=" ".join(_role(row, cell) for cell in held))


def _name(scene: Scene, unit_id: int) -> str:
    return next((unit.name for unit in scene.frame.units if unit.unit_id == unit_id), "")


def origin_notes(cell: Cell | HeldUnit) -> list[str]:
    """What tells a ruling (by which document, and when) and a proposal from what is printed."""
    if cell.origin is Origin.PRINTED:
        return []
    by = say("tui.ruled_by", by=cell.ruled_by) if cell.ruled_by else say(f"tui.{cell.origin}")
    return [by, cell.ruled_on] if cell.ruled_on else [by]


def _role(row: MatrixRow, cell: Cell) -> str:
    notes = origin_notes(cell)
    if cell.inherited and row.holder_path and row.holder_path != row.path:
        notes.append(say("tui.inherited_from", path=row.holder_path))
    return say(f"word.role.{cell.role}") + (f" ({', '.join(notes)})" if notes else "")


def _at_mark(row: MatrixRow, slot: MarkSlot, plan_id: int) -> str:
    mark = row.marks.get(slot.ids.get(plan_id, -1))
    if mark is None:
        return say("tui.mark_at", label=slot.label, state=say("tui.unmarked"))
    states = [say(f"word.status.{mark.status}")] if mark.status else [say("tui.unmarked")]
    if mark.light:
        states.append(say("tui.light", light=say(f"word.status.{mark.light}"), end=slot.ends.get(plan_id) or "-"))
    return say("tui.mark_at", label=slot.label, state=", ".join(states))


def _own(unit: UnitColumn, row: MatrixRow) -> tuple[Cell, ...]:
    """What a unit holds itself: a member's part in what its collective holds is counted there."""
    cells = row.cells.get(unit.unit_id, ())
    there = {(cell.role, cell.origin) for cell in row.cells.get(unit.within or 0, ())}
    return tuple(cell for cell in cells if not (cell.inherited and (cell.role, cell.origin) in there))


def _units(scene: Scene, row: MatrixRow) -> list[str]:
    """Leads by name, the others counted."""
    held = [(unit, cell) for unit in scene.frame.units for cell in _own(unit, row)]
    settled = [(unit, cell) for unit, cell in held if cell.origin is not Origin.PROPOSED]
    facts: list[str] = []
    leads = [unit.name for unit, cell in settled if cell.role is Role.LEAD]
    if leads:
        facts.append(say("tui.lead_list", names=" ".join(leads)))
    elif settled:
        facts.append(say("tui.no_lead"))
    for role in (Role.RESPONSIBLE, Role.SUPPORT):
        count = sum(cell.role is role for _, cell in settled)
        if count:
            facts.append(say("tui.count_units", role=say(f"word.role.{role}"), count=count))
    if settled and row.holder_path and row.holder_path != row.path:
        facts.append(f"({say('tui.inherited_from', path=row.holder_path)})")
    return [*facts, say("tui.open_list")] if row.open_list else facts
