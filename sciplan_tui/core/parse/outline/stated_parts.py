"""An item whose sentences each name their own units: 建灯塔。（市海洋局负责）清航道。（市港口局牵头，市渔业局配合）

Each stretch of its text up to the end of a statement is a task: read as one, nobody could tell who owes what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sciplan_tui.core.parse.draft import Span
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.outline.titles import title_end
from sciplan_tui.core.parse.outline.tree import Heading
from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.parse.statement.roles import HINT, LABEL

_FEWEST, _SHORTEST = 2, 6
"""Statements of an item, and characters that stand before each."""
_LONGEST = 600
"""Characters of a statement."""
_OPENING, _CLOSING = "（(〔[【", "）)〕]】"
_VERBS = ("牵头", "负责", "配合", "参与", "落实", "分工", "下同", "不再列出")
_BETWEEN = "。.；;，,、 　"


def stated_parts(body: Sequence[Span]) -> list[Heading]:
    """The tasks of an item, in order; none where fewer of its sentences than two have a statement."""
    if sum(span.text.count(verb) for span in body for verb in _VERBS[:2]) < _FEWEST:
        return []
    parts: list[list[Span]] = [[]]
    for span in body:
        at = span.start
        for start, end in _statements(span.text):
            if sum(len(one.text) for one in parts[-1]) + span.start + start - at < _SHORTEST:
                return []
            parts[-1].append(Span(span.line, at, span.start + end))
            parts.append([])
            at = span.start + end
        if span.line.text[at : span.end].strip(_BETWEEN):
            parts[-1].append(Span(span.line, at, span.end))
    *stated, rest = parts
    if len(stated) < _FEWEST:
        return []
    stated[-1] += rest
    return [_task(part) for part in stated]


def _statements(text: str) -> Iterator[tuple[int, int]]:
    """Where the outermost brackets stand that say no more than by whom, with the stop behind them."""
    depth, begin = 0, 0
    for at, mark in enumerate(text):
        if mark in _OPENING:
            begin = begin if depth else at
            depth += 1
        elif mark in _CLOSING and depth:
            depth -= 1
            if depth == 0 and _is_statement(text[begin : at + 1]):
                yield begin, at + 1 + len(text[at + 1 :]) - len(text[at + 1 :].lstrip("。；;"))


def _is_statement(bracket: str) -> bool:
    said = bracket[1:-1].rstrip("。；;")
    if len(bracket) > _LONGEST or not HINT.search(said) or not (said.endswith(_VERBS) or LABEL.match(said)):
        return False
    reading = read_statement(bracket)
    return bool(reading.roles) and reading.sure


def _task(part: Sequence[Span]) -> Heading:
    first = part[0]
    start = first.start + len(first.text) - len(first.text.lstrip(_BETWEEN))
    end = start + title_end(first.line.text[start : first.end], 0)
    title = Span(first.line, start, end)
    body = [Span(first.line, end, first.end), *part[1:]]
    return Heading(Rank.DASH, title.text.strip(), first.line.line_at(start), span=title, alone=False, body=body)
