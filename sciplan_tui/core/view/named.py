"""A view with a name: what a ViewSpec says, in words that outlive the numbers a database gives to tasks and units.

As JSON it is an object of texts; what is missing there or makes no sense is as in a view that nobody has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from sciplan_tui.core.characters import show_text
from sciplan_tui.core.view.spec import ColumnOrder, Density, RowOrder

LONGEST = 500
"""Characters of a name or a query that are kept."""
QUERIES = 100
"""Queries that are remembered of one database."""
Place = tuple[str, str]
"""A task by its plan's key and its path, or a unit by its plan's key and its name."""
Word = TypeVar("Word", bound=StrEnum)


class NamedView(NamedTuple):
    """`plan`: its key; `unfolded`: collective units, `folded`: tasks. The last view of all has no name."""

    name: str = ""
    plan: str | None = None
    query: str = ""
    hide_empty: bool = True
    rows: RowOrder = RowOrder.PATH
    columns: ColumnOrder = ColumnOrder.PROTOCOL
    density: Density = Density.UPRIGHT
    unfolded: tuple[Place, ...] = ()
    folded: tuple[Place, ...] = ()

    def as_object(self) -> dict[str, Any]:
        """As JSON keeps it, without its name."""
        return {
            "plan": self.plan,
            "query": self.query,
            "hide_empty": self.hide_empty,
            "rows": str(self.rows),
            "columns": str(self.columns),
            "density": str(self.density),
            "unfolded": [list(place) for place in self.unfolded],
            "folded": [list(place) for place in self.folded],
        }


def from_object(name: str, said: object) -> NamedView:
    """The view that an object of JSON says; never an error."""
    facts = said if isinstance(said, dict) else {}
    plan = facts.get("plan")
    return NamedView(
        _text(name),
        _text(plan) if isinstance(plan, str) else None,
        _text(facts.get("query")),
        facts.get("hide_empty") is not False,
        _word(RowOrder, facts.get("rows"), RowOrder.PATH),
        _word(ColumnOrder, facts.get("columns"), ColumnOrder.PROTOCOL),
        _word(Density, facts.get("density"), Density.UPRIGHT),
        _places(facts.get("unfolded")),
        _places(facts.get("folded")),
    )


def newest_last(queries: Sequence[str], text: str) -> tuple[str, ...]:
    """The remembered queries with one more: each once, the newest last, the oldest let go."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return tuple(queries)
    return (*(query for query in queries if query != text), text)[-QUERIES:]


def queries_of(said: object) -> tuple[str, ...]:
    """The remembered queries that a list of JSON says."""
    queries: tuple[str, ...] = ()
    for query in said if isinstance(said, list) else ():
        queries = newest_last(queries, _text(query))
    return queries


def _text(said: object) -> str:
    return show_text(said)[:LONGEST] if isinstance(said, str) else ""


def _word(kind: type[Word], said: object, usual: Word) -> Word:
    return kind(said) if isinstance(said, str) and said in set(kind) else usual


def _places(said: object) -> tuple[Place, ...]:
    pairs = (pair for pair in (said if isinstance(said, list) else ()) if isinstance(pair, list) and len(pair) == 2)
    return tuple((_text(plan), _text(name)) for plan, name in pairs)
