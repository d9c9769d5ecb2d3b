"""The line of keys at the foot of a screen: the few that matter there now. A click does what the key does."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widget import Widget

from sciplan_tui.tui.action import Action, key_name
from sciplan_tui.tui.actions import of
from sciplan_tui.tui.applying import foremost
from sciplan_tui.tui.widgets.plain import plain

GAP = 3
"""Cells between two keys."""


class KeyLine(Widget):
    """`/ 筛选   m 标记   …`, as many as fit."""

    def __init__(self, *scopes: str) -> None:
        super().__init__()
        self._scopes = scopes
        self._shown: list[Action] = []

    def look(self) -> None:
        """Draw the line anew if other keys matter by now."""
        if foremost(self.screen, of(*self._scopes)) != self._shown:
            self.refresh()

    def render(self) -> Content:
        """Keys bold, their names plain."""
        self._shown = foremost(self.screen, of(*self._scopes))
        return Content("   ").join(
            [
                Content(" ").join([plain(key_name(action.keys[0]), "bold $ink-notice"), plain(action.title)])
                for action in self._fitting()
            ]
        )

    def _fitting(self) -> list[Action]:
        """As many from the left as there is room for; where all are told (`?`) always stays."""
        room = self.size.width + GAP
        kept = sum(_width(action) + GAP for action in self._shown if action.call == "help")
        fitting, used = [], kept
        for action in self._shown:
            used += _width(action) + GAP if action.call != "help" else 0
            if used <= room or action.call == "help":
                fitting.append(action)
        return fitting

    async def on_click(self, event: events.Click) -> None:
        """Press the key whose name was clicked."""
        at = 0
        for action in self._fitting():
            if at <= event.x - self.styles.padding.left < at + _width(action):
                self.app.simulate_key(action.keys[0])
                return
            at += _width(action) + GAP


def _width(action: Action) -> int:
    return plain(f"{key_name(action.keys[0])} {action.title}").cell_length
