"""The line under a query line: the keys that work there; or a caret under the term that is wrong, and what is wrong."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from sciplan_tui.errors import QueryError
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import plain

CARET = "^"


class UnderLine(Container):
    """One row: the keys, unless there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self._said = Said()

    def compose(self) -> ComposeResult:
        """Only one of them shows."""
        yield KeyLine("filter", "query")
        yield self._said

    def show_keys(self) -> None:
        """Nothing is to be said."""
        self._say("")

    def show_remark(self, sentence: str) -> None:
        """Something that is no fault; an empty one brings the keys back."""
        self._say(sentence)

    def show_fault(self, fault: QueryError, at: int) -> None:
        """What is wrong, with the caret in the cell `at`; a value that is not begun is not called wrong."""
        begun = fault.code != "query_value" or fault.details.get("value")
        self._say(say(f"query.fault.{fault.code if begun else 'query_empty'}", **fault.details), at)

    def _say(self, sentence: str, at: int | None = None) -> None:
        self.set_class(bool(sentence), "said")
        self._said.show(sentence, at)


class Said(Widget):
    """A sentence, behind a caret or before it, where there is more room."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._at: int | None = None

    def show(self, sentence: str, at: int | None = None) -> None:
        """Another sentence; `at` None: without a caret."""
        self.text, self._at = narrow(sentence), at
        self.refresh()

    def render(self) -> Content:
        """The line, exactly as wide as the widget."""
        text = f" {self.text}" if self._at is None else self.text
        return plain(caret_line(text, self._at, self.size.width), "bold $ink-notice")


def caret_line(sentence: str, at: int | None, width: int) -> str:
    """The sentence with a caret in the cell `at`, in `width` cells; where it does not fit behind, it stands before."""
    if at is None:
        return fit(sentence, width)
    at = max(0, min(at, width - 1))
    if cell_len(sentence) <= width - at - 2 or at < width // 2:
        return fit(f"{' ' * at}{CARET} {sentence}", width)
    shown = fit(sentence, min(cell_len(sentence), at - 1))
    return fit(f"{' ' * (at - 1 - cell_len(shown))}{shown} {CARET}", width)
