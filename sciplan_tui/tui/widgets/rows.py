"""Rows fetched by windows, as they come into view, and kept until the data change."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from sciplan_tui.core.matrix import Frame, MatrixRow

Window = Callable[[Frame, int, int], tuple[MatrixRow, ...]]
BLOCK = 64
"""Rows read at once: a little more than a screen."""
KEPT = 48
"""Blocks kept: some 3,000 rows."""


class Rows:
    """The rows of one frame. A row is found by its task, so that one read while the data change is not misplaced."""

    def __init__(self, frame: Frame, window: Window) -> None:
        self.frame = frame
        self._window = window
        self._blocks: OrderedDict[int, dict[int, MatrixRow]] = OrderedDict()

    def row(self, index: int) -> MatrixRow | None:
        """The row at `index` of `frame.rows`; None when it is not there any more."""
        number = index // BLOCK
        block = self._blocks.get(number)
        if block is None:
            block = self._read(number)
        return block.get(self.frame.rows[index].task_id)

    def _read(self, number: int) -> dict[int, MatrixRow]:
        start = number * BLOCK
        found = self._window(self.frame, start, min(start + BLOCK, len(self.frame.rows)))
        self._blocks[number] = {row.task_id: row for row in found}
        if len(self._blocks) > KEPT:
            self._blocks.popitem(last=False)
        return self._blocks[number]
