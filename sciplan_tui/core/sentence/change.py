"""A row that an entry of the journal touched, as a person reads it."""

from __future__ import annotations

from sciplan_tui.core.detail.entry import ADDED, REMOVED, Field, Touch
from sciplan_tui.locale import say

_WORDS = {name: f"word.{name}" for name in ("role", "status", "origin", "frequency", "precision")}
_WORDS["class"] = "word.unit_class"
_KINDS = {"task": "word.kind", "milestone": "word.milestone", "succession": "history.succession"}
_YES_NO = ("open_list", "aspirational", "collective")
_SIGNS = {ADDED: "+", REMOVED: "-"}
_LONG = 60
"""Characters of a text that are told."""


def lead(touch: Touch) -> str:
    """Whether the row came (+), went (-) or altered, what it is, and what it is called."""
    return f"{_SIGNS.get(touch.how, ' ')} {say(f'word.table.{touch.table}')} {touch.about}"


def fields(touch: Touch) -> list[str]:
    """What it says, or said; of one that altered, what it said before as well."""
    if touch.how in _SIGNS:
        told = (_worded(touch.table, one, one.new if touch.how == ADDED else one.old) for one in touch.fields)
        return [one for one in told if one]
    return [_altered(touch.table, one) for one in touch.fields]


def _altered(table: str, one: Field) -> str:
    old, new = (_worded(table, one, value) or "-" for value in (one.old, one.new))
    return say("history.altered", field=say(f"history.field.{one.column}"), old=old, new=new)


def _worded(table: str, one: Field, value: object) -> str:
    """A value as a word of the language; a long text is cut."""
    if value is None:
        return ""
    area = _KINDS.get(table) if one.column == "kind" else _WORDS.get(one.column)
    if one.column in _YES_NO:
        return say("word.yes" if value else "word.no")
    text = f"{value:g}" if isinstance(value, float) else str(value)
    try:
        return say(f"{area}.{text}") if area else text if len(text) <= _LONG else f"{text[:_LONG]}.."
    except KeyError:
        return text
