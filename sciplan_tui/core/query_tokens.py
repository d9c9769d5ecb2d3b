"""The query line cut into its terms: `-`, a field with its colon, a value that may stand in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sciplan_tui.core.folding import fold
from sciplan_tui.core.query_words import FIELDS
from sciplan_tui.errors import QueryError

_BLANK = re.compile(r"\s*")
_BARE = re.compile(r"\S*")
_FIELD = re.compile(r"([^\W\d_]+)[:：]")
_MINUS = "-－−"
_QUOTES = {'"': '"', "＂": "＂", "“": "”", "「": "」"}


@dataclass(frozen=True, slots=True)
class Token:
    """One term as typed; `column` counts from 1, `field` is None for a bare word."""

    column: int
    field: str | None
    value: str
    negated: bool


def tokens(text: str) -> Iterator[Token]:
    """The terms of a query line, from left to right. QueryError for a lone minus and for a quote left open."""
    at = _after_blanks(text, 0)
    while at < len(text):
        start, negated = at, text[at] in _MINUS
        field, at = _field(text, at + negated)
        value, at = _value(text, at)
        if negated and field is None and not value:
            raise QueryError("query_minus", column=start + 1)
        yield Token(start + 1, field, value, negated)
        at = _after_blanks(text, at)


def _after_blanks(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _field(text: str, at: int) -> tuple[str | None, int]:
    """The field that stands at `at`, if one does. Chinese before a colon is a field only where it is a known one, for
    texts have colons too; a Latin name is always meant as a field.
    """
    found = _FIELD.match(text, at)
    if found and (found[1].isascii() or fold(found[1]) in FIELDS):
        return found[1], found.end()
    return None, at


def _value(text: str, at: int) -> tuple[str, int]:
    closing = _QUOTES.get(text[at : at + 1])
    if closing is None:
        found = _BARE.match(text, at)
        return (found[0], found.end()) if found else ("", at)
    end = text.find(closing, at + 1)
    if end < 0:
        raise QueryError("query_quote", column=at + 1, quote=closing)
    return text[at + 1 : end], end + 1
