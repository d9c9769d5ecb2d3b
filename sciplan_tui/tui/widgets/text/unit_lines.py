"""A unit as the registry's screen shows it: in a line of columns, and in full below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from sciplan_tui.core.plan import Role
from sciplan_tui.core.sentence.dated import dated
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, narrow
from sciplan_tui.tui.widgets.plain import joined

if TYPE_CHECKING:
    from sciplan_tui.workspace.unit.units import AliasProposal, UnitRecord

SHORT, FUNCTION, COUNT = 13, 11, 4
NAME_LEAST, NAME_MOST = 22, 36
ROOMY = 72
"""Cells of a list that has room for functions; on a narrower one numbers go before them."""
LABEL = 8
DIM = "$ink-dim"


def header(width: int) -> Pieces:
    """The names of the columns."""
    names = [fit(say("unit.name"), _name(width)), fit(say("unit.short"), SHORT)]
    names += [fit(say("unit.function"), FUNCTION)] if width >= ROOMY else []
    return [("".join(names) + _numbers(*(say(f"word.sign.{role}") for role in Role)), "class")]


def _name(width: int) -> int:
    """Cells of the names' column."""
    return max(NAME_LEAST, min(NAME_MOST, width - SHORT - FUNCTION - 3 * COUNT - 24))


def _numbers(*counts: object) -> str:
    """Numbers, or the signs above them, at the right edge of their columns."""
    return "".join(" " * max(COUNT - cell_len(str(count)), 0) + str(count) for count in counts)


def pieces(unit: UnitRecord, width: int) -> Pieces:
    """Name, short form, function, counts of its roles, then what else there is to know."""
    wide = _name(width)
    gone = unit.heir is not None
    held = (unit.lead, unit.responsible, unit.support)
    counts = _numbers(*(count or "" for count in held)) if width >= ROOMY or any(held) or not gone else ""
    function = fit(unit.function or "", FUNCTION - 1) + " " if width >= ROOMY else ""
    rest = "  ".join(_notes(unit))
    return [
        (fit(unit.name, wide - 1) + " ", "context" if gone else "text"),
        (fit(unit.short, SHORT - 1) + " ", "legend"),
        (function, "legend"),
        (counts, "context" if gone else "text"),
        (f"  {rest}" if counts else rest, "notice" if gone else "legend"),
    ]


def _notes(unit: UnitRecord) -> Iterator[str]:
    if unit.heir is not None:
        yield say("unit.now", heir=unit.heir)
    if unit.members:
        yield say("unit.members_count", count=len(unit.members))
    elif unit.collective:
        yield say("unit.no_members")
    if unit.contact:
        yield unit.contact


def counts(found: Sequence[UnitRecord], units: Sequence[UnitRecord]) -> Iterator[str]:
    """How many of the units there are on the day; how many others have passed on all they held; how many hold nothing
    yet. `found`: those that are listed.
    """
    there = [unit for unit in found if unit.heir is None]
    idle = sum(not (unit.lead or unit.responsible or unit.support) for unit in there)
    count = sum(unit.heir is None for unit in units)
    yield say("unit.counts_found" if len(found) < len(units) else "unit.counts", found=len(there), count=count)
    if len(found) > len(there):
        yield say("unit.counts_gone", count=len(found) - len(there))
    if idle:
        yield say("unit.counts_idle", count=idle)


def proposal_pieces(proposal: AliasProposal, width: int) -> Pieces:
    """Two names, and why they may be one body's."""
    pair = say("unit.same", name=proposal.name, same_as=proposal.same_as)
    return [(pair, "text"), (f"  {_reason(proposal)}", "legend")]


def _reason(proposal: AliasProposal) -> str:
    return say(f"unit.reason.{proposal.reason}", short=proposal.short)


def detail(unit: UnitRecord, units: Sequence[UnitRecord], width: int) -> Content:
    """Its facts, names as printed with their dates, who came before and after it, and who stands behind it."""
    title = "  ".join(filter(None, (say(f"word.unit_class.{unit.unit_class}"), unit.function, unit.contact)))
    lines = [hang([], [[(unit.name, "bold"), (f"  {title}", DIM)]], width)]
    lines += [_labelled(name, items, width) for name, items in _sections(unit, units)]
    return joined(lines)


def _sections(unit: UnitRecord, units: Sequence[UnitRecord]) -> Iterator[tuple[str, list[str]]]:
    printed = [dated(name) for name in unit.printed]
    if printed:
        yield "printed", printed
    before = [_succession(other) for other in units if other.heir == unit.name and other.plan_key == unit.plan_key]
    if before:
        yield "before", before
    if unit.heir is not None:
        yield "after", [_dated_kind(unit.heir, unit.heir_kind, unit.heir_on)]
    if unit.members:
        yield "members", [dated(member) for member in unit.members]
    within = [
        other.name
        for other in units
        if other.plan_key == unit.plan_key and any(member.name == unit.name for member in other.members)
    ]
    if within:
        yield "within", within


def _succession(unit: UnitRecord) -> str:
    return _dated_kind(unit.name, unit.heir_kind, unit.heir_on)


def _dated_kind(name: str, kind: str | None, on: str | None) -> str:
    facts = [say(f"unit.kind.{kind}")] if kind else []
    return name + say("word.aside", said=" ".join(facts + ([on] if on else [])))


def proposal_detail(proposal: AliasProposal, width: int) -> Content:
    """Both names, why, and the keys that answer."""
    pair = say("unit.same", name=proposal.name, same_as=proposal.same_as)
    return joined(
        [
            hang([], [[(pair, "bold")]], width),
            _labelled("why", [_reason(proposal)], width),
            hang([], [[(say("unit.answer", name=narrow(proposal.same_as)), DIM)]], width),
        ]
    )


def _labelled(name: str, items: Sequence[str], width: int) -> Content:
    return hang([(fit(say(f"unit.label.{name}"), LABEL), DIM)], [[(narrow(item), "")] for item in items], width)
