"""A plan without numbers, each of whose tasks ends with a line that says no more than by whom: 市海洋局牵头.

What stands between two such lines is of one task. Short lines that begin it are headings, the last of them its own;
where none does, its first sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from sciplan_tui.core.parse.draft import Line, Span
from sciplan_tui.core.parse.line.layout import Layout
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.outline.titles import title_end
from sciplan_tui.core.parse.outline.tree import Heading
from sciplan_tui.core.parse.statement.reading import read_statement

_FEWEST = 3
_LONGEST, _LONGEST_HEADING, _LONGEST_NUMBERED = 900, 16, 40
"""Characters of a statement, of a heading, and of one that has a number."""
_VERBS = ("牵头", "负责", "落实", "配合")
_SENTENCE = re.compile("[，,。；;：:]")
_NUMBER = re.compile(r"\d{1,3}(?:[-.]\d{1,3}){0,3} (?=[^\W\d])")
"""The number of a heading with nothing but a blank behind it: it counts the tasks, or it is their code."""


def find_stated_blocks(texts: Sequence[str]) -> tuple[int, ...]:
    """The lines that are headings, those of tasks the last of each run of them; none of too few statements."""
    told = [at for at, text in enumerate(texts) if _is_statement(text)]
    if len(told) < _FEWEST:
        return ()
    begins = [0, *(at + 1 for at in told[:-1])]
    headings = [list(_headings(texts, begin, end)) for begin, end in zip(begins, told, strict=True) if begin < end]
    if len(headings[0]) > 1 and headings[0][0] == 0 and not _NUMBER.match(texts[0]):
        del headings[0][0]  # the title of the plan
    return tuple(at for block in headings for at in block)


def block_outline(lines: Sequence[Line], layout: Layout) -> list[Heading]:
    """The tasks below the headings that stand right above theirs, with all lines up to the next ones."""
    places = frozenset(layout.bare)
    headings: list[Heading] = []
    for index in range(layout.body, layout.close):
        line = lines[index]
        if index in places:
            headings.append(_heading(line, Rank.SECTION if _stands_above(lines, index, layout) else Rank.ITEM))
        elif line.text:
            headings[-1].body.append(Span(line, 0, len(line.text)))
    return headings


def _is_statement(text: str) -> bool:
    bare = text.rstrip("。；;")
    if not bare.endswith(_VERBS) or len(text) > _LONGEST or "。" in bare:
        return False
    reading = read_statement(bare)
    return bool(reading.roles) and reading.sure


def _headings(texts: Sequence[str], begin: int, end: int) -> Iterator[int]:
    """The lines before the first sentence of a task that have a number, else the short ones; else that sentence."""
    filled = [at for at in range(begin, end) if texts[at]]
    above = list(takewhile(lambda at: not _SENTENCE.search(texts[at]), filled))
    counted = [at for at in above if _NUMBER.match(texts[at]) and len(texts[at]) <= _LONGEST_NUMBERED]
    yield from counted or [at for at in above if len(texts[at]) <= _LONGEST_HEADING] or filled[:1]


def _stands_above(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    """Whether another heading follows before any sentence does."""
    below = [at for at in layout.bare if at > index][:1]
    return bool(below) and not any(_SENTENCE.search(lines[at].text) for at in range(index, below[0]))


def _heading(line: Line, rank: Rank) -> Heading:
    number = _NUMBER.match(line.text)
    start = number.end() if number else 0
    end = start + title_end(line.text[start:], 0)
    body = [Span(line, end, len(line.text))] if end < len(line.text) else []
    title = Span(line, start, end)
    told = number.group().strip() if number else None
    return Heading(rank, title.text, line.number, told, span=title, alone=not body, body=body)
