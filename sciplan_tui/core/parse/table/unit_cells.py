"""A table's cell of units: one list, or labels with their lists, whose lines may be names of their own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.parse.statement.roles import LABEL, Label, labels_alone
from sciplan_tui.core.parse.unit.lists import plausible

_SHORT, _MOST_CELLS = 300, 1_000
"""Characters of a cell, and cells, that are kept."""
_SEPARATORS = "、，,；;"
_UNKNOWN = re.compile(f"{HAN}{{4,20}}")
"""A name that does not end as units do (海州金融港)."""


def read_unit_cell(text: str, default: Label) -> Reading:
    """A table cell under a head such as 责任单位, which gives the `default` label.

    Its lines are names of their own where each is a whole list. Whoever finds out how a table is laid out asks for the
    same cells again and again: what short ones say is kept.
    """
    return _read_cell(text, default) if len(text) <= _SHORT else _read_cell.__wrapped__(text, default)


@lru_cache(_MOST_CELLS)
def _read_cell(text: str, default: Label) -> Reading:
    reading = read_statement(lines_parted(text), default)
    unnamed = tuple(("units_missing", label) for label in labels_alone("".join(text.split())))
    return reading._replace(problems=(*reading.problems, *unnamed))


class _Line(NamedTuple):
    """A line of a cell: its label, if it begins with one, and the names behind it."""

    label: str
    names: str


def lines_parted(text: str) -> str:
    """The lines with a mark between those that are whole lists; run together, where a name is broken over two."""
    lines = [_line("".join(line.split())) for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or not all(map(_is_whole, [None, *lines], lines, [*lines[1:], None])):
        return "".join(line.label + line.names for line in lines)
    told, above = "", ""
    for line in lines:
        names = line.names.strip(_SEPARATORS)
        told += (("；" if line.label else "、" if _are_names(names) else "，") if above else "") + line.label + names
        above = names
    return told


def _line(text: str) -> _Line:
    found = LABEL.match(text)
    end = found.end() if found else 0
    return _Line(text[:end], text[end:])


def _is_whole(above: _Line | None, line: _Line, below: _Line | None) -> bool:
    """Whether a line is a whole list. Only the last of a label's names may be one that is not known for a unit's:
    nothing below it can go on with it.
    """
    names = line.names.strip(_SEPARATORS)
    if not names or _are_names(names):
        return True
    is_last = not line.label and (below is None or bool(below.label))
    return (
        is_last and above is not None and _are_names(above.names.strip(_SEPARATORS)) and bool(_UNKNOWN.fullmatch(names))
    )


def _are_names(text: str) -> bool:
    return all(map(plausible, re.split(f"[{_SEPARATORS}]", text)))
