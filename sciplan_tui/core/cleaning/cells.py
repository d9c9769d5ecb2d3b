"""The cells of tables, cleaned as running text is: plain signs, simplified characters for a traditional plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sciplan_tui.core.cleaning.signs import harmless, plain, without_additions
from sciplan_tui.core.cleaning.simplified import is_traditional, simplified
from sciplan_tui.core.cleaning.traced import Traced
from sciplan_tui.core.document import Document, Paragraph, Table, TableRow


def clean_tables(document: Document, simplify: Callable[[str], str]) -> Document:
    """The document with its cells cleaned; line breaks within a cell stay. Paragraphs are left as they are."""
    convert = simplify if is_traditional(document.raw) else None
    blocks = (block if isinstance(block, Paragraph) else _table(block, convert) for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def clean_table(table: Table, simplify: Callable[[str], str]) -> Table:
    """A table that stands alone, cleaned."""
    text = "\n".join(cell for row in table.rows for cell in row.cells)
    return _table(table, simplify if is_traditional(text) else None)


def _table(table: Table, simplify: Callable[[str], str] | None) -> Table:
    return table._replace(rows=tuple(_row(row, simplify) for row in table.rows))


def _row(row: TableRow, simplify: Callable[[str], str] | None) -> TableRow:
    return row._replace(cells=tuple(_cell(cell, simplify) if cell else "" for cell in row.cells))


def _cell(text: str, simplify: Callable[[str], str] | None) -> str:
    text = plain(text)
    lines = [without_additions(harmless(Traced(line))).stripped() for line in text.split("\n")]
    if simplify:
        lines = simplified(lines, simplify)
    return "\n".join(line.text for line in lines).strip()
