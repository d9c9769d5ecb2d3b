"""A difference between an edition and what is stored, as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sciplan_tui.core.plan import Frequency, Kind, Role
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.core.diff.difference import Difference

_LISTS = ("open_list", "closed_list")


def sentence(one: Difference) -> str:
    """What one difference says, with what a person has put instead, and why it is only proposed."""
    title = say(f"difference.field.{one.title}") if one.kind == "plan_changed" else one.title
    old, new, now = map(in_words, (one.old, one.new, one.now))
    said = say(f"difference.{one.kind}", path=one.path or "", title=title, old=old, new=new)
    put = "reported" if one.reason == "removal" else "instead"
    notes = [say(f"difference.{put}", now=now)] if one.now is not None else []
    notes += [say(f"difference.reason.{one.reason}")] if one.reason else []
    notes += [say("difference.alike", percent=round(one.ratio * 100))] if one.ratio is not None else []
    return " ".join([said.strip(), *notes])


def in_words(value: str | None) -> str:
    """What was or is said, its role (`市妇联 responsible`), kind or frequency as a word of the language."""
    if not value:
        return "-"
    rest, _, last = value.rpartition(" ")
    for area, codes in (("role", Role), ("kind", Kind), ("frequency", Frequency), ("list", _LISTS)):
        if last in tuple(codes):
            return f"{rest} {say(f'word.{area}.{last}')}".strip()
    return value
