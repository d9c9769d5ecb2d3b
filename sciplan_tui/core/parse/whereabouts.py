"""Where the lines of a document stand: on which page, in which row of which table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sciplan_tui.core.document import Block, Document, Paragraph, Table
from sciplan_tui.core.plan import Place

_LINED = frozenset({"txt", "md", "csv", "json"})
"""Formats whose lines are lines of the file: there the line says it all."""


def places(document: Document) -> dict[int, Place]:
    """The place of each line that has one; tables and their rows count from 1.

    Of a plan that this program wrote as a table the line is the row of its one sheet, and says it all too.
    """
    return {} if document.source.format in _LINED or _is_record(document.blocks) else dict(_places(document))


def _is_record(blocks: Sequence[Block]) -> bool:
    first = blocks[0].rows[:1] if blocks and isinstance(blocks[0], Table) else ()
    return any(row.cells[:1] and row.cells[0].strip().lower() == "record" for row in first)


def _places(document: Document) -> Iterator[tuple[int, Place]]:
    tables = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if block.page is not None:
                yield block.line, Place(block.page)
            continue
        tables += 1
        for number, row in enumerate(block.rows, start=1):
            yield row.line, Place(row.page, tables, number)
