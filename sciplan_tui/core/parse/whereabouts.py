"""Where the lines of a document stand: on which page, in which row of which table."""

from __future__ import annotations

from collections.abc import Iterator

from sciplan_tui.core.document import Document, Paragraph
from sciplan_tui.core.plan import Place

_LINED = frozenset({"txt", "md", "csv", "json"})
"""Formats whose lines are lines of the file: there the line says it all."""


def places(document: Document) -> dict[int, Place]:
    """The place of each line that has one; tables and their rows count from 1."""
    return {} if document.source.format in _LINED else dict(_places(document))


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
