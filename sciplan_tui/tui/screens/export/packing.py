"""From the matrix, the milestones and the overview to the pack of a meeting about what is on screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from textual.screen import Screen

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import first_key
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished

Dated = tuple[str, str, str | None]
"""A milestone: its key, how it is called, its last day (ISO)."""


def open_pack(screen: Screen[Any], spec: ViewSpec, milestones: Iterable[Dated], key: str | None) -> str | None:
    """Ask for the pack of a view, at the milestone `key` or the one nearest to today; what was written comes as a
    message to `screen`. A sentence where there is no milestone to ask for.
    """
    from sciplan_tui.tui.screens.export.pack import PackScreen

    by_key: dict[str, Dated] = {}
    for one in sorted(milestones, key=lambda one: (one[2] or "9999", one[0])):
        by_key.setdefault(one[0], one)  # called as the first plan calls it, as the board does
    if not by_key:
        return f"{say('tui.mark.no_milestone')} {say('tui.mark.add_first', key=first_key('milestone'))}"
    today = app_of(screen).desk.today
    nearest = min(by_key, key=lambda one: _days_away(by_key[one][2], today))

    def told(sentence: str | None) -> None:
        if sentence:
            screen.post_message(Finished(sentence))

    named = [(one, label) for one, label, _ in by_key.values()]
    form = PackScreen(ViewSpec(spec.plan, spec.query), named, key if key in by_key else nearest, today)
    screen.app.push_screen(form, told)
    return None


def _days_away(day: str | None, today: date) -> int:
    return abs((date.fromisoformat(day) - today).days) if day else 10**6
