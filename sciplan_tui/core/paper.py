"""A paper to be read from top to bottom, as a cover note, a slip or the draft of a report is: a Word document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sciplan_tui.core.chart import Chart
from sciplan_tui.core.outline.place import YIELDED, place_words
from sciplan_tui.core.sheet import Sheet, Value
from sciplan_tui.locale import say


class Place(StrEnum):
    """How a line stands on the page."""

    BODY = "body"
    """Chinese text, its first line set in by two characters."""
    FLUSH = "flush"
    """From the left edge, such as who a letter is to."""
    RIGHT = "right"
    """At the right edge: who signs, and the day."""
    CENTRE = "centre"
    SMALL = "small"
    """Below a table: the query behind its numbers, the state of the data."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` from 1, 0 is a title in the middle, as an enclosure has one of its own."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. Gaps that a person fills in are marked in its text, as `paper.gap` says."""

    text: str
    place: Place = Place.BODY


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page. `landscape`: from there on pages lie on their side, or stand upright; None: as
    before."""

    landscape: bool | None = None


Block = Heading | Line | PageBreak | Sheet | Chart
"""A Chart is drawn of a Sheet of the same paper: the last of its name before it, else the first."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its title; on its side (`landscape`) where a wide table asks for it.

    `compact`: set small also where it is upright, since it is made of tables more than of sentences. `foot`: stands
    below each page, beside its number.
    """

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    compact: bool = False
    foot: str = ""


def as_read(paper: Paper) -> Paper:
    """The paper with its tables as people read them."""
    return replace(paper, blocks=tuple(_with_places(one) if isinstance(one, Sheet) else one for one in paper.blocks))


def _with_places(sheet: Sheet) -> Sheet:
    """A task that yielded its path to another is told by the place it had before."""
    at = {place for place, column in enumerate(sheet.columns) if column.key in ("path", "paths")}
    if not any(YIELDED in str(row[place]) for row in sheet.rows for place in at):
        return sheet
    rows = (tuple(_told(cell) if place in at else cell for place, cell in enumerate(row)) for row in sheet.rows)
    return replace(sheet, rows=tuple(rows))


def _told(cell: Value) -> Value:
    """One path, or several with blanks between."""
    if not isinstance(cell, str) or YIELDED not in cell:
        return cell
    return say("word.between").join(map(place_words, cell.split(" ")))
