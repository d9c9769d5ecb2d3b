"""A screen of lines with what is known of one of them below: the review of an edition, the units, a split.

From top to bottom: the title, the list, the detail, a line for what was done, the keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from sciplan_tui.tui.messages import Refused
from sciplan_tui.tui.screens.in_window import InWindow
from sciplan_tui.tui.screens.page import MOST
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.line_list import Key, LineList, Pieces
from sciplan_tui.tui.widgets.one_line import OneLine, TopLine
from sciplan_tui.tui.widgets.plain import Plain

Result = TypeVar("Result")
Fact = TypeVar("Fact")


class Listing(InWindow, Screen["Result | None"], Generic[Key, Result]):
    """Lines that are known by a Key; one goes from them with a Result. Fill `lines`, say what stands on a line
    (`pieces`) and below (`detail`)."""

    SCOPES: tuple[str, ...] = ("rows", "app")
    OF_LINES: ClassVar[frozenset[str]] = frozenset()
    """The actions that do nothing where the list is empty."""
    AUTO_FOCUS = "LineList"
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What gets or loses the keys draws itself; the rest of the screen need not be drawn for it."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: LineList[Key] = LineList(self.pieces, header=self.header, colour=not self.app.no_color)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TopLine(yields=True)
        yield self.lines
        with VerticalScroll(id="detail", can_focus=False):
            yield Plain("", id="about")
        yield OneLine(id="note")
        yield from self.foot()

    def foot(self) -> Iterable[Widget]:
        """The line of keys, and what may take its place."""
        yield KeyLine(*self.SCOPES)

    header: Callable[[int], Pieces] | None = None
    """What stands over the columns of the list, where it has some."""

    def pieces(self, key: Key, width: int) -> Pieces:
        """What stands on a line."""
        raise NotImplementedError

    def detail(self, key: Key, width: int) -> Content:
        """What is known of a line."""
        raise NotImplementedError

    def at_cursor(self, told: Mapping[Key, Fact]) -> Fact | None:
        """What is told of the line under the cursor."""
        key = self.lines.key
        return None if key is None else told.get(key)

    @property
    def idle(self) -> frozenset[str]:
        """The actions that would do nothing now."""
        return frozenset() if self.lines.keys else self.OF_LINES

    def head(self, *facts: str) -> None:
        """Fill the title line."""
        self.query_one("#status", OneLine).show(facts)

    def speak_anew(self) -> None:
        """All in the language in force, each part where it stands; what was said is past."""
        panes = {pane: pane.scroll_y for pane in self.query(VerticalScroll)}
        self.show_lines()
        self.say("")
        for pane, line in panes.items():
            pane.scroll_to(y=line, animate=False)

    def show_lines(self) -> None:
        """Fill the title line and the list with what is known by now."""
        self.tell()

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence above the keys."""
        self.query_one("#note", OneLine).show([sentence] if sentence else [], urgent=urgent)

    def tell(self) -> None:
        """Show what is known of the line under the cursor."""
        key = self.lines.key
        width = max(min(self.size.width - 6, MOST), 20)
        self.query_one("#about", Plain).say(self.detail(key, width) if key is not None else "")
        self.query_one("#detail").scroll_home(animate=False)
        self.query_one(KeyLine).look()

    def on_line_list_moved(self) -> None:
        """Another line: what was said before is past."""
        self.say("")
        self.tell()

    def on_resize(self) -> None:
        """Wrap anew."""
        self.tell()

    def on_refused(self, message: Refused) -> None:
        """Work was refused: say why."""
        self.say(message.sentence, urgent=True)

    def action_edge(self, where: str) -> None:
        """To the first or the last line."""
        self.lines.action_edge(where)

    def action_back(self) -> None:
        """Go back, with nothing done."""
        self.dismiss(None)
