"""The tables of a meeting's pack: those of each plan for its pages, joined over all plans for workbook and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sciplan_tui.core.pack.counts import counts
from sciplan_tui.core.pack.figures import figures
from sciplan_tui.core.pack.late import late
from sciplan_tui.core.pack.matters import matters
from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.pack.rules import in_workbook
from sciplan_tui.core.pack.slips import Slip, slip_sheet, slips
from sciplan_tui.core.plan_name import plan_names
from sciplan_tui.core.sheet import Column, Sheet, without

_MADE: tuple[Callable[[PackPart], Sheet], ...] = (matters, late, figures)


@dataclass(frozen=True, slots=True)
class PlanTables:
    """The tables of one plan, in the order of its pages. `moved`: since the pack of the day `since` (ISO); None: there
    was none before."""

    part: PackPart
    sheets: tuple[Sheet, ...]
    moved: Sheet | None
    since: str | None
    matrix: Sheet
    slips: tuple[Slip, ...]

    def __getitem__(self, name: str) -> Sheet:
        return next(sheet for sheet in self.sheets if sheet.name == name)


def tables(part: PackPart, matrix: Sheet, moved: Sheet | None = None, since: str | None = None) -> PlanTables:
    """All tables of a plan."""
    told = None if moved is None else _of_part(moved, part)
    return PlanTables(part, (*counts(part), *(make(part) for make in _MADE)), told, since, matrix, slips(part))


def _of_part(moved: Sheet, part: PackPart) -> Sheet:
    """What moved, with how it is looked up within what the pack is of."""
    at = [column.key for column in moved.columns].index("query")
    rows = ((*row[:at], part.within(str(row[at])) if row[at] else None, *row[at + 1 :]) for row in moved.rows)
    return replace(moved, rows=tuple(rows), notes=(in_workbook(part, "moved"),))


def all_sheets(plans: Sequence[PlanTables]) -> Iterator[Sheet]:
    """The sheets of the workbook, each row with the name of its plan: of several plans what stands in one table has
    them before it; a matrix is of one plan, whose name is that of its sheet.
    """
    names = plan_names(one.part.plan for one in plans)
    yield from (_named(sheet, names) for sheet in _joined(plans))
    for one in plans:
        matrix = without(one.matrix, {"plan"})
        yield matrix if len(plans) == 1 else replace(matrix, part=names[one.part.plan.key])


def _joined(plans: Sequence[PlanTables]) -> Iterator[Sheet]:
    """Each table of all plans."""
    keys = [one.part.plan.key for one in plans]
    for name in (sheet.name for sheet in plans[0].sheets):
        yield joined([one[name] for one in plans], keys)
    moved = [(one.moved, key) for one, key in zip(plans, keys, strict=True) if one.moved is not None]
    if moved:
        yield joined([sheet for sheet, _ in moved], [key for _, key in moved])
    yield joined([slip_sheet(one.part, one.slips) for one in plans], keys)


def _named(sheet: Sheet, names: Mapping[str, str]) -> Sheet:
    """Plans by what people call them; a key is what one types, and stands in the query."""
    if sheet.columns[0].key != "plan":
        return sheet
    return replace(sheet, rows=tuple((names.get(str(row[0]), row[0]), *row[1:]) for row in sheet.rows))


def joined(sheets: Sequence[Sheet], keys: Sequence[str]) -> Sheet:
    """Sheets with the same columns as one, each row with the key of its plan; a single one as it is."""
    first = sheets[0]
    if len(sheets) == 1:
        return first
    has_plan = first.columns[0].key == "plan"
    columns = first.columns if has_plan else (Column("plan"), *first.columns)
    rows = [row if has_plan else (key, *row) for one, key in zip(sheets, keys, strict=True) for row in one.rows]
    starts = [sum(len(one.rows) for one in sheets[:place]) for place in range(len(sheets))]
    headings = {start + row for start, one in zip(starts, sheets, strict=True) for row in one.headings}
    notes = dict.fromkeys(note for one in sheets for note in one.notes)
    return Sheet(first.name, columns, tuple(rows), frozenset(headings), tuple(notes))
