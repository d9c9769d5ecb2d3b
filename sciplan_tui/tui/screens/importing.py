"""The form of an import: a path. A changed edition shows what would change before it is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.difference_sentence import sentence
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Refused
from sciplan_tui.tui.screens.form import Form
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.measure import narrow
from sciplan_tui.tui.widgets.plain import Plain, joined, plain
from sciplan_tui.tui.work import in_background

if TYPE_CHECKING:
    from sciplan_tui.workspace.importing import ImportResult


class ImportScreen(Form[str]):
    """Imports, then hands back the sentence that says what was done."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("changes")

    def __init__(self) -> None:
        super().__init__()
        self._shown: str | None = None

    def title_text(self) -> str:
        """What the form is for."""
        return say("tui.import.title")

    def fields(self) -> Iterable[tuple[str, Widget]]:
        """One path."""
        yield say("tui.import.file"), TextLine(hint=say("tui.import.hint"), id="file")

    def compose(self) -> ComposeResult:
        """The form, and below it what an edition changes."""
        yield from super().compose()
        with VerticalScroll(id="changes", classes="dialog", can_focus=False):
            yield Plain()

    def action_look(self, pages: int) -> None:
        """Turn the pages of the changes."""
        scroll = self.query_one("#changes")
        scroll.scroll_relative(y=pages * max(scroll.size.height - 1, 1), animate=False)

    def _width(self) -> int:
        return max(min(76, self.size.width * 96 // 100) - 5, 20)

    def action_accept(self) -> None:
        """Read the file; a second Enter on the same one accepts what it changes."""
        file = self.query_one("#file", TextLine).value.strip()
        if not file:
            self.fault(say("tui.import.no_file"))
            return
        desk, accept = app_of(self).desk, self._shown == file
        self._shown = file
        self.fault(say("tui.reading"))
        in_background(self, lambda: Answered(desk.import_file(Path(file).expanduser(), accept)))

    def on_answered(self, message: Answered) -> None:
        """Done, or to be accepted."""
        result = cast("ImportResult", message.value)
        if result.status == "edition" and result.entry_id is None:
            count = len(result.differences)
            self.fault(
                f"{say('tui.import.proposed', title=narrow(result.title), count=count)}  {say('tui.import.keys')}"
            )
            self.query_one("#changes Plain", Plain).say(changes(result.differences, self._width()))
            self.query_one("#changes").add_class("open")
        else:
            self.dismiss(outcome(result))

    def on_refused(self, message: Refused) -> None:
        """Say why the file cannot be read."""
        self._shown = None
        self.fault(message.sentence)


def changes(differences: Sequence[Difference], width: int) -> Content:
    """What an edition changes, in sentences: first what is accepted with it, then what is only listed."""
    lines: list[Content] = []
    for certain, head in ((True, "tui.import.certain"), (False, "tui.import.open")):
        told = [one for one in differences if one.certain is certain]
        if told:
            lines.append(plain(say(head, count=len(told)), "bold $accent"))
            lines += [hang([("  ", "")], [[(sentence(one), "")]], width) for one in told]
    return joined(lines)


def outcome(result: ImportResult) -> str:
    """What an import did, in a sentence."""
    counts = {"tasks": result.counts.get("tasks", 0), "count": len(result.differences)}
    left = sum(not difference.certain for difference in result.differences)
    said = say(f"tui.import.{result.status}", title=result.title, **counts)
    return said + say("tui.import.left", count=left) if left else said
