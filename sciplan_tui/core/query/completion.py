"""What can be written next on a query line: fields, units, plans, milestones, states, kinds, from text and cursor.

Words are offered in the script that is being typed, Chinese or the codes; names by any part of them or their initials.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sciplan_tui.core.folding import fold
from sciplan_tui.core.query.tokens import EXACT, OpenTerm, exactly, quoted, term_at
from sciplan_tui.core.query.words import ABSENCES, CHOICES, FIELDS

MOST = 50
"""Candidates at most: whoever wants more of them writes one more letter."""
_UNITS, _FREE = ("lead", "resp", "support", "unit"), ("path", "target")
_SIGN = re.compile("[!！]?[=＝]|≠")
_COMMA = re.compile("[,，、；;]")


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of the database: as it is written, folded with its other names and initials (a line each), and what tells
    it from others."""

    name: str
    search: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class QueryNames:
    """The names that a query may say, those that are meant most first."""

    units: tuple[KnownName, ...] = ()
    plans: tuple[KnownName, ...] = ()
    milestones: tuple[KnownName, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be written, and what it means: the code of a word (`sort`: field, kind, status, mark, no), or what is
    known of a name."""

    written: str
    sort: str
    code: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """The candidates for `text[start:end]`, best first."""

    start: int
    end: int
    candidates: tuple[Candidate, ...] = ()

    def taken(self, text: str, candidate: Candidate) -> tuple[str, int]:
        """The line with `candidate` in the place of what was there, and where the cursor then stands."""
        at = self.start + len(candidate.written)
        return text[: self.start] + candidate.written + text[self.end :], at


def complete(text: str, cursor: int, names: QueryNames) -> Completion:
    """What can stand at the cursor. None where what stands there already is all that fits, or nothing does."""
    found = _completion(text, cursor, term_at(text, cursor), names)
    there = text[found.start : found.end]
    done = len(found.candidates) == 1 and fold(found.candidates[0].written) == fold(there)
    return Completion(found.start, found.end, () if done else found.candidates[:MOST])


def alternatives(text: str, cursor: int, names: QueryNames) -> Completion:
    """What can stand at the cursor; where nothing goes on from what was typed, what could stand in its place."""
    found = complete(text, cursor, names)
    if found.candidates:
        return found
    anew = complete(text, found.start, names)
    return anew if (anew.start, anew.end) == (found.start, found.end) else found


def _completion(text: str, cursor: int, term: OpenTerm, names: QueryNames) -> Completion:
    minus = term.start + (text[term.start : term.start + 1] in "-－−" and term.start < term.end)
    if term.field is None:
        typed = text[term.value_at + len(term.quote) : cursor]
        offered = [] if term.quote else _words("field", FIELDS, typed, ":")
        found = offered + (_named(names.units, typed, "unit", _as_unit) if fold(typed) else [])
        return Completion(minus, term.end, tuple(found))
    if cursor < term.value_at:
        return Completion(minus, term.value_at, tuple(_words("field", FIELDS, text[minus:cursor], ":")))
    return _value(text, cursor, term, FIELDS.get(fold(term.field), ""), names)


def _value(text: str, cursor: int, term: OpenTerm, field: str, names: QueryNames) -> Completion:
    typed = text[term.value_at + len(term.quote) : cursor]
    if field in _UNITS:
        exact = typed[:1] in EXACT
        found = _named(names.units, typed[exact:], field, exactly if exact else quoted)
        return Completion(term.value_at, term.end, tuple(found))
    if field == "plan":
        return Completion(term.value_at, term.end, tuple(_named(names.plans, typed, field, quoted)))
    if field == "mark":
        return _mark(text, cursor, term, names)
    if field in _FREE or not field:
        return Completion(cursor, cursor)
    return _piece(text, cursor, term.value_at + len(term.quote), term, field)


def _mark(text: str, cursor: int, term: OpenTerm, names: QueryNames) -> Completion:
    """A milestone, then its sign, then states."""
    begin = term.value_at + len(term.quote)
    sign = _SIGN.search(text, begin, term.value_end)
    if sign and sign.end() <= cursor:
        return _piece(text, cursor, sign.end(), term, "mark")
    write: Callable[[str], str] = quoted if sign or term.quote else _with_sign
    end = sign.start() if sign else term.end
    return Completion(term.value_at, end, tuple(_named(names.milestones, text[begin:cursor], "milestone", write)))


def _piece(text: str, cursor: int, begin: int, term: OpenTerm, sort: str) -> Completion:
    """One of several words joined by commas."""
    start = max([comma.end() for comma in _COMMA.finditer(text, begin, cursor)], default=begin)
    following = _COMMA.search(text, cursor, term.value_end)
    known = ABSENCES if sort == "no" else CHOICES[sort]
    end = following.start() if following else max(term.value_end, cursor)
    return Completion(start, end, tuple(_words(sort, known, text[start:cursor])))


def _words(sort: str, known: Mapping[str, str], typed: str, behind: str = "") -> list[Candidate]:
    """The words that begin so, one of each meaning."""
    wanted = fold(typed)
    found: dict[str, str] = {}
    for word, code in known.items():
        if word.isascii() == wanted.isascii() and word.startswith(wanted):
            found.setdefault(code, word)
    return [Candidate(word + behind, sort, code) for code, word in found.items()]


def _named(known: Iterable[KnownName], typed: str, sort: str, write: Callable[[str], str]) -> list[Candidate]:
    """The names with this in them, those that begin so first."""
    wanted = fold(typed)
    fits = [name for name in known if wanted in name.search]
    fits.sort(key=lambda name: not f"\n{name.search}".count(f"\n{wanted}"))
    return [Candidate(write(name.name), sort, about=name.about) for name in fits]


def _as_unit(name: str) -> str:
    return f"unit:{quoted(name)}"


def _with_sign(key: str) -> str:
    written = quoted(key)
    return f"{written}=" if written == key else written
