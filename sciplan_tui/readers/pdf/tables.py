"""Ruled tables of a page, rebuilt from their lines: which cells there are, what stands in each, which are merged."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sciplan_tui.readers.laying import Grid, across
from sciplan_tui.readers.pdf.lines import TextLine, lines_of
from sciplan_tui.readers.pdf.page import Letters, Page, Rule

_NEAR = 3.0
"""Points within which two ruled lines are one."""
PADDING = 11.0
"""Points that a cell leaves free at its sides, both together."""
_NUMBERS = re.compile(r"(?:\D{1,6}\n)?\d{1,3}(?:\n\d{1,3})+")
_NO_LINE_START = "、，。；：）》”！？,.;:)"


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table: its upright lines from the left, its level lines from above, its rows."""

    columns: tuple[float, ...]
    levels: tuple[float, ...]
    rows: Grid
    letters: frozenset[Letters]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.levels[0]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.levels[-1]


def ruled_tables(page: Page) -> list[RuledTable]:
    """The tables of a page, from above; a single frame is none."""
    found = []
    for rules in _joined(page.rules):
        columns = _places(rule for rule in rules if not rule.level)
        levels = _places(rule for rule in rules if rule.level)[::-1]
        columns = _with_open_sides(columns, rules)
        levels = _with_open_ends(levels, rules)
        if len(columns) > 2 and len(levels) > 1:
            table = _table(columns, levels, rules, page.letters)
            if any(cell for row in table.rows for cell in row) and not _is_without_levels(table.rows):
                found.append(table)
    return sorted(found, key=lambda table: -table.top)


def _joined(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Ruled lines that touch each other belong to one table."""
    groups: list[list[Rule]] = []
    for rule in {(one.level, round(one.at), round(one.start), round(one.end)): one for one in rules}.values():
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([rule, *(other for group in touching for other in group)])
    return [group for group in groups if len(group) > 3]


def _touch(one: Rule, other: Rule) -> bool:
    if one.level == other.level:
        near = abs(one.at - other.at) <= _NEAR
        return near and one.start <= other.end + _NEAR and other.start <= one.end + _NEAR
    return other.start - _NEAR <= one.at <= other.end + _NEAR and one.start - _NEAR <= other.at <= one.end + _NEAR


def _places(rules: Iterable[Rule]) -> tuple[float, ...]:
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return tuple(places)


def _with_open_sides(columns: tuple[float, ...], rules: Sequence[Rule]) -> tuple[float, ...]:
    """A table without lines at its sides ends where its level lines end."""
    levels = [rule for rule in rules if rule.level]
    if not columns or not levels:
        return columns
    left, right = min(rule.start for rule in levels), max(rule.end for rule in levels)
    before = (left,) if columns[0] - left > 2 * _NEAR else ()
    return (*before, *columns, *((right,) if right - columns[-1] > 2 * _NEAR else ()))


def _with_open_ends(levels: tuple[float, ...], rules: Sequence[Rule]) -> tuple[float, ...]:
    """A table without lines above and below it ends where its upright lines end."""
    upright = [rule for rule in rules if not rule.level]
    if not levels or not upright:
        return levels
    bottom, top = min(rule.start for rule in upright), max(rule.end for rule in upright)
    above = (top,) if top - levels[0] > 2 * _NEAR else ()
    return (*above, *levels, *((bottom,) if levels[-1] - bottom > 2 * _NEAR else ()))


def _is_without_levels(rows: Grid) -> bool:
    """Whether rows seem one, because only upright lines part their cells: the numbers of many stand in one cell."""
    return any(_NUMBERS.fullmatch(row[0]) for row in rows if row)


def _table(
    columns: tuple[float, ...], levels: tuple[float, ...], rules: Sequence[Rule], letters: Sequence[Letters]
) -> RuledTable:
    inside = [one for one in letters if levels[-1] < one.middle < levels[0] and columns[0] < _center(one) < columns[-1]]
    owner = _merged(columns, levels, rules)
    below = [-level for level in levels]
    held: dict[tuple[int, int], list[Letters]] = {}
    for one in inside:
        row = bisect_left(below, -one.middle, 1, len(below) - 1) - 1
        column = bisect_left(columns, _center(one), 1, len(columns) - 1) - 1
        held.setdefault(owner[row, column], []).append(one)
    rows = [_row(row, columns, owner, held) for row in range(len(levels) - 1)]
    return RuledTable(columns, levels, [row for row in rows if any(row)], frozenset(inside))


def _center(one: Letters) -> float:
    return (one.left + one.right) / 2


def _merged(
    columns: Sequence[float], levels: Sequence[float], rules: Sequence[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the grid the first place of the cell that covers it: no line parts the two."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    uprights, level_ones = ([rule for rule in rules if rule.level is level] for level in (False, True))
    for row in range(len(levels) - 1):
        for column in range(len(columns) - 1):
            y, x = (levels[row] + levels[row + 1]) / 2, (columns[column] + columns[column + 1]) / 2
            if column and not _parted(uprights, columns[column], y):
                owner[row, column] = owner[row, column - 1]
            elif row and not _parted(level_ones, levels[row], x):
                owner[row, column] = owner[row - 1, column]
            else:
                owner[row, column] = row, column
    return owner


def _parted(rules: Sequence[Rule], at: float, across: float) -> bool:
    return any(rule.start <= across <= rule.end and abs(rule.at - at) <= _NEAR for rule in rules)


def _row(
    row: int,
    columns: Sequence[float],
    owner: dict[tuple[int, int], tuple[int, int]],
    held: dict[tuple[int, int], list[Letters]],
) -> list[str]:
    cells: list[str] = []
    while len(cells) < len(columns) - 1:
        first = len(cells)
        place = owner[row, first]
        end = first + 1
        while end < len(columns) - 1 and owner[row, end] == place:
            end += 1
        text = cell_text(lines_of(held.get(place, ())), columns[end] - columns[first])
        cells += across(text, end - first)
    return cells


def cell_text(lines: Sequence[TextLine], width: float) -> str:
    """The words of a cell: a line that had no room for more goes on in the next, any other ends there."""
    parts: list[str] = []
    for line, below in zip_longest(lines, lines[1:]):
        parts.append(line.text)
        if below is not None:
            joint = " " if below.letters[0].blank else ""
            parts.append(joint if is_full(line, below, width - PADDING) else "\n")
    return "".join(parts)


def is_full(line: TextLine, below: TextLine, width: float) -> bool:
    """Whether the next word would not have found room: a letter, the mark behind it, or a figure as a whole."""
    size = line.size
    text = below.text
    word = len(text) - len(text.lstrip("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%.-"))
    wanted = max(1.0, word / 2) + (1.0 if text[1:2] and text[1] in _NO_LINE_START else 0.0)
    return line.right - line.left + wanted * size > width - 0.3 * size
