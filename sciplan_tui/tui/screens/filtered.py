"""A screen of lines with a filter, which works as it is written in the place of the keys: the history, the units."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from sciplan_tui.tui.messages import QueryWritten
from sciplan_tui.tui.screens.listing import Listing, Result
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.line_list import Key
from sciplan_tui.tui.widgets.query.query_line import QueryLine


class Filtered(Listing[Key, Result]):
    """The screen adds what the filter leaves. `HINT`: the text that says what may be looked for."""

    HINT: str
    _query = ""

    def foot(self) -> Iterable[Widget]:
        """The keys, in whose place the filter is written."""
        yield QueryLine(hint=self.HINT, id="query")
        yield from super().foot()

    def speak_anew(self) -> None:
        """The line of the filter too."""
        self.query_one(QueryLine).speak_anew()
        super().speak_anew()

    def filtered(self, text: str) -> bool:
        """Whether all words of the filter are in a text, which is in small letters."""
        return all(word in text for word in self._query.casefold().split())

    def action_filter(self) -> None:
        """Write a filter."""
        self.query_one(QueryLine).open(self._query)
        self.query_one(KeyLine).add_class("hidden")

    def on_query_written(self, message: QueryWritten) -> None:
        """It works as it is written."""
        self._query = message.text
        self.say("")
        key = self.lines.key
        self.show_lines()
        if self.lines.key != key:
            self.action_edge("first")
        if message.ended:
            self.query_one(QueryLine).remove_class("open")
            self.query_one(KeyLine).remove_class("hidden")
            self.lines.focus()

    def action_back(self) -> None:
        """Clear the filter; when there is none, go back."""
        if self._query:
            self._query = ""
            self.show_lines()
        else:
            self.dismiss(None)
