"""The title of a plain task table, which stands in the rows above its head, and the years that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sciplan_tui.core.document import TableRow
from sciplan_tui.core.parse.table.heads import read_head

_ASIDE = re.compile(r"附件\d*[:：]?|附表\d*|单位[:：].*|填[报表].*|.{0,8}[:：].*")
_ANNEX = re.compile(r"附[件表]\s?\d*\s?[:：]\s?")
_YEARS = re.compile(r"(20\d\d)\s?年?\s?[-—–~～至]{1,2}\s?(20\d\d)|(20\d\d)\s?年")


def title_above(above: Sequence[TableRow]) -> str | None:
    """The longest of the words above the head that is no aside; None where there is none."""
    rows = [row for row in above if sum(read_head(cell) is not None for cell in row.cells) < 2]
    cells = (_ANNEX.sub("", cell.strip()) for row in rows for cell in row.cells)
    texts = [text for text in cells if text and not _ASIDE.fullmatch(text)]
    return max(texts, key=len) if texts else None


def period_of(title: str) -> tuple[int | None, int | None]:
    """The first and the last year that a title names."""
    found = _YEARS.search(title)
    if not found:
        return None, None
    return (int(found[1]), int(found[2])) if found[1] else (int(found[3]), int(found[3]))
