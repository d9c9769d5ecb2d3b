"""One statement where it stands in the flow."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.statement.reading import Reading
from sciplan_tui.core.parse.time.deadlines import deadline_behind

_LETTER = r"(?:[a-zA-Z][)）.．、]|[①-⑳])\s?"
MATTER = re.compile(rf"{_LETTER}(?P<words>[^，,。；;：:由\n]{{2,40}})(?=由[^，,。；\n]{{2,120}}牵头)")
"""What somebody leads, behind a letter that begins a line: a) 校外科技活动由市科协牵头，市教育局参加."""


class Passage(NamedTuple):
    """One statement where it stands: its place in the flow, its line in the file as stored, its words, what they say.

    `alone`: nothing else stands on its line. `bracketed`: it stands in brackets. `clause`: it is the last clause of its
    item's own sentence. `matter`: where the words begin that its line says it of, and no more.
    """

    start: int
    end: int
    line: int
    quote: str
    alone: bool
    bracketed: bool
    reading: Reading
    clause: bool = False
    matter: int | None = None


def made(flow: Flow, start: int, end: int, reading: Reading, *, bracketed: bool) -> Passage:
    """The passage between two places of the flow."""
    line_start, line_end = flow.bounds(start)
    if end > line_end:
        line_end = flow.bounds(end)[1]
    alone = line_start == start and not flow.text[end:line_end].strip("。；;，,\n")
    quote = flow.text[start:end].replace("\n", "")
    if bracketed and reading.roles and not reading.deadline and (term := deadline_behind(flow.text, end)):
        reading = reading._replace(deadline=term)
    return Passage(start, end, flow.line_at(start), quote, alone, bracketed, reading)


def inside(position: int, stretches: list[tuple[int, int]]) -> bool:
    """Whether a place of the flow lies in one of the sorted stretches."""
    at = bisect_right(stretches, (position, len(stretches) and stretches[-1][1] + 1)) - 1
    return at >= 0 and position < stretches[at][1]
