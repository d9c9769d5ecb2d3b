"""The rows of an RTF table: cells without a grid, each with the place of its right edge, made a grid again."""

from __future__ import annotations

from dataclasses import dataclass, field

from sciplan_tui.readers.laying import Grid, across

_SNAP = 60
"""Twips (1 mm): edges nearer than this are one edge, drawn by hand."""


@dataclass(slots=True)
class CellFormat:
    """How one cell is drawn: its right edge in twips, whether it goes on the cell above or the one before it."""

    below: bool = False
    beside: bool = False
    right: int = 0


@dataclass(slots=True)
class RtfRow:
    """One row: its left edge, how its cells are drawn, and their texts."""

    left: int
    formats: list[CellFormat]
    texts: list[str] = field(default_factory=list)


def grid_of(rows: list[RtfRow]) -> Grid:
    """The table's grid: cells stand in the columns that their edges tell, merged cells filled downwards."""
    edges = _edges(rows)
    grid: Grid = []
    for row in rows:
        above = grid[-1] if grid else []
        grid.append(_cells(row, edges, above))
    return grid


def _edges(rows: list[RtfRow]) -> list[int]:
    edges: list[int] = []
    for right in sorted({one.right for row in rows for one in row.formats[: len(row.texts)]}):
        if not edges or right - edges[-1] > _SNAP:
            edges.append(right)
    return edges


def _cells(row: RtfRow, edges: list[int], above: list[str]) -> list[str]:
    cells: list[str] = []
    formats = [*row.formats, *[CellFormat()] * len(row.texts)][: len(row.texts)]
    for text, drawn in zip(row.texts, formats, strict=True):
        if drawn.beside:
            cells.append("")
            continue
        if drawn.below and len(cells) < len(above):
            text = above[len(cells)]
        span = sum(edge - _SNAP <= drawn.right for edge in edges) - len(cells)
        cells += across(text, span)
    return cells
