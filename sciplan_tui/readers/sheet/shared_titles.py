"""The title that every sheet of a workbook prints above its head: it is the plan's, and heads no part of it again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sciplan_tui.core.document import TableRow


class SharedTitles:
    """What the sheets so far have printed alone in a row above their heads."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def without(self, above: Sequence[TableRow], sheet: str) -> list[TableRow]:
        """The rows above the head of the next sheet, without those that one before has printed, but for its name."""
        own = [(row, _title(row, sheet)) for row in above]
        kept = [row for row, title in own if not title or title not in self._told]
        self._told |= {title for _, title in own}
        return kept


def _title(row: TableRow, sheet: str) -> str:
    """The only words of a row, without the name of the sheet in a bracket behind them."""
    filled = {"".join(cell.split()) for cell in row.cells if cell.strip()}
    return re.sub(f"[（(]{re.escape(''.join(sheet.split()))}[）)]$", "", filled.pop()) if len(filled) == 1 else ""
