"""The query line cut into its terms: `-`, a field with its colon, a value that may stand in quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sciplan_tui.core.folding import fold
from sciplan_tui.core.query.words import FIELDS
from sciplan_tui.errors import QueryError

_BLANK = re.compile(r"\s*")
_BLANKS = re.compile(r"\s+")
_BARE = re.compile(r"\S*")
_FIELD = re.compile(r"([^\W\d_]+)[:：]")
_MINUS = "-－−"
EXACT = ("=", "＝")
"""Before a unit's name, in quotes or before them: the one that bears this very name."""
_QUOTES = {'"': '"', "＂": "＂", "“": "”", "「": "」"}


class OpenTerm(NamedTuple):
    """A term while it is written: where it begins and ends, its field as typed, where its value begins, with which
    quote, and where it ends before the closing one. A quote left open runs to the end of the line.
    """

    start: int
    end: int
    field: str | None
    value_at: int
    quote: str
    value_end: int


@dataclass(frozen=True, slots=True)
class Token:
    """One term as typed; `column` counts from 1, `field` is None for a bare word, `quoted`: whether its value is."""

    column: int
    field: str | None
    value: str
    negated: bool
    quoted: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The terms of a query line, from left to right. QueryError for a lone minus and for a quote left open."""
    at = _after_blanks(text, 0)
    while at < len(text):
        start, negated = at, text[at] in _MINUS
        field, begin = _field(text, at + negated)
        value, at = _value(text, begin)
        if negated and field is None and not value:
            raise QueryError("query_minus", column=start + 1)
        yield Token(start + 1, field, value, negated, text[begin : begin + 1] in _QUOTES)
        at = _after_blanks(text, at)


def term_at(text: str, cursor: int) -> OpenTerm:
    """The term that ends at the cursor or goes on behind it; between terms an empty one. Never a QueryError."""
    at = _after_blanks(text, 0)
    while at < min(cursor, len(text)):
        field, value_at = _field(text, at + (text[at] in _MINUS))
        end, closed = _value_end(text, value_at)
        if cursor <= end:
            quote = text[value_at] if text[value_at : value_at + 1] in _QUOTES else ""
            return OpenTerm(at, end, field, value_at, quote, end - bool(quote and closed))
        at = _after_blanks(text, end)
    return OpenTerm(cursor, cursor, None, cursor, "", cursor)


def quoted(value: str) -> str:
    """`value` so written that the line reads it as one value: in quotes where it has blanks or begins with one."""
    if _is_read_as_it_is(value):
        return value
    for opening, closing in _QUOTES.items():
        if closing not in value:
            return f"{opening}{value}{closing}"
    return _BLANKS.sub("", value).lstrip("".join(_QUOTES))  # blanks never count, and a part finds the whole


def exactly(name: str) -> str:
    """What stands behind `lead:` and its like for the unit of this very name."""
    return quoted(f"{EXACT[0]}{name}")


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


def _value_end(text: str, at: int) -> tuple[int, bool]:
    """Where a value ends, and whether it is closed: only a quote can be left open."""
    try:
        return _value(text, at)[1], True
    except QueryError:
        return len(text), False


def _is_read_as_it_is(value: str) -> bool:
    return _value_end(value, 0) == (len(value), True) and _value(value, 0)[0] == value


def _value(text: str, at: int) -> tuple[str, int]:
    """The value that begins at `at`, and where it ends; the sign for the very name may stand before the quotes."""
    if text[at : at + 1] in EXACT and (closing := _QUOTES.get(text[at + 1 : at + 2])):
        end = text.find(closing, at + 2) + 1
        if end and not text[end : end + 1].strip():  # else the quotes are part of the name: “双减”办
            return text[at] + text[at + 2 : end - 1], end
    quote = _QUOTES.get(text[at : at + 1])
    if quote is None:
        found = _BARE.match(text, at)
        return (found[0], found.end()) if found else ("", at)
    end = text.find(quote, at + 1)
    if end < 0:
        raise QueryError("query_quote", column=at + 1, quote=quote)
    return text[at + 1 : end], end + 1
