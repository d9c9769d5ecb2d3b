"""Which actions would do something now: only these stand on the line of keys and in the palette."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from sciplan_tui.tui.action import Action

if TYPE_CHECKING:
    from sciplan_tui.workspace.journal.news import News

MOST = 5
"""Keys on the line of keys, besides the one that shows them all."""
ALWAYS = ("help", "palette")
"""Calls that stand behind them: where all keys are told, and all commands, for a mouse too."""
OWN = ("views", "history")
"""Where undo and redo are of the line under the cursor, not of the newest entry of the journal."""
OUT = ("back", "leave", "cancel")
"""Calls by which a screen is left."""


def applying(screen: Screen[Any], actions: Iterable[Action]) -> list[Action]:
    """Those that would do something; a screen names the others (`idle`), and the journal what can be taken back."""
    idle: frozenset[str] = getattr(screen, "idle", frozenset())
    news: News | None = getattr(screen.app, "news", None)
    still = {"undo": news.undo, "redo": news.redo} if news else {}
    return [one for one in actions if one.name not in idle and (one.where in OWN or still.get(one.call, True))]


def idle(screen: Screen[Any], actions: Iterable[Action]) -> list[Action]:
    """Those that would do nothing."""
    every = list(actions)
    there = applying(screen, every)
    return [one for one in every if one not in there]


def foremost(screen: Screen[Any], actions: Iterable[Action]) -> list[Action]:
    """The few that matter most: those that the screen names for what it shows (`foremost`), else the first on its line
    of keys; the way out among them, and behind them the key that shows all.
    """
    every = list(actions)
    by_name = {one.name: one for one in every}
    named = [name for name in getattr(screen, "foremost", ()) if name in by_name]
    wanted = [by_name[name] for name in named] or [one for one in every if one.foot and one.call not in ALWAYS]
    left = applying(screen, wanted)
    ways = left if named else [*left, *every]
    out = [one for one in ways if one.call in OUT][:1]
    first = [one for one in left if one not in out][: MOST - len(out)]
    return [*first, *out, *(one for call in ALWAYS for one in every if one.call == call)]
