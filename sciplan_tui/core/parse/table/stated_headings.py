"""A heading above rows of a table that says who is to do them: 一、海上行动（牵头单位：市海洋局）."""

from __future__ import annotations

import re
from typing import NamedTuple

from sciplan_tui.core.parse.draft import Holding
from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.parse.statement.roles import HINT

_AT_END = re.compile(r"[（(〔【]((?:[^（(〔【）)〕】]|[（(〔【][^（(〔【）)〕】]*[）)〕】])*)[）)〕】]$")


class StatedHeading(NamedTuple):
    """The title of a heading, and what its statement gives to whom."""

    title: str
    holding: Holding


def stated_heading(text: str, line: int) -> StatedHeading:
    """The heading without the statement at its end, if one stands there; `line`: where it is printed."""
    found = _AT_END.search(text)
    if found is None or not found.start() or not HINT.search(found[1]):
        return StatedHeading(text, Holding())
    reading = read_statement(found[1])
    if not reading.roles or not reading.sure:
        return StatedHeading(text, Holding())
    said = reading.assignments(line, found.group()), reading.proposals(line, found.group())
    return StatedHeading(text[: found.start()].rstrip(), Holding(*said, reading.open_list, reading.deadline))
