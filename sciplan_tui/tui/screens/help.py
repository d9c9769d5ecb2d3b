"""The help page, made from the registry of actions: it cannot fall behind the keys."""

from __future__ import annotations

from collections.abc import Container, Sequence

from rich.cells import cell_len
from textual.content import Content

from sciplan_tui.locale import say
from sciplan_tui.tui.action import Action
from sciplan_tui.tui.actions import ACTIONS, SCOPES, of
from sciplan_tui.tui.screens.page import Page
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.measure import fit
from sciplan_tui.tui.widgets.plain import joined, plain, prose
from sciplan_tui.tui.words import signs_explained


class HelpScreen(Page[None]):
    """Keys by scope, how to write a filter, what the signs mean; first the keys of the screen that asked (`scopes`),
    of which some would do nothing now (`idle`).
    """

    def __init__(self, scopes: Sequence[str] = (), idle: Container[Action] = ()) -> None:
        super().__init__()
        self._first = [scope for scope in scopes if scope != "app"]
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
                    *_keys(self._first, width, self._idle),
                    *_written("signs", signs_explained()),
                    *_keys(rest, width),
                    *_written("query", say("tui.help.query_text")),
                ]
            )
        )


def _keys(scopes: Sequence[str], width: int, idle: Container[Action] = ()) -> list[Content]:
    """Each key with its name and what it does, in columns as wide as the longest of all, with a gap behind them; of
    those that would do nothing now (`idle`) that is said."""
    lines: list[Content] = []
    keys = min(max(cell_len(action.shown_keys) for action in ACTIONS), width // 4) + 1
    titles = min(max(cell_len(action.title) for action in ACTIONS), width // 3) + 1
    for scope in scopes:
        lines.append(plain(say(f"tui.scope.{scope}"), "bold $ink-notice"))
        for action in of(scope):
            lead = ((f"  {fit(action.shown_keys, keys - 1)} ", "bold"), (f"{fit(action.title, titles - 1)} ", ""))
            about = say("tui.help.idle", about=action.about) if action in idle else action.about
            lines.append(hang(lead, [[(about, "$ink-dim" if action in idle else "")]], width))
        lines.append(plain(""))
    return lines


def _written(part: str, text: str) -> list[Content]:
    return [plain(say(f"tui.help.{part}"), "bold $ink-notice"), prose(text), plain("")]
