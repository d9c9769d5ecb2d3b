"""The columns of a table that no upright lines part: the room between the heads that no letter of any row fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sciplan_tui.core.parse.table.heads import Column, read_head, read_heads
from sciplan_tui.readers.pdf.lines import TextLine, line_of
from sciplan_tui.readers.pdf.open_rows import Cells
from sciplan_tui.readers.pdf.page import Letters

FEWEST_COLUMNS = 3
_WIDE = "  "
"""What the text of a line has for room that parts cells."""
_RIVER = 0.35
"""Of a letter's height: the least room between two columns."""
_WITHIN = 0.6
"""The least room between two columns below one head."""
_NAMING = (Column.TITLE, Column.CONTENT)
Room = tuple[float, float]
Borders = tuple[float, ...]


def is_head(line: TextLine) -> bool:
    """Whether a line names the columns of a task table."""
    cells = line.text.split(_WIDE) if _WIDE in line.text else []
    return (
        len(cells) >= FEWEST_COLUMNS and read_heads([cell.replace(" ", "") for cell in cells], strict=True) is not None
    )


class Columns(NamedTuple):
    """The places that part the columns; `inner`: of these, those between two columns below one head."""

    borders: Borders
    inner: Borders


def columns(head: TextLine, body: Sequence[TextLine], above: Columns | None) -> Columns:
    """The columns of a table; on a further page as many as `above`, and the same if the lines fit."""
    found = _borders([head, *body])
    inner = above.inner if above else _inner(head, own_lines(body, found), found)
    own = Columns(tuple(sorted((*found, *inner))), inner)
    return max((above or own, own), key=lambda one: len(own_lines(body, one.borders)))


def _borders(lines: Sequence[TextLine]) -> Borders:
    """The middle of the room between each two heads of the first line that the lines below leave free, if all do."""
    centers = [(part[0].left + part[-1].right) / 2 for part in line_parts(lines[0])]
    free = [[room] for room in pairwise(centers)]
    least = _RIVER * lines[0].size
    for line in lines:
        left = [[part for room in rooms for part in _without(room, line)] for rooms in free]
        if any(max((end - start for start, end in rooms), default=0) < least for rooms in left):
            if line is lines[0] or len(line_parts(line)) > 1:
                break
            continue
        free = left
    naming = [_names_tasks(part) for part in line_parts(lines[0])]
    chosen = [
        _room(rooms, *beside, _WITHIN * lines[0].size) for rooms, beside in zip(free, pairwise(naming), strict=True)
    ]
    return tuple((start + end) / 2 for start, end in chosen)


def _names_tasks(head: Sequence[Letters]) -> bool:
    return read_head("".join(one.text for one in head)) in _NAMING


def _room(rooms: Sequence[Room], left_names: bool, right_names: bool, least: float) -> Room:
    """The room between two heads: of several, those that leave two columns to the head that names tasks."""
    wide = [room for room in rooms if room[1] - room[0] > least]
    if len(wide) > 1 and left_names != right_names:
        return wide[-1] if left_names else wide[0]
    return max(rooms, key=lambda room: room[1] - room[0])


def _inner(head: TextLine, lines: Sequence[TextLine], borders: Borders) -> Borders:
    """What parts two columns below one head, the first of which groups the tasks that the second names."""
    fitting = [line_cells(line, borders) for line in lines if _fits(line, borders)]
    inner: list[float] = []
    for place, name in enumerate(head_cells(head, borders)):
        if read_head(name) not in _NAMING:
            continue
        taken = sorted((one.left, one.right) for line in fitting if (cell := line[place]) for one in cell.letters)
        reach = taken[0][1] if taken else 0.0
        for left, right in taken:
            if left - reach > _WITHIN * head.size:
                inner.append((left + reach) / 2)
            reach = max(reach, right)
    return tuple(inner)


def head_cells(head: TextLine, borders: Borders) -> list[str]:
    """The heads; one over two columns stands over each of them."""
    names: list[str] = []
    heads = line_parts(head)
    centers = [sum((part[0].left + part[-1].right) / 2 > border for border in borders) for part in heads]
    for place in range(len(borders) + 1):
        over = max((at for at, center in enumerate(centers) if center <= place), default=0)
        names.append("".join(one.text for one in heads[over]))
    return names


def line_parts(line: TextLine) -> list[list[Letters]]:
    """The letters of a line, parted where its text has wide room."""
    parts: list[list[Letters]] = [[]]
    for before, one in pairwise((None, *line.letters)):
        if before and one and one.left - before.right > 1.5 * line.size:
            parts.append([])
        if one:
            parts[-1].append(one)
    return parts


def _without(room: Room, line: TextLine) -> Iterator[Room]:
    """What a line leaves free of a stretch."""
    start, end = room
    for one in line.letters:
        if one.right > start and one.left < end:
            if one.left > start:
                yield start, one.left
            start = max(start, one.right)
    if start < end:
        yield start, end


def own_lines(lines: Sequence[TextLine], borders: Borders) -> Sequence[TextLine]:
    """The lines up to the first that crosses the borders; one that does alone heads the lines below it."""
    end = 0
    while end < len(lines) and not is_head(lines[end]):
        if not _fits(lines[end], borders) and not _heads_group(lines, end, borders):
            break
        end += 1
    return lines[:end]


def _fits(line: TextLine, borders: Borders) -> bool:
    return not any(one.left + 1 < border < one.right - 1 for one in line.letters for border in borders) and not any(
        before.right > border - 1 and before.left < border and one.left - before.right < _RIVER * line.size
        for before, one in pairwise(line.letters)
        for border in borders
        if before.left < border < one.right
    )


def _heads_group(lines: Sequence[TextLine], at: int, borders: Borders) -> bool:
    """Whether a line of one part heads rows: the next one is a row of several cells."""
    if len(line_parts(lines[at])) > 1 or at + 1 == len(lines) or not _fits(lines[at + 1], borders):
        return False
    return sum(map(bool, line_cells(lines[at + 1], borders))) >= FEWEST_COLUMNS


def line_cells(line: TextLine, borders: Borders) -> Cells:
    """What of a line stands in each column; a line that crosses the borders is one cell."""
    if not _fits(line, borders):
        return [line, *[None] * len(borders)]
    held: list[list[Letters]] = [[] for _ in range(len(borders) + 1)]
    for one in line.letters:
        held[sum((one.left + one.right) / 2 > border for border in borders)].append(one)
    return [line_of(letters) if letters else None for letters in held]
