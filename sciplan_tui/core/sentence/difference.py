"""A difference between an edition and what is stored, as a person reads it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from sciplan_tui.core.outline.place import YIELDED, place_words
from sciplan_tui.core.plan import Frequency, Kind, Role
from sciplan_tui.locale import listed, say

if TYPE_CHECKING:
    from sciplan_tui.core.diff.difference import Difference

NOTHING = "-"
"""Stands in a difference for what a person has taken away."""
_LISTS = ("open_list", "closed_list")


def sentence(one: Difference) -> str:
    """What one difference says, with what a person has put instead, and why it is only proposed."""
    title = say(f"difference.field.{one.title}") if one.kind == "plan_changed" else one.title
    old, new, now = (in_words(value, one.kind) for value in (one.old, one.new, one.now))
    name = "lead_order" if _in_another_order(one) else one.kind
    path = place_words(one.path or "")
    if one.kind == "task_removed":
        path = (one.path or "").replace(YIELDED, "")  # the sentence says itself that it is the former one
    said = say(f"difference.{name}", path=path, title=title, old=old, new=new) + turned(one)
    put = {"removal": "reported", "alike": "replaced"}.get(one.reason or "", "instead")
    notes = [say(f"difference.{put}", now=now)] if one.now is not None else []
    notes += [say("difference.marks", count=one.marks)] if one.marks else []
    notes += [say(f"difference.reason.{one.reason}")] if one.reason else []
    notes += [say("difference.alike", percent=round(one.ratio * 100))] if one.ratio is not None else []
    return " ".join([said.strip(), *notes])


def _in_another_order(one: Difference) -> bool:
    """Whether the leads are the same and only another of them comes first."""
    from sciplan_tui.core.diff.leads import NAMES

    sides = [sorted(value.split(NAMES)) for value in (one.old, one.new) if one.kind == "lead_changed" and value]
    return len(sides) == 2 and sides[0] == sides[1]


def turned(one: Difference) -> str:
    """The units that get another role as they join or leave the leads, in brackets; empty where there is none."""
    parts = (entry.rsplit(" ", 2) for entry in one.turned)
    said = [say("difference.turn", unit=unit, old=_roles(old), new=_roles(new)) for unit, old, new in parts]
    return say("difference.turned", units=say("difference.turned_between").join(said)) if said else ""


def _roles(codes: str) -> str:
    return listed(say(f"word.role.{code}") for code in codes.split("+"))


def in_words(value: str | None, kind: str = "") -> str:
    """What was or is said, its roles (`市妇联 responsible lead`), kind or frequency as words of the language.

    `kind`: that of the difference; what a change of leads says is a list of names.
    """
    if not value or value == NOTHING:
        return say("difference.nothing")
    if kind == "lead_changed":
        from sciplan_tui.core.diff.leads import NAMES

        return listed(value.split(NAMES))
    from sciplan_tui.core.diff.difference import VALUES

    words = value.split(" ")
    if roles := list(takewhile(lambda word: word in tuple(Role), reversed(words))):
        told = listed(say(f"word.role.{role}") for role in reversed(roles))
        return " ".join([*words[: -len(roles)], told])
    rest, _, last = value.rpartition(" ")
    for area, codes in (("kind", Kind), ("frequency", Frequency), ("list", _LISTS)):
        if last in tuple(codes):
            return f"{rest} {say(f'word.{area}.{last}')}".strip()
    return listed(value.split(VALUES)) if kind.endswith("_removed") and VALUES in value else value
