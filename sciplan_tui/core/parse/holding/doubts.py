"""What a person should settle about the unit statements: what could not be read, and which names may be one unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sciplan_tui.core.parse.draft import Holding
from sciplan_tui.core.parse.holding.attachment import Attached
from sciplan_tui.core.parse.passage.passage import Passage
from sciplan_tui.core.plan import Problem
from sciplan_tui.core.unit.registry import short_form

_MOST_ALIKE = 8
"""Names of one unit in one plan; more are not told apart by their short form at all."""


def statement_doubts(attached: Iterable[Attached]) -> Iterator[Problem]:
    """What single statements leave open: words that are no unit, a label of two roles, a statement without a node."""
    for one in attached:
        line = one.passage.line
        yield from (Problem(code, line, (("text", text),)) for code, text in one.passage.reading.problems)
        if one.path is None:
            yield Problem("statement_unattached", line, (("text", one.passage.quote[:40]),))


def unread(passages: Iterable[Passage]) -> Iterator[Problem]:
    """Brackets that look like a statement but could not be read."""
    for passage in passages:
        if not passage.reading.roles:
            yield from (Problem(code, passage.line, (("text", text),)) for code, text in passage.reading.problems)


def aliases(holdings: Iterable[Holding]) -> Iterator[Problem]:
    """Two names that may be one unit are named to the person, and left apart."""
    lines: dict[str, int | None] = {}
    for holding in holdings:
        for held in holding.assignments:
            lines.setdefault(held.unit, held.line)
    alike: dict[tuple[str, str], list[str]] = {}
    for other in lines:
        known = alike.setdefault(short_form(other), [])
        yield from (Problem("alias_proposed", lines[other], (("one", one), ("other", other))) for one in known)
        if len(known) < _MOST_ALIKE:
            known.append(other)
