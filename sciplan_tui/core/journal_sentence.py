"""An entry of the journal as a person reads it."""

from __future__ import annotations

from collections.abc import Mapping

from sciplan_tui.core.journal import Entry
from sciplan_tui.locale import say


def sentence(entry: Entry) -> str:
    """What an entry did, in the language in force.

    A journal may be older or newer than the sentences of this program: the bare facts of an entry are then shown.
    """
    facts = {name: "-" if fact is None else fact for name, fact in entry.summary.items()}
    try:
        if entry.kind in ("undo", "redo"):
            return say(f"entry.{entry.kind}", entry=facts["entry"], what=_plainly(str(facts["of"]), facts))
        return _plainly(entry.kind, facts)
    except (KeyError, IndexError, ValueError):
        return " ".join((entry.kind, *map(str, facts.values())))


def _plainly(kind: str, facts: Mapping[str, object]) -> str:
    if kind == "mark":
        cleared = facts["status"] == "-"
        facts = {**facts, "status": say("entry.cleared" if cleared else f"word.status.{facts['status']}")}
    return say(f"entry.{kind}", **facts)
