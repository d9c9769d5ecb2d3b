"""The candidates of a query line: a list that floats over the matrix, right above the term they would complete."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import OptionList

from sciplan_tui.core.query_completion import Candidate
from sciplan_tui.core.query_words import COUNTED, NO_MARK
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined, plain

ROWS = 8
"""Candidates in sight at once."""
WIDEST = 34
"""Cells of what would be written; what it means stands behind."""


class Candidates(OptionList, can_focus=False):
    """None is chosen until a person goes down to it."""

    def __init__(self) -> None:
        super().__init__(markup=False)

    @property
    def chosen(self) -> int | None:
        """The candidate that was gone down to."""
        return self.highlighted

    def show(self, candidates: Sequence[Candidate], at: int) -> None:
        """Show these, from the cell `at` of the line on; nothing where there are none."""
        self.set_class(bool(candidates), "some")
        if not candidates and not self.option_count:
            return
        self.clear_options()
        wide = min(max((cell_len(narrow(candidate.written)) for candidate in candidates), default=0), WIDEST)
        behind = min(max((cell_len(narrow(_meaning(candidate))) for candidate in candidates), default=0), WIDEST)
        edge = "|" if self.app.no_color else " "  # without a ground of its own the list is told from the rows so
        self.add_options(_line(candidate, wide, behind, edge) for candidate in candidates)
        self.highlighted = None
        rows = min(len(candidates), ROWS)
        self.styles.width, self.styles.height = wide + behind + 4 + (len(candidates) > ROWS), rows
        self.styles.offset = (max(at - 1, 0), -rows - 1)

    def move(self, by: int) -> None:
        """Down to the next, up to the one before; above the first none is chosen."""
        at = (-1 if self.highlighted is None else self.highlighted) + by
        self.highlighted = None if at < 0 else min(at, self.option_count - 1)


def _line(candidate: Candidate, wide: int, behind: int, edge: str) -> Content:
    meaning = fit(_meaning(candidate), behind)
    return joined([plain(f"{edge}{fit(candidate.written, wide)}  "), plain(f"{meaning}{edge}", "$ink-dim")], "")


def _meaning(candidate: Candidate) -> str:
    if not candidate.code:
        return candidate.about
    if candidate.sort in ("field", "no"):
        return say(f"query.{candidate.sort}.{candidate.code}")
    own = candidate.code in (NO_MARK, COUNTED)
    return say(f"query.{candidate.code}") if own else say(_WORDS[candidate.sort] + candidate.code)


_WORDS = {"kind": "word.kind.", "status": "word.status.", "mark": "word.status."}
