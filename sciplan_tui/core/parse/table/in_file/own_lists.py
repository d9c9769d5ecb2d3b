"""Lists that this program has exported, which are no plans: what was counted and looked up would be taken for tasks."""

from __future__ import annotations

from collections.abc import Sequence

from sciplan_tui.core.document import Block, Paragraph
from sciplan_tui.errors import ReadingError

_HEAD_WITHIN = 25
_PLAN = frozenset({"方案", "plan"})
_NEXT = frozenset({"编号", "单位", "代号", "行", "path", "unit", "key", "line"})
"""What stands behind the plan's column in lists of tasks, of units, of milestones, of problems."""
_NOTES = ["项目", "内容", "内容"]
"""How the sheet begins that tells what is in a workbook: its heads, and the first of what it tells."""


def refuse_own_lists(blocks: Sequence[Block]) -> None:
    """Raises ReadingError where a table begins as the program's own lists do."""
    for block in blocks:
        if isinstance(block, Paragraph):
            cells = block.text.strip("| ").split("|", 2) if block.text.startswith("|") else ()
            if _is_own(cells):
                raise ReadingError("own_list", line=block.line)
            continue
        first = [cell for row in block.rows[:2] for cell in row.cells]
        for row in block.rows[:_HEAD_WITHIN]:
            if _is_own(row.cells) or first[:3] == _NOTES:
                raise ReadingError("own_list", line=row.line)


def _is_own(cells: Sequence[str]) -> bool:
    told = [cell.strip().lower() for cell in cells[:2]]
    return len(told) == 2 and told[0] in _PLAN and told[1] in _NEXT
