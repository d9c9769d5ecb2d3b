"""The query line of the matrix: it says what can be written next, what is wrong where, and what was asked before.

What that takes is loaded when it is opened first: until then the line costs the start nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from sciplan_tui.errors import QueryError
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.query.query_line import QueryLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from sciplan_tui.core.query.completion import Completion, QueryNames
    from sciplan_tui.tui.widgets.query.candidates import Candidates
    from sciplan_tui.tui.widgets.query.under_line import UnderLine


LATE = 0.1
"""Seconds after a letter in which candidates wait for what it finds, to be drawn with it at once."""


class FilterLine(QueryLine):
    """A line to write on, candidates over it while there are any, and a line under it.

    The candidates never stand in the way: Enter keeps what is written unless one of them was chosen; and what is
    written is asked for before it is completed.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("filter")
    candidates: Candidates
    """What floats over the line, once it was opened."""
    under: UnderLine
    """What stands under it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.names: QueryNames | None = None
        self.queries: Sequence[str] = ()
        self._past: int | None = None
        self._untouched = ""
        self._completion: Completion | None = None
        self._due: Timer | None = None

    def compose(self) -> ComposeResult:
        """The line; what stands over and under it comes when it is opened."""
        with Horizontal():
            yield from super().compose()

    # What is known

    def open(self, text: str) -> None:
        """Show the line, with what is in force."""
        if not hasattr(self, "under"):
            self._furnish()
        super().open(text)
        self._past, self._untouched = None, text
        self._offer(None)
        self.under.show_keys()

    def _furnish(self) -> None:
        from sciplan_tui.tui.widgets.query.candidates import Candidates
        from sciplan_tui.tui.widgets.query.under_line import UnderLine

        self.candidates, self.under = Candidates(), UnderLine()
        self.mount(self.candidates, self.under)

    def know(self, names: QueryNames | None) -> None:
        """The names were read, if they could be: what was written meanwhile is completed with them."""
        self.names = names
        if self.has_class("open") and self.line.value != self._untouched:
            self._complete()

    def blame(self, fault: QueryError) -> None:
        """Name what is wrong, under its term."""
        self.complete()
        column = int(str(fault.details.get("column", 1)))
        before = cell_len(self.line.value[: column - 1]) + self.line.region.x - self.region.x
        self.under.show_fault(fault, before - round(self.line.scroll_offset.x))

    def remark(self, sentence: str) -> None:
        """The query is a good one; `sentence`, if any, says what there is to say of what it finds."""
        self.complete()
        self.under.show_remark(sentence)

    @property
    def line(self) -> TextLine:
        """What is written on."""
        return self.query_one(TextLine)

    # What a person does

    def on_input_changed(self, event: Input.Changed) -> None:
        """Complete while it is written; a query that was called back is left as it is."""
        if self.has_class("open") and event.value != self._untouched:
            self._past = None
            self._untouched = ""
            self._due = self._due or self.set_timer(LATE, self.complete)
        else:
            self._offer(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the chosen candidate; when none is chosen, keep the filter."""
        if self.candidates.chosen is not None:
            event.stop()
            event.prevent_default()
            self._take(self.candidates.chosen)

    def on_candidates_taken(self, event: Candidates.Taken) -> None:
        """A click takes a candidate."""
        event.stop()
        self._take(event.index)

    def action_complete(self) -> None:
        """Take the chosen candidate, or the first; where none is shown, show what can be written."""
        from sciplan_tui.core.query.completion import QueryNames, alternatives

        self.complete()
        if self._completion:
            self._take(self.candidates.chosen or 0)
        else:
            self._offer(alternatives(self.line.value, self.line.cursor_position, self.names or QueryNames()))

    def action_choose(self, by: int) -> None:
        """Up and down among the candidates; where none is shown, to an older query or a newer one."""
        self.complete()
        if self._completion:
            self.candidates.move(by)
        elif not self.line.value or self.line.value == self._untouched:
            self._recall(by)

    def action_clear_query(self) -> None:
        """Put the candidates away; where none is shown, clear the filter."""
        self.complete()
        if self._completion:
            self._offer(None)
        else:
            super().action_clear_query()

    def action_keep(self) -> None:
        """As Enter on the line."""
        self.call_later(self.line.action_submit)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Who looks elsewhere needs no candidates."""
        self._offer(None)

    # Candidates and past queries

    def complete(self) -> None:
        """Show what completes the line, if that is due."""
        if self._due:
            self._complete()

    def _complete(self) -> None:
        from sciplan_tui.core.query.completion import QueryNames, complete

        self._offer(complete(self.line.value, self.line.cursor_position, self.names or QueryNames()))

    def _offer(self, completion: Completion | None) -> None:
        """Show the candidates; where there are none, there is no list that a key could mean."""
        if self._due:
            self._due.stop()
            self._due = None
        self._completion = completion if completion and completion.candidates else None
        start = self._completion.start if self._completion else 0
        at = cell_len(self.line.value[:start]) - round(self.line.scroll_offset.x)
        offered = self._completion.candidates if self._completion else ()
        self.candidates.show(offered, self.line.region.x - self.region.x + at)

    def _take(self, index: int) -> None:
        assert self._completion is not None
        text, at = self._completion.taken(self.line.value, self._completion.candidates[index])
        self.line.value = text
        self.line.cursor_position = at
        self._complete()

    def _recall(self, by: int) -> None:
        """The newest query stands last; behind it the line is empty. What is on the line already is passed over."""
        at = len(self.queries) if self._past is None else self._past
        if self._past is None and self.queries and self.queries[-1] == self.line.value:
            at -= 1
        at = max(0, min(at + by, len(self.queries)))
        if self._past is None and at == len(self.queries):
            return
        text = self.queries[at] if at < len(self.queries) else ""
        self._past, self._untouched = at, text
        self.line.value = text
        self.line.cursor_position = len(text)
