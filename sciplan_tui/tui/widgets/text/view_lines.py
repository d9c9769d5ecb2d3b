"""A named view in words: a line of the list, and what it shows in full with its command."""

from __future__ import annotations

from textual.content import Content

from sciplan_tui.core.view.named import NamedView
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit
from sciplan_tui.tui.widgets.plain import joined

NAME, PLAN = 22, 14
"""Cells of the first two columns; the query has the rest."""


def header(width: int) -> Pieces:
    """The names of the columns."""
    return _columns(say("query.views.name"), say("query.views.plan"), say("query.views.query"), width, "legend")


def pieces(view: NamedView, width: int) -> Pieces:
    """Name, plan, query."""
    name = view.name or say("query.views.on_screen")
    ink = "text" if view.name else "legend"
    return _columns(name, view.plan or say("tui.plans.all"), view.query or say("query.views.everything"), width, ink)


def _columns(name: str, plan: str, query: str, width: int, ink: str) -> Pieces:
    rest = max(width - NAME - PLAN - 4, 1)
    return [(f"{fit(name, NAME)}  ", ink), (f"{fit(plan, PLAN)}  ", "number"), (fit(query, rest), ink)]


def detail(view: NamedView, command: str, width: int, folds: tuple[int, int] | None = None) -> Content:
    """What it shows, and the command. `folds`: how many tasks are folded and units unfolded, where it does not say."""
    folded, unfolded = folds or (len(view.folded), len(view.unfolded))
    facts = [
        view.plan or say("tui.plans.all"),
        view.query or say("query.views.everything"),
        say(f"query.rows.{view.rows}"),
        say(f"query.columns.{view.columns}"),
        say(f"query.density.{view.density}"),
        say("query.views.hidden" if view.hide_empty else "query.views.unhidden"),
    ]
    facts += [say("query.views.folded", count=folded)] if folded else []
    facts += [say("query.views.unfolded", count=unfolded)] if unfolded else []
    shown = hang([(fit(say("query.views.shows"), 10), "bold")], [[(fact, "")] for fact in facts], width)
    return joined([shown, hang([(fit(say("query.views.command"), 10), "bold")], [[(command, "$ink-notice")]], width)])
