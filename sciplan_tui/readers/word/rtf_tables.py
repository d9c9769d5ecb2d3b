"""The rows of an RTF table: cells without a grid, each with the place of its right edge, made a grid again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from sciplan_tui.readers.laying import Grid, across

_SNAP = 60
"""Twips (1 mm): edges nearer than this are one edge, drawn by hand."""
_MOST_EDGES = 1_000
"""Of one table; where there are more, nobody drew them, and its cells stand in no grid."""
_BY_CHANCE = 3
"""Of so many edges one may stand where another table has one."""


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


def grids_of(rows: list[RtfRow]) -> Iterator[Grid]:
    """The grids of rows that follow one another: nothing but their edges parts two tables."""
    for table in _tables(rows):
        yield _grid(table)


def _tables(rows: list[RtfRow]) -> list[list[RtfRow]]:
    """Rows whose inner edges have little in common with those above, and go on below, begin a table of their own; so
    does the title above them, a row of one cell.
    """
    tables: list[list[RtfRow]] = [[]]
    known: set[int] = set()
    edged = [row for row in rows if _inner(row)]
    below = {id(row): _inner(following) for row, following in pairwise(edged)}
    for row in rows:
        inner = _inner(row)
        if known and inner and _differ(inner, known) and not _differ(inner, below.get(id(row), set())):
            title = list(takewhile(lambda above: not _inner(above), reversed(tables[-1])))[::-1]
            del tables[-1][len(tables[-1]) - len(title) :]
            tables.append(title)
            known = set()
        tables[-1].append(row)
        known |= inner
    return tables


def _inner(row: RtfRow) -> set[int]:
    """The edges between a row's cells, in the least distance at which two are two."""
    return {one.right // _SNAP for one in row.formats[: len(row.texts) - 1]}


def _differ(edges: set[int], others: set[int]) -> bool:
    """Whether only few edges, by chance, are where others are."""
    shared = sum(not others.isdisjoint((edge - 1, edge, edge + 1)) for edge in edges)
    return not others or _BY_CHANCE * shared < min(len(edges), len(others))


def _grid(rows: list[RtfRow]) -> Grid:
    """Cells stand in the columns that their edges tell, merged cells filled downwards."""
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
    return edges if len(edges) <= _MOST_EDGES else []


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
