"""The lists of the screens as tables to be copied: all that their lines say, uncut, each fact in its own column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.core.detail.doubt import Doubt
    from sciplan_tui.core.diff.difference import Difference
    from sciplan_tui.core.journal import Entry
    from sciplan_tui.core.view.named import NamedView
    from sciplan_tui.workspace.unit.units import UnitRecord

Value = str | int | None


class Table(NamedTuple):
    """Heads, and rows as wide as they."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]


def _table(heads: str, rows: Iterable[Sequence[Value]]) -> Table:
    return Table([say(f"word.head.{name}") for name in heads.split()], list(rows))


def units(records: Iterable[UnitRecord]) -> Table:
    """A unit a line, with how many tasks it holds in each role."""
    return _table(
        "plan unit short class function contact lead responsible support",
        (
            (
                *(one.plan_key, one.name, one.short, say(f"word.unit_class.{one.unit_class}")),
                *(one.function, one.contact, one.lead, one.responsible, one.support),
            )
            for one in records
        ),
    )


def differences(shown: Iterable[Difference], state: Callable[[Difference], str]) -> Table:
    """A difference a line: what was said, what is said now, and whether it is accepted."""
    from sciplan_tui.core.sentence.difference import in_words, sentence

    def said(value: str | None, kind: str) -> str | None:
        return None if value is None else in_words(value, kind)

    return _table(
        "path title kind what was now state",
        (
            (
                *(one.path, one.title, say(f"review.kind.{one.kind}")),
                *(sentence(one), said(one.old, one.kind), said(one.new, one.kind), state(one)),
            )
            for one in shown
        ),
    )


def doubts(shown: Iterable[Doubt]) -> Table:
    """A problem a line, with its advice; how it was settled."""
    from sciplan_tui.core.sentence.problem import advice, name, sentence

    return _table(
        "plan line kind message advice path title settled note",
        (
            (
                *(one.plan_key, one.problem.line, name(one.problem.code), sentence(one.problem), advice(one.problem)),
                *(one.path, one.title, one.settled_on, one.settled_note),
            )
            for one in shown
        ),
    )


def entries(shown: Iterable[Entry]) -> Table:
    """An entry of the journal a line, and whether it is undone."""
    from sciplan_tui.core.sentence.entry import noted, sentence

    return _table(
        "id at what plan state note",
        (
            (
                *(one.id, one.at, sentence(one), str(one.summary.get("plan") or "")),
                *("" if one.in_force else say("history.undone"), "  ".join(noted(one))),
            )
            for one in shown
        ),
    )


def views(shown: Iterable[NamedView], command: Callable[[NamedView], str]) -> Table:
    """A named view a line, with the command that lists the same."""
    return Table(
        [say(f"query.views.{name}") for name in ("name", "plan", "query", "command")],
        [(one.name, one.plan, one.query, command(one)) for one in shown],
    )
