"""The matrix as plain lines, for paper and pipes: names upright above their columns, two cells a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sciplan_tui.cli.output import cell_width, pad
from sciplan_tui.core.characters import show_text
from sciplan_tui.core.matrix import Cell, Frame, MarkCell, MarkColumn, MatrixRow
from sciplan_tui.core.plan import Origin
from sciplan_tui.locale import say

TITLES = 44
"""The widest that the column of titles gets, in cells."""


def matrix_page(frame: Frame, rows: Sequence[MatrixRow]) -> Iterator[str]:
    """The lines of one plan's matrix; where the plan names no unit, a word that says so, and its outline."""
    if not any(plan.names_units for plan in frame.plans):
        yield say("cli.matrix.no_units")
    titles = [_title(row, ref.depth) for row, ref in zip(rows, frame.rows, strict=True)]
    width = max(map(cell_width, titles), default=0)
    for line in upright([unit.short for unit in frame.units], map(_head, frame.marks)):
        yield f"{' ' * width} {line}".rstrip()
    for title, row in zip(titles, rows, strict=True):
        cells = "".join(pad(_cell(row.cells.get(unit.unit_id, ())), 2) for unit in frame.units)
        marks = "".join(pad(_mark(row.marks.get(mark.milestone_id)), 2) for mark in frame.marks)
        yield f"{pad(title, width)} {cells} {marks}".rstrip()


def upright(units: Iterable[str], marks: Iterable[str]) -> list[str]:
    """Names standing upright side by side, their last characters in one line; the marks' a little apart."""
    parts = [[show_text(name) for name in names] for names in (units, marks)]
    height = max((len(name) for names in parts for name in names), default=0)
    return [" ".join(_line(names, line, height) for names in parts) for line in range(height)]


def _line(names: Sequence[str], line: int, height: int) -> str:
    return "".join(pad(name.rjust(height)[line], 2) for name in names)


def _head(mark: MarkColumn) -> str:
    """A milestone's short head: its kind and year, `中期23`, else the beginning of its label."""
    kind, _, year = mark.key.partition("-")
    return say(f"word.mark_column.{kind}") + year[2:] if kind in ("midterm", "evaluation") else mark.label[:4]


def _title(row: MatrixRow, depth: int) -> str:
    return cut("  " * depth + show_text(" ".join(part for part in (row.number, row.title) if part)), TITLES)


def cut(text: str, width: int) -> str:
    """`text`, shortened to `width` cells, with two dots where something is left out."""
    if cell_width(text) <= width:
        return text
    kept = text
    while cell_width(kept) > width - 2:
        kept = kept[:-1]
    return kept + ".."


def _cell(cells: Sequence[Cell]) -> str:
    """The sign of the first role: its own as its word, an inherited one as `"`, a proposed one as `?`."""
    if not cells:
        return ""
    cell = cells[0]
    if cell.origin is Origin.PROPOSED:
        return "?"
    return '"' if cell.inherited else say(f"word.sign.{cell.role}")


def _mark(mark: MarkCell | None) -> str:
    if mark is None:
        return ""
    if mark.light == "late" or mark.status is None:
        return say(f"word.sign.{mark.light}") if mark.light else ""
    return say(f"word.sign.{mark.status}")
