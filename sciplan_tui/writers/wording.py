"""How a cell of a sheet reads, for people in their language and for programs in codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.plan import Origin, Problem, Role, Status
from sciplan_tui.core.sentence.problem import name, sentence
from sciplan_tui.core.sheet import Code, Column, Names, Sheet, Traced, Value
from sciplan_tui.locale import language, say

_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


_FEW = 3
"""Milestones whose heads lie flat: upright they would take more room than they save."""


def writable(text: str) -> str:
    """`text` as every format can hold it, so that all say the same: line breaks are newlines, and what no XML can hold
    (controls, halves of surrogate pairs) is shown as U+FFFD.
    """
    if not _UNWRITABLE.search(text):
        return text
    return _UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def head(column: Column) -> str:
    """The head of a column in the language in force."""
    return writable(column.title) if column.title is not None else say(f"word.head.{column.word or column.key}")


def title(sheet: Sheet) -> str:
    """What stands above a sheet: what it is, and of which plan where there are several of it."""
    return writable(" ".join(filter(None, (say(f"export.sheet.{sheet.name}"), sheet.part))))


def upright(columns: Sequence[Column]) -> frozenset[int]:
    """The places of the columns whose heads stand upright: those of units and milestones; a few milestones alone lie
    flat."""
    named = {place: column for place, column in enumerate(columns) if column.title is not None}
    units = any(column.key.startswith("unit:") for column in named.values())
    return frozenset(named) if units or len(named) > _FEW else frozenset()


def is_figure(value: Value) -> bool:
    """Whether a cell is a number, or a share of a hundred (`58%`)."""
    if isinstance(value, str):
        return value.endswith("%") and value[:-1].isdecimal()
    return isinstance(value, int | float) and not isinstance(value, bool)


def worded(value: Value) -> str | int | float:
    """A cell for people: a word, a figure, or nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, tuple):
        return "".join([_sign(cell.role, cell.inherited, cell.origin, language()) for cell in value])
    if isinstance(value, Code):
        return _word(value.area, value.value, language())
    if isinstance(value, bool):
        return say("word.yes" if value else "word.no")
    if isinstance(value, Names):
        return writable(say("word.between").join(value.names)) + (say("word.and_more") if value.more else "")
    if isinstance(value, Problem):
        return writable(sentence(value))
    if isinstance(value, Traced):
        return f"{worded(value.said)}\n{writable(value.query)}"
    if isinstance(value, MarkCell):
        return _state(value.status, value.light, language())
    return int(value) if isinstance(value, float) and value.is_integer() else value


@lru_cache(maxsize=256)
def _word(area: str, value: str, into: str) -> str:
    """Its word; a code that has none (the table does not hold all of them to a list) stands for itself."""
    if area == "problem":
        return writable(name(value))
    try:
        return say(f"word.{area}.{value}", into)
    except KeyError:
        return writable(value)


@lru_cache(maxsize=256)
def _state(status: Status | None, light: str | None, into: str) -> str:
    return " ".join(say(f"word.status.{said}", into) for said in (status, light) if said)


@lru_cache(maxsize=256)
def _sign(role: Role, inherited: bool, origin: Origin, into: str) -> str:
    """牵; (牵) where it is inherited, ?牵 where it is only proposed. Asked for a million times in a large matrix."""
    sign = say(f"word.sign.{role}", into)
    if origin is Origin.PROPOSED:
        return f"?{sign}"
    return f"({sign})" if inherited else sign


def coded(value: Value) -> Any:
    """A cell for programs, as JSON holds it: codes and not words, null for nothing."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, Code):
        return writable(value.value)
    if isinstance(value, Names):
        return [writable(name) for name in value.names]
    if isinstance(value, Problem):
        return writable(sentence(value))
    if isinstance(value, Traced):
        return coded(value.said)
    if isinstance(value, MarkCell):
        return {"status": value.status, "light": value.light}
    if isinstance(value, tuple):
        return [{"role": cell.role, "inherited": cell.inherited, "origin": cell.origin} for cell in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
