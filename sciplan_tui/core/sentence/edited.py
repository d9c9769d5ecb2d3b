"""What a person edited of a plan by hand, in words: what was and what is, what came, and what went with it."""

from __future__ import annotations

from collections.abc import Mapping

from sciplan_tui.core.plan import Comparator, Frequency, Target
from sciplan_tui.core.sentence.target import aim, conditions
from sciplan_tui.core.whole_number import whole
from sciplan_tui.locale import say

_WORDS = {
    "milestone.kind": "word.milestone",
    "task.kind": "word.kind",
    "target.comparator": "word.comparator",
    "target.frequency": "word.frequency",
    "target.aspirational": "edit.truth",
}


def edited(kind: str, facts: Mapping[str, object]) -> str:
    """The sentence of one entry. KeyError: it has not the facts of such an entry."""
    told = {**facts, "given": _given(kind, facts.get("given")), "going": going(facts.get("going"))}
    if "figure" in facts:
        told["figure"] = _figure(facts["figure"])
    if "copied" in facts:
        told["copied"] = say("edit.copied", count=facts["copied"]) if facts["copied"] else ""
    if "kind" in facts:
        told["kind"] = in_words(kind, "kind", facts["kind"])
    return say(f"entry.{kind}.{facts['what']}", **told)


def in_words(table: str, column: str, value: object) -> str:
    """A value as a person reads it; nothing is `-`."""
    if value in (None, "", "-"):
        return "-"
    area = _WORDS.get(f"{table}.{column}")
    if area == "edit.truth":
        return say("word.yes" if value else "word.no")
    return say(f"{area}.{value}") if area else str(whole(value) if isinstance(value, float) else value)


def going(counts: object) -> str:
    """What goes with something that is dropped, by table and count; empty where nothing does."""
    if not isinstance(counts, Mapping) or not any(counts.values()):
        return ""
    return say("edit.going", what=hanging(counts))


def hanging(counts: Mapping[str, object]) -> str:
    """What hangs on something, by table and count."""
    told = (say(f"edit.going.{table}", count=count) for table, count in counts.items() if count)
    return say("word.between").join(told)


def _given(kind: str, given: object) -> str:
    if not isinstance(given, Mapping):
        return ""
    said = (
        say("edit.given", name=say(f"edit.field.{name}"), old=in_words(kind, name, old), new=in_words(kind, name, new))
        for name, (old, new) in given.items()
    )
    return say("word.between").join(said)


def _figure(columns: object) -> str:
    """A figure as the lists tell it: `>= 200 人次 每年`."""
    assert isinstance(columns, Mapping)
    frequency = columns["frequency"] and Frequency(columns["frequency"])
    of_it = {**columns, "comparator": Comparator(columns["comparator"]), "frequency": frequency}
    target = Target("", **of_it)
    return " ".join([aim(target), *conditions(target)])
