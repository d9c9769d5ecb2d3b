"""An entry of the journal as a person reads it."""

from __future__ import annotations

from collections.abc import Mapping

from sciplan_tui.core.journal import DOORS, Entry, Gesture
from sciplan_tui.core.sentence.evidence import evidence
from sciplan_tui.locale import listed, say

_BY_HAND = ("milestone", "target", "task", "plan")
"""The kinds of entries that say in `what` whether something was added (`add`), changed (`set`) or dropped (`drop`)."""
_PARTED = ("correct", "settle", "unit", "rule")
"""The kinds of entries that have a sentence for each `what`."""
_NAMES = ("names", "heirs", "new", "labels")
"""Facts that are lists of units, or of what milestones are called."""
_MOST_NAMED = 6
"""So many tasks are named in one sentence."""


def sentence(entry: Entry | Gesture) -> str:
    """What an entry, or the gesture that wrote it, did, in the language in force.

    A journal may be older or newer than the sentences of this program: the bare facts of an entry are then shown.
    """
    told = entry.facts if isinstance(entry, Gesture) else entry.summary
    facts = {name: "-" if fact is None else fact for name, fact in told.items()}
    facts |= {name: listed(facts[name]) for name in _NAMES if isinstance(facts.get(name), list | tuple)}
    try:
        if entry.kind in ("undo", "redo"):
            return say(f"entry.{entry.kind}", entry=facts["entry"], what=_plainly(str(facts["of"]), facts))
        return _plainly(entry.kind, facts)
    except (KeyError, IndexError, ValueError):
        return " ".join((entry.kind, *map(str, facts.values())))


def noted(entry: Entry) -> list[str]:
    """The note that was given with it, and where the proof lies."""
    note, path = (str(entry.summary.get(name) or "") for name in ("note", "evidence"))
    return [*filter(None, [note]), *evidence(path)]


def with_notes(entry: Entry) -> str:
    """What it did, the note that was given, and the evidence."""
    return "  ".join([sentence(entry), *noted(entry)])


def door(entry: Entry) -> str:
    """Through which door it was made, the screens or a command; nothing where that is not known."""
    return say(f"word.door.{entry.made_in}") if entry.made_in in DOORS else ""


def _plainly(kind: str, facts: Mapping[str, object]) -> str:
    if kind in _BY_HAND and "what" in facts:
        from sciplan_tui.core.sentence.edited import edited  # the first screen has none of these, and starts cheaply

        return edited(kind, facts)
    if kind == "report":
        from sciplan_tui.core.sentence.reported import reported

        return reported(facts)
    facts = _worded(kind, facts)
    return say(f"entry.{kind}.{facts['what']}" if kind in _PARTED else f"entry.{kind}", **facts)


def _worded(kind: str, facts: Mapping[str, object]) -> Mapping[str, object]:
    """The facts as words of the language, as the sentence of this kind of entry takes them."""
    if kind in ("correct", "settle"):
        return {**_in_words(facts), "copied": _copied(facts), "adopted": _adopted(facts)}
    if kind == "unit":
        return {**facts, "given": _given(facts.get("given"))}
    if kind == "mark":
        facts = _marked(facts)
    if kind == "member":
        facts = {"new": "-", **facts, "moved": _moved(facts)}
    if kind == "rule":
        facts = {**_in_words(facts), "copied": _copied(facts)}
    for name in {"by", "new"} & facts.keys():
        facts = {**facts, name: "" if facts[name] == "-" else say(f"entry.{name}", **{name: facts[name]})}
    return facts


def _marked(facts: Mapping[str, object]) -> dict[str, object]:
    cleared = facts["status"] == "-"
    state = say("entry.cleared" if cleared else f"word.status.{facts['status']}")
    return {"labels": facts["milestone"], **facts, "status": state, "named": _one_task(facts)}


def _one_task(facts: Mapping[str, object]) -> str:
    """Which task was marked, where it was only one."""
    return say("entry.one_task", task=facts["task"]) if facts.get("task") not in (None, "-") else ""


def _given(facts: object) -> str:
    """What was said of a unit, as words of the language."""
    if not isinstance(facts, Mapping):
        return ""
    words = {"class": lambda value: say(f"word.unit_class.{value}"), "collective": lambda value: _yes(value)}
    told = ((name, words.get(name, str)(value)) for name, value in facts.items())
    return say("word.between").join(f"{say(f'word.head.{name}')} {value}" for name, value in told)


def _yes(value: object) -> str:
    return say("word.yes" if value else "word.no")


def _copied(facts: Mapping[str, object]) -> str:
    """That a task which inherited its units has a list of its own now."""
    return say("entry.copied", count=facts["copied"]) if facts.get("copied") else ""


def _moved(facts: Mapping[str, object]) -> str:
    """Who joins a collective, leaves it, or is a member on other days; of an older entry only how many."""
    told = ((how, facts.get(how)) for how in ("joined", "left", "redated"))
    named = [(how, names) for how, names in told if isinstance(names, list | tuple) and names]
    if not named and "added" in facts:
        return say("entry.member.counted", **facts)
    clauses = (say(f"entry.member.{how}", units=listed(names)) for how, names in named)
    return say("entry.member.between").join(clauses) or say("entry.member.none")


def _adopted(facts: Mapping[str, object]) -> str:
    """Which tasks hang below the one that was moved, since they stand behind it."""
    paths = facts.get("adopted")
    if not isinstance(paths, list | tuple) or not paths:
        return ""
    more = " .." if len(paths) > _MOST_NAMED else ""
    return say("entry.adopted", count=len(paths), paths=" ".join(map(str, paths[:_MOST_NAMED])) + more)


def _in_words(facts: Mapping[str, object]) -> dict[str, object]:
    """What was corrected, its kind or role as a word of the language."""
    roles = dict.fromkeys(("role", "add", "drop", "instead", "printed"), "word.role")
    area = {"kind": "word.kind", **roles}.get(str(facts["what"]))
    worded = ("old", "new") if facts["what"] == "kind" else ("role", "old_role")
    return {name: say(f"{area}.{fact}") if area and name in worded else fact for name, fact in facts.items()}
