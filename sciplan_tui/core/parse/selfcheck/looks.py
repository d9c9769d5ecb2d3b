"""Rules that only the look of the print obeys: 加粗的为牵头单位. No reader keeps it, so nobody is made a lead by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.document import Block, Paragraph
from sciplan_tui.core.plan import Problem

_BY_LOOKS = re.compile("(?:加粗|粗体|黑体|标黑|标红|红字|红色|蓝色|下划线|底纹)[^。；;，,\n牵]{0,12}牵头(?:单位|部门)")


def check_looks(blocks: Sequence[Block]) -> Iterator[Problem]:
    """The first such rule of the document, with its line."""
    for block in blocks:
        lines = [(block.line, block.text)] if isinstance(block, Paragraph) else []
        rows = () if isinstance(block, Paragraph) else block.rows
        for line, text in (*lines, *((row.line, cell) for row in rows for cell in row.cells)):
            if "牵头" in text and (found := _BY_LOOKS.search(text)):
                yield Problem("leads_by_looks", line, (("text", found.group()),))
                return
