"""An entry of the journal as a person reads it."""

from __future__ import annotations

from collections.abc import Mapping

from sciplan_tui.core.journal import Entry, Gesture
from sciplan_tui.locale import say


def sentence(entry: Entry | Gesture) -> str:
    """What an entry, or the gesture that wrote it, did, in the language in force.

    A journal may be older or newer than the sentences of this program: the bare facts of an entry are then shown.
    """
    told = entry.facts if isinstance(entry, Gesture) else entry.summary
    facts = {name: "-" if fact is None else fact for name, fact in told.items()}
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
    if kind in ("correct", "settle"):
        return say(f"entry.{kind}.{facts['what']}", **_in_words(facts))
    return say(f"entry.{kind}", **facts)


def _in_words(facts: Mapping[str, object]) -> dict[str, object]:
    """What was corrected, its kind or role as a word of the language."""
    area = {"kind": "word.kind", "role": "word.role", "add": "word.role", "drop": "word.role"}.get(str(facts["what"]))
    worded = ("old", "new") if facts["what"] == "kind" else ("role", "old_role")
    return {name: say(f"{area}.{fact}") if area and name in worded else fact for name, fact in facts.items()}
