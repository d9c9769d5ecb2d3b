"""Task tables without upright lines: their columns are told by the room that no letter of any row fills, their rows by
level lines, by wider room between lines, or by the number that begins each.

Such a table is looked for only below a line that names the columns of a task table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sciplan_tui.core.parse.table.heads import read_heads
from sciplan_tui.readers.laying import Grid
from sciplan_tui.readers.pdf_lines import TextLine, lines_of
from sciplan_tui.readers.pdf_page import Char, Rule
from sciplan_tui.readers.pdf_tables import PADDING, cell_text

_WIDE = "  "
"""What the text of a line has for room that parts cells."""
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_RIVER = 0.35
"""Of a letter's height: the least room between two columns."""
_WIDER = 1.15
"""How many times the least way from line to line the way to the next row is at least."""
Room = tuple[float, float]


@dataclass(slots=True)
class OpenTable:
    """A table: the lines of its page that it takes, the places that part its columns, its rows."""

    first: int
    end: int
    borders: tuple[float, ...]
    rows: Grid = field(default_factory=list)


def open_tables(lines: Sequence[TextLine], rules: Sequence[Rule], above: OpenTable | None) -> list[OpenTable]:
    """The tables among the lines of a page; `above` ends the page before, and may go on here without a head."""
    found: list[OpenTable] = []
    if above and lines and not _heads(lines[0]) and (going := _body(lines, 0, above.borders, rules)):
        found.append(going)
    at = found[0].end if found else 0
    while at < len(lines):
        borders = _heads(lines[at]) and _borders(lines, at)
        table = _body(lines, at + 1, borders, rules) if borders else None
        if table:
            table.first = at
            table.rows.insert(0, _cells([lines[at]], table.borders))
            found.append(table)
        at = table.end if table else at + 1
    return found


def _heads(line: TextLine) -> bool:
    cells = line.text.split(_WIDE) if _WIDE in line.text else []
    return (
        len(cells) >= _FEWEST_COLUMNS and read_heads([cell.replace(" ", "") for cell in cells], strict=True) is not None
    )


def _borders(lines: Sequence[TextLine], head: int) -> tuple[float, ...]:
    """The middle of the room between each two heads that the lines below leave free, as far as all of them do."""
    centers = [(part[0].left + part[-1].right) / 2 for part in _parts(lines[head])]
    free = [[room] for room in pairwise(centers)]
    least = _RIVER * lines[head].size
    for line in lines[head:]:
        left = [[part for room in rooms for part in _without(room, line)] for rooms in free]
        if any(max((end - start for start, end in rooms), default=0) < least for rooms in left):
            if line is lines[head] or len(_parts(line)) > 1:
                break
            continue
        free = left
    widest = [max(rooms, key=lambda room: room[1] - room[0]) for rooms in free]
    return tuple((start + end) / 2 for start, end in widest)


def _parts(line: TextLine) -> list[list[Char]]:
    """The letters of a line, parted where its text has wide room."""
    parts: list[list[Char]] = [[]]
    for before, char in pairwise((None, *line.chars)):
        if before and char and char.left - before.right > 1.5 * line.size:
            parts.append([])
        if char:
            parts[-1].append(char)
    return parts


def _without(room: Room, line: TextLine) -> Iterator[Room]:
    """What a line leaves free of a stretch."""
    start, end = room
    for char in line.chars:
        if char.right > start and char.left < end:
            if char.left > start:
                yield start, char.left
            start = max(start, char.right)
    if start < end:
        yield start, end


def _body(lines: Sequence[TextLine], first: int, borders: tuple[float, ...], rules: Sequence[Rule]) -> OpenTable | None:
    """The rows from a line on, until one crosses the borders; a line alone that does heads those below it."""
    end = first
    while end < len(lines) and (_fits(lines[end], borders) or _heads_group(lines, end, borders)):
        end += 1
    rows = _rows(lines[first:end], borders, rules)
    if len(rows) < _FEWEST_ROWS:
        return None
    return OpenTable(first, end, borders, [_cells(row, borders) for row in rows])


def _fits(line: TextLine, borders: Sequence[float]) -> bool:
    return not any(char.left + 1 < border < char.right - 1 for char in line.chars for border in borders) and not any(
        before.right > border - 1 and before.left < border and char.left - before.right < _RIVER * line.size
        for before, char in pairwise(line.chars)
        for border in borders
        if before.left < border < char.right
    )


def _heads_group(lines: Sequence[TextLine], at: int, borders: Sequence[float]) -> bool:
    """Whether a line of one part heads rows: the next one is a row of several cells."""
    if len(_parts(lines[at])) > 1 or at + 1 == len(lines) or not _fits(lines[at + 1], borders):
        return False
    return sum(map(bool, _cells([lines[at + 1]], borders))) >= _FEWEST_COLUMNS


def _rows(lines: Sequence[TextLine], borders: Sequence[float], rules: Sequence[Rule]) -> list[list[TextLine]]:
    """The lines of each row; none where it can't be told where rows begin."""
    if not lines:
        return []
    ways = [above.middle - below.middle for above, below in pairwise(lines)]
    begins = [bool(_cells([line], borders)[0]) for line in lines]
    levels = [rule.at for rule in rules if rule.level and lines[-1].middle < rule.at < lines[0].middle]
    if levels:
        parted = [any(b.middle < level < a.middle for level in levels) for a, b in pairwise(lines)]
    elif all(begins) or max(ways, default=0) <= _WIDER * min(ways, default=0):
        parted = begins[1:]
    else:
        parted = [way > _WIDER * min(ways) for way in ways]
    rows: list[list[TextLine]] = [[]]
    for line, apart in zip(lines, [False, *parted], strict=True):
        if apart:
            rows.append([])
        rows[-1].append(line)
    named = [any(begun for line, begun in zip(lines, begins, strict=True) if line in row) for row in rows]
    return rows if levels or (begins[0] and all(named)) else []


def _cells(lines: Sequence[TextLine], borders: Sequence[float]) -> list[str]:
    """The cells of a row; a line that crosses the borders is one cell."""
    if len(lines) == 1 and not _fits(lines[0], borders):
        return [lines[0].text, *[""] * len(borders)]
    held: list[list[Char]] = [[] for _ in range(len(borders) + 1)]
    for char in (char for line in lines for char in line.chars):
        held[sum((char.left + char.right) / 2 > border for border in borders)].append(char)
    return [_cell(lines_of(chars)) if chars else "" for chars in held]


def _cell(lines: Sequence[TextLine]) -> str:
    return cell_text(lines, max(line.right - line.left for line in lines) + PADDING)
