"""The help page, made from the registry of actions: it cannot fall behind the keys."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content

from sciplan_tui.locale import say
from sciplan_tui.tui.action import Action
from sciplan_tui.tui.actions import ACTIONS, SCOPES, of
from sciplan_tui.tui.screens.page import Page
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.matrix.words import signs_explained
from sciplan_tui.tui.widgets.measure import fit
from sciplan_tui.tui.widgets.plain import joined, plain, prose

KeyLines = tuple[Action | None, Content]
"""The lines of an action; or, of none, a line between."""


class HelpScreen(Page[None]):
    """The keys of the screen that asked (`scopes`), of which some would do nothing now (`idle`), what the signs mean,
    how to write a filter; then the keys of all other screens.
    """

    def __init__(self, scopes: Sequence[str] = (), idle: Container[Action] = ()) -> None:
        super().__init__()
        self._first = tuple(scopes)
        self._idle = idle

    def speak_anew(self) -> None:
        """The title too."""
        self.head(say("tui.help.title"))
        super().speak_anew()

    def on_mount(self) -> None:
        """Fill the page."""
        self.head(say("tui.help.title"))
        rest = [scope for scope in SCOPES if scope not in self._first]
        self.fill(
            lambda width: joined(
                [
                    *(line for _, line in self._own(width)),
                    *_written("signs", signs_explained()),
                    *_written("query", say("tui.help.query_text")),
                    *(line for _, line in _keys(rest, width)),
                ]
            )
        )

    def _own(self, width: int) -> Iterator[KeyLines]:
        return _keys(self._first, width, self._idle)

    def on_click(self, event: events.Click) -> None:
        """A click on a key of the screen that asked goes back there and presses it."""
        at = event.get_content_offset(self.query_one("#text"))
        if at is None:
            return
        top = 0
        for action, lines in self._own(self.text_width):
            below = top + lines.plain.count("\n") + 1
            if top <= at.y < below and action is not None and action not in self._idle:
                self.dismiss(None)
                self.app.call_after_refresh(self.app.simulate_key, action.keys[0])
                return
            top = below


def _keys(scopes: Sequence[str], width: int, idle: Container[Action] = ()) -> Iterator[KeyLines]:
    """Each key with its name and what it does, in columns as wide as the longest of all, with a gap behind them; of
    those that would do nothing now (`idle`) that is said."""
    keys = min(max(cell_len(action.shown_keys) for action in ACTIONS), width // 4) + 1
    titles = min(max(cell_len(action.title) for action in ACTIONS), width // 3) + 1
    for scope in scopes:
        yield None, plain(say(f"tui.scope.{scope}"), "bold $ink-notice")
        for action in of(scope):
            lead = ((f"  {fit(action.shown_keys, keys - 1)} ", "bold"), (f"{fit(action.title, titles - 1)} ", ""))
            about = say("tui.help.idle", about=action.about) if action in idle else action.about
            yield action, hang(lead, [[(about, "$ink-dim" if action in idle else "")]], width)
        yield None, plain("")


def _written(part: str, text: str) -> list[Content]:
    return [plain(say(f"tui.help.{part}"), "bold $ink-notice"), prose(text), plain("")]
