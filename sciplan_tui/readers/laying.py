"""A document that has no lines in its file is laid out in lines: each paragraph one, each row of a table one.

The raw text that is kept is these lines, so that `line` finds its sentence again as in a plain text file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse.line.markers import begins_heading
from sciplan_tui.core.parse.table.heads import read_head
from sciplan_tui.core.plan import Problem, Source
from sciplan_tui.errors import ReadingError

Grid = list[list[str]]
"""The rows of a table, each its cells, merged cells filled: down into each row, to the right as `across` says."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A table whose cells could not be told apart: its lines as they are printed."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paged:
    """A paragraph or a table, and the page where it begins, counted from 1."""

    page: int
    found: str | Grid | Unread


MOST_BLOCKS = 100_000
"""Paragraphs and rows of one document; the longest plan has some thousand."""
WIDEST = 200
"""Columns of one table; further ones are no part of a task table."""


def lay_out(
    name: str, data: bytes, kind: str, found: Iterable[str | Grid | Paged], problems: tuple[Problem, ...] = ()
) -> Document:
    """The document whose paragraphs (which may hold line breaks) and tables are `found`, in order.

    A table of one column is a frame around text, and is read as text.
    Raises ReadingError: more paragraphs and rows than any plan has.
    """
    from hashlib import sha256

    lines: list[str] = []
    blocks: list[Block] = []
    for one in found:
        inner, page = (one.found, one.page) if isinstance(one, Paged) else (one, None)
        blocks.extend(_blocks(name, inner, lines, page))
    source = Source(name=name, sha256=sha256(data).hexdigest(), format=kind, encoding=None)
    return Document(source, tuple(blocks), "\n".join(lines), problems=problems)


def across(text: str, columns: int) -> list[str]:
    """The cells of one that spans several columns: a head stands over each of them, anything else in the first only (a
    row that is one cell is a group's heading, and a unit is not both lead and responsible by one cell). What begins
    with a number (二、…项目) heads a group, however much it sounds like a head.
    """
    span = max(1, min(columns, WIDEST))
    rest = text if span > 1 and len(text) <= 20 and read_head(text) and not begins_heading(text) else ""
    return [text, *[rest] * (span - 1)]


def _blocks(name: str, found: str | Grid | Unread, lines: list[str], page: int | None) -> Iterator[Block]:
    if isinstance(found, str):
        for text in clean_text(found).split("\n"):
            yield Paragraph(_line(name, text, lines), text, page)
        return
    if isinstance(found, Unread):
        texts = [clean_text(line).strip() for line in found.lines]
        yield Table(tuple(TableRow(_line(name, text, lines), (text,), page) for text in texts), unread=True)
        return
    rows = [[clean_text(cell).strip() for cell in row[:WIDEST]] for row in found]
    if max(map(len, rows), default=0) <= 1:
        for row in rows:
            yield from _blocks(name, "\n".join(row), lines, page)
        return
    kept = [tuple(row) for row in rows if any(row)]
    if kept:
        yield Table(tuple(TableRow(_line(name, _row_text(row), lines), row, page) for row in kept))


def _row_text(cells: tuple[str, ...]) -> str:
    return "\t".join(cell.replace("\n", " ") for cell in cells)


def _line(name: str, text: str, lines: list[str]) -> int:
    if len(lines) >= MOST_BLOCKS:
        raise ReadingError("too_many_lines", file=name, limit=MOST_BLOCKS)
    lines.append(text)
    return len(lines)
