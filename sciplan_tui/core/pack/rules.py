"""How the numbers of a table of a pack are looked up, said beneath it: on paper by the small print of a row, in a
workbook by its column of queries."""

from __future__ import annotations

from sciplan_tui.core.pack.part import PackPart
from sciplan_tui.core.plan import Status
from sciplan_tui.locale import say

ASKED = ("late", "matters", "figures", "moved")
"""The tables whose rows have such queries and need no other terms; those of counts have terms for their columns."""
_ANY = ("figures", "moved")
"""Those whose rows may be of what is no 任务: figures of a goal, tasks that are so no more."""


def in_workbook(part: PackPart, name: str) -> tuple[str, str]:
    """The note beneath a table whose last column has the queries."""
    return _rule(part, name, say("pack.row_query"))


def on_paper(part: PackPart, name: str) -> tuple[str, str]:
    """The note beneath a table whose rows have the queries in small print."""
    return _rule(part, name, part.within(say("pack.small_print")) if name in _ANY else part.small_print)


def _rule(part: PackPart, name: str, query: str) -> tuple[str, str]:
    told = {"query": query, "on": part.day, "term": part.at(str(Status.BLOCKED))}
    return say("pack.note.query"), say(f"pack.rule.{name}", **told)
