"""A text or a Markdown file in which tables stand as HTML, as converters write those with merged cells: what is between
them is read as Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.plan import Source
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.decode import decode
from sciplan_tui.readers.laying import Grid
from sciplan_tui.readers.md import md_blocks
from sciplan_tui.readers.web.blocks import blocks
from sciplan_tui.readers.web.html import parsed

_BEGINS, _ENDS = re.compile("[ \t]*<table[ >]", re.IGNORECASE), re.compile("</table>", re.IGNORECASE)
_ROW = re.compile("<tr[ >]", re.IGNORECASE)


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The file's lines as paragraphs and tables; each keeps its line, and `raw` is the file as it stands.

    Raises ReadingError: a table that nests too deep.
    """
    from hashlib import sha256

    text, codec = decode(name, data, encoding)
    source = Source(name=name, sha256=sha256(data).hexdigest(), format="md", encoding=codec)
    return Document(source, tuple(_blocks(name, text.split("\n"))), text)


def _blocks(name: str, lines: Sequence[str]) -> Iterator[Block]:
    done = 0
    for at, line in enumerate(lines):
        if at < done or not _BEGINS.match(line):
            continue
        end = next((below for below in range(at, len(lines)) if _ENDS.search(lines[below])), len(lines) - 1)
        yield from md_blocks(lines[:at], done)
        yield from _tables(name, lines[at : end + 1], at + 1)
        done = end + 1
    yield from md_blocks(lines, done)


def _tables(name: str, lines: Sequence[str], first: int) -> Iterator[Block]:
    """The tables of a stretch of HTML, and what stands beside them; `first`: its line."""
    try:
        found = list(blocks(parsed(name, "\n".join(lines))))
    except RecursionError:
        raise ReadingError("nested_too_deep", file=name) from None
    starts = [at for at, line in enumerate(lines, first) for _ in _ROW.finditer(line)]
    for one in found:
        yield Paragraph(first, one) if isinstance(one, str) else _table(one, starts, first)


def _table(grid: Grid, starts: Sequence[int], first: int) -> Table:
    """Its rows, each on the line that its tag stands on, where each row has one."""
    lines = starts if len(starts) == len(grid) else [first] * len(grid)
    return Table(tuple(TableRow(line, tuple(cells)) for line, cells in zip(lines, grid, strict=True)))
