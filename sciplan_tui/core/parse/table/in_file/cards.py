"""Cards: a task each, with labels before what they hold (任务名称｜修灯塔, 牵头单位｜市海洋局), made rows of one table.

A card is a table of its own, or a stretch of one that begins with the label of the task.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse.table.heads import UNIT_COLUMNS, Column, read_head

_FEWEST = 2
"""Cards: one alone may be any form."""
Card = dict[str, str]
Placed = tuple[TableRow, Card]
"""A card, and the row that it begins with."""


def with_cards_as_rows(document: Document) -> Document:
    """The document, cards that follow one another as one table."""
    blocks: list[Block] = []
    for of_cards, run in groupby(_known(document.blocks), key=lambda known: known[1] is not None):
        stretch = list(run)
        cards = [card for _, found in stretch for card in found or ()]
        if of_cards and len(cards) >= _FEWEST:
            first, begins = next(block for block, _ in stretch if isinstance(block, Table)), cards[0][0].line
            above = (row for row in first.rows if row.line < begins)
            blocks += [Table((*above, *_rows(cards))), *(block for block, _ in stretch if isinstance(block, Paragraph))]
        else:
            blocks += [block for block, _ in stretch]
    return replace(document, blocks=tuple(blocks))


def _known(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Placed] | None]]:
    """Each block with its cards; an empty line between two tables parts none."""
    for block in blocks:
        if isinstance(block, Table):
            yield block, None if block.unread else _cards(block)
        else:
            yield block, None if block.text.strip() else []


def _cards(table: Table) -> list[Placed] | None:
    """The cards of a table, rows of one cell above them left out; None where a row is no part of a card."""
    found: list[Placed] = []
    for row in table.rows:
        filled = [cell for cell in row.cells if cell.strip()]
        if len(set(filled)) == 1 and not found:
            continue
        pairs = list(_pairs(row))
        if not pairs or any(read_head(label) is None for label, _ in pairs):
            return None
        if not found or any(read_head(label) is Column.TITLE and label in found[-1][1] for label, _ in pairs):
            found.append((row, {}))
        found[-1][1].update(pairs)
    return found if found and all(map(_names_all, found)) else None


def _pairs(row: TableRow) -> Iterator[tuple[str, str]]:
    """The labels of a row, each with what stands behind it; a merged cell stands several times."""
    cells = [cell.strip() for cell, _ in groupby(row.cells)]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) % 2:
        cells.append("")
    for place in range(0, len(cells), 2):
        yield "".join(cells[place].split()).rstrip("：:"), cells[place + 1]


def _names_all(placed: Placed) -> bool:
    columns = {read_head(label) for label, value in placed[1].items() if value}
    return Column.TITLE in columns and not UNIT_COLUMNS.isdisjoint(columns)


def _rows(cards: Sequence[Placed]) -> Iterator[TableRow]:
    """The head, and a row a card; the first stands on the second line of its card, for its first one bears the head."""
    labels = list(dict.fromkeys(label for _, card in cards for label in card))
    yield cards[0][0]._replace(cells=tuple(labels))
    for place, (row, card) in enumerate(cards):
        cells = tuple(card.get(label, "") for label in labels)
        yield row._replace(line=row.line + (place == 0), cells=cells)
