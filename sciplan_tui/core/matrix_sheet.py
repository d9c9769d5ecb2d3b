"""The matrix as a sheet: a row a task, a column a unit, the marks at the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sciplan_tui.core.kinds import Origin, Role
from sciplan_tui.core.matrix import Cell, Frame, MarkCell, MatrixRow
from sciplan_tui.core.sheet import Code, Column, Sheet, SparseRow, Value
from sciplan_tui.locale import say


def matrix_sheet(frame: Frame, rows: Iterable[MatrixRow], *, printed: bool = False, proposed: bool = False) -> Sheet:
    """All rows of the frame, context included (`matched` says which), with printed and inherited cells; `printed`: with
    the former only. Proposed cells are the program's, not the plan's: they are left out but where `proposed` asks.
    """
    keys = {plan.plan_id: plan.key for plan in frame.plans}
    facts = [Column(key) for key in ("plan", "path", "number", "title", "kind", "matched", "line")]
    columns = [*facts, *_named(frame, keys)]
    return Sheet("matrix", tuple(columns), tuple(_rows(frame, rows, keys, printed=printed, proposed=proposed)))


def signs_told(*, proposed: bool) -> str:
    """What the signs in its cells mean."""
    roles = (f"{say(f'word.sign.{role}')} {say(f'word.role.{role}')}" for role in Role)
    told = say("export.signs", roles=say("word.between").join(roles), lead=say("word.sign.lead"))
    return told + say("export.signs_proposed", lead=say("word.sign.lead")) if proposed else told


def _named(frame: Frame, plans: dict[int, str]) -> list[Column]:
    """The columns of units and milestones. A name that stands in several plans bears its plan's key."""
    named = [(f"unit:{unit.unit_id}", unit.name, unit.plan_id, unit.unit_class) for unit in frame.units]
    named += [(f"milestone:{mark.milestone_id}", mark.label, mark.plan_id, "") for mark in frame.marks]
    often = Counter(name for _, name, *_ in named)
    return [
        Column(key, name + (_of(plans, plan) if often[name] > 1 else ""), plans.get(plan), unit_class=unit_class)
        for key, name, plan, unit_class in named
    ]


def _of(plans: dict[int, str], plan: int) -> str:
    return say("word.aside", said=plans.get(plan, plan))


def _rows(
    frame: Frame, rows: Iterable[MatrixRow], plans: dict[int, str], *, printed: bool, proposed: bool
) -> Iterator[tuple[Value, ...]]:
    """Cells that say the same are the same object, and rows with the same statement have the same `filled`, so that a
    writer words each but once.
    """
    same: dict[object, Value] = {}
    statements: dict[int, tuple[object, list[Value], dict[int, Value]]] = {}
    units = {unit.unit_id: place for place, unit in enumerate(frame.units)}
    for ref, row in zip(frame.rows, rows, strict=True):
        kind, matched = _code(same, "kind", row.kind), _code(same, "matched", ref.matched)
        facts = (plans[ref.plan_id], row.path, row.number, row.title, kind, matched, row.line)
        if id(row.cells) not in statements:
            cells: list[Value] = [None] * len(units)
            for unit in row.cells.keys() & units.keys():
                cells[units[unit]] = _cells(same, row.cells[unit], printed=printed, proposed=proposed)
            filled: dict[int, Value] = {place: cell for place, cell in enumerate(cells, len(facts)) if cell is not None}
            statements[id(row.cells)] = row.cells, cells, filled  # kept, so that no other statement gets its id
        _, cells, filled = statements[id(row.cells)]
        marks = (_mark(same, row.marks.get(mark.milestone_id)) for mark in frame.marks)
        yield SparseRow((*facts, *cells, *marks), filled)


def _code(same: dict[object, Value], area: str, value: str) -> Value:
    return same.get((area, value)) or same.setdefault((area, value), Code(area, value))


def _mark(same: dict[object, Value], cell: MarkCell | None) -> Value:
    """A mark with a day, a note or evidence is none but itself."""
    if cell is None or cell.on or cell.note or cell.evidence:
        return cell
    return same.setdefault((cell.status, cell.light), cell)


def _cells(same: dict[object, Value], cells: Sequence[Cell], *, printed: bool, proposed: bool) -> Value:
    """The roles of a unit in a task, None where it has none."""
    held = tuple(cell for cell in (cells if proposed else settled(cells)) if not (printed and cell.inherited))
    return (same.setdefault(id(held[0]), held) if len(held) == 1 else held) or None


def settled(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """The cells that the plan or a ruling says, without what is only proposed."""
    return tuple(cell for cell in cells if cell.origin is not Origin.PROPOSED)
