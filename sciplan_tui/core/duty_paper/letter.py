"""The cover note of a duty sheet, an official letter (函) ready to be sealed, and the sheet that it encloses.

Its sentences are fixed; what is not known is a gap that a person fills in.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sciplan_tui.core.duty_paper.facts import DutyPaper
from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Paper, Place
from sciplan_tui.core.sentence.day import day_words
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.locale import say


@dataclass(frozen=True, slots=True)
class Letter:
    """Who sends it, and by which day an answer is asked for; None: a gap."""

    sender: str | None = None
    reply_by: datetime.date | None = None


def duty_document(paper: DutyPaper, tables: Sequence[Sheet], letter: Letter | None) -> Paper:
    """The sheet as a Word document; with a letter before it, of which it is the enclosure."""
    title = sheet_title(paper)
    foot = say("duty_paper.foot", title=title, on=paper.on.isoformat())
    sheet = tuple(_sheet(paper, tables))
    if letter is None:
        return Paper(title, sheet, landscape=True, foot=foot)
    enclosure = (PageBreak(landscape=True), Line(say("duty_paper.enclosure"), Place.FLUSH), Heading(title, 0))
    return Paper(say("duty_paper.letter.title"), (*_letter(paper, letter), *enclosure, *sheet), foot=foot)


def sheet_title(paper: DutyPaper) -> str:
    """`市科协责任清单`."""
    return say("duty_paper.title", unit=paper.unit.name)


def _letter(paper: DutyPaper, letter: Letter) -> Iterator[Block]:
    number = paper.facts.document_number
    document = say("duty_paper.document", number=number) if number else ""
    sender = letter.sender or say("paper.gap_of", what=say("duty_paper.letter.sender"))
    reply = day_words(letter.reply_by) if letter.reply_by else say("paper.gap_of", what=say("duty_paper.letter.day"))
    gap = say("paper.gap")
    yield Line(say("duty_paper.letter.to", unit=paper.unit.name), Place.FLUSH)
    yield Line(say("duty_paper.letter.sends", plan=paper.unit.plan.title, document=document))
    yield Line(say("duty_paper.letter.asks", day=reply, state=day_words(paper.on)))
    yield Line(say("duty_paper.letter.contact", name=gap, phone=gap))
    yield Line(say("duty_paper.letter.closes"))
    yield Line("")
    yield Line(say("duty_paper.letter.encloses", title=sheet_title(paper)))
    yield Line("")
    yield Line("")
    yield Line(say("duty_paper.letter.seal", sender=sender), Place.RIGHT)
    yield Line(day_words(paper.on), Place.RIGHT)


def _sheet(paper: DutyPaper, tables: Sequence[Sheet]) -> Iterator[Block]:
    plan = paper.unit.plan
    document = paper.facts.document_number
    yield Line(say("duty_paper.plan", plan=plan.title, document=document or "").strip(), Place.CENTRE)
    for number, table in enumerate(tables):
        yield Heading(say("duty_paper.heading", number=_numeral(number), name=_name(paper, table)), 2)
        yield table if table.rows else Line(say("duty_paper.nothing_moved"))


def _name(paper: DutyPaper, table: Sheet) -> str:
    if table.name == "moved" and paper.since:
        return say("duty_paper.moved_since", day=paper.since)
    name = say(f"export.sheet.{table.name}")
    return name[:1].upper() + name[1:]


def _numeral(place: int) -> str:
    return say("duty_paper.numerals")[place]
