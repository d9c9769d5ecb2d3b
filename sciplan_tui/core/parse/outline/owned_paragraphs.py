"""A plan without numbers or headings: each paragraph is a task, and its end or the line below it names its units.

新建三座灯塔。责任单位：市海洋局。 · 新建三座灯塔。（市海洋局负责） · 新建三座灯塔⏎责任单位：市海洋局
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sciplan_tui.core.parse.draft import Line, Span
from sciplan_tui.core.parse.line.layout import Layout
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.outline.titles import title_end
from sciplan_tui.core.parse.outline.tree import Heading
from sciplan_tui.core.parse.outline.unit_paragraphs import unit_end
from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.parse.statement.roles import HINT, LABEL, labels, read_label

_FEWEST, _SHORTEST = 2, 6
"""Tasks, and characters of one: what is shorter is a heading or a cell."""
_LONGEST = 900
"""Characters of a statement."""
_LABEL_LINE = re.compile(r"[^\W\d]{2,8}[:：]")
_TITLED = re.compile(r"[“\w][^。，,；;：:（(]{1,20}[：:](?=.{6})")
"""How a paragraph begins that says what it is about: 金融支持：…"""
_SENTENCE = re.compile("[。；;] ?(?=[^，,。；;：:]{2,60}[：:])")
_ENDS = ("。", "；", ";")
_VERBS = ("牵头", "负责", "落实", "实施", "配合")
_SEPARATORS = "：:。；; "
_OPENING, _CLOSING = "（(〔[【", ("）", ")", "〕", "]", "】")
_CLOSING_MARKS = (*_CLOSING, *(f"{mark}。" for mark in _CLOSING))


def find_owned_paragraphs(texts: Sequence[str]) -> tuple[int, ...]:
    """The indices of the paragraphs that are tasks; none where a statement stands below anything else than one."""
    found: list[int] = []
    above = -1
    for index, text in enumerate(texts):
        above = index if text and not _is_labelled(text) else above
        owner = above
        if not _begins_statement(text):
            owner = index if _ends_with_statement(text) else -1
            if owner < 0 and not _says_more(text):
                continue
        if owner < 0 or len(texts[owner]) < _SHORTEST:
            return ()
        found += [] if owner in found[-1:] else [owner]
    return _with_the_others(texts, found) if len(found) >= _FEWEST and _are_tasks(texts, found) else ()


def find_stated_paragraphs(texts: Sequence[str]) -> tuple[int, ...]:
    """The indices of the paragraphs under one heading that each have a line below that tells no more than by whom:
    市海洋局牵头落实. None where such a line stands below anything else.
    """
    told = [at for at, text in enumerate(texts) if text.endswith(_VERBS) and "。" not in text and _is_sure(text)]
    owners = [0, *(at + 1 for at in told[:-1])]
    owned = all(_is_paragraph(texts[owner]) and owner < at for owner, at in zip(owners, told, strict=False))
    return tuple(owners) if len(told) >= _FEWEST and owned else ()


def find_titled_paragraphs(texts: Sequence[str]) -> tuple[int, ...]:
    """The indices of the last paragraphs under one heading, where each says what it is about and ends with whose it is:
    金融支持：…（牵头单位：市财政局）. None where one of them does not.
    """
    told = [at for at, text in enumerate(texts) if text.endswith(_CLOSING_MARKS) and titled_end(text)]
    owned = [at for at in told if _ends_with_statement(texts[at])]
    filled = [at for at, text in enumerate(texts) if text]
    return tuple(owned) if len(owned) >= _FEWEST and owned == filled[-len(owned) :] else ()


def titled_end(text: str) -> int:
    """Where the words end that say what a paragraph is about; 0 where it has none."""
    found = _TITLED.match(text)
    return found.end() - 1 if found else 0


def paragraph_outline(lines: Sequence[Line], layout: Layout) -> list[Heading]:
    """The tasks in order, each titled by its first sentence, with the rest of it and the lines of its labels."""
    bare = frozenset(layout.bare)
    headings: list[Heading] = []
    for index in range(layout.body, layout.close):
        line = lines[index]
        if index in bare:
            places = (0, *_further_units(line.text), len(line.text))
            headings += (_heading(line, start, stop) for start, stop in pairwise(places))
        elif line.text:
            headings[-1].body.append(Span(line, 0, len(line.text)))
    return headings


def _are_tasks(texts: Sequence[str], owners: Sequence[int]) -> bool:
    """Whether all are whole sentences; a heading may stand there only where nothing else stands between them."""
    between = {at for at in range(owners[0], owners[-1]) if texts[at] and not _is_labelled(texts[at])}
    return between < set(owners) or all(_is_paragraph(texts[at]) or _ends_with_statement(texts[at]) for at in owners)


def _with_the_others(texts: Sequence[str], owners: Sequence[int]) -> tuple[int, ...]:
    """The paragraphs between the first and the last that name nobody are tasks of their own."""
    between: Iterator[int] = (
        at for at in range(owners[0], owners[-1]) if not _is_labelled(texts[at]) and _is_paragraph(texts[at])
    )
    return tuple(sorted({*owners, *between}))


def _further_units(text: str) -> Iterator[int]:
    """Where the duties of another unit begin within a paragraph: 市科协：办展。市教育局：上课。"""
    if not unit_end(text):
        return
    for found in _SENTENCE.finditer(text):
        end = unit_end(text[found.end() :])
        if end and text[found.end() + end] in "：:":
            yield found.end()


def _heading(line: Line, begin: int, stop: int) -> Heading:
    words = line.text[begin:stop]
    end = unit_end(words) or title_end(words, 0)
    start = begin + end + len(words[end:]) - len(words[end:].lstrip(_SEPARATORS))
    body = [Span(line, start, stop)] if start < stop else []
    title = Span(line, begin, begin + end)
    return Heading(Rank.ITEM, title.text, line.line_at(begin), span=title, alone=False, body=body)


def _is_labelled(text: str) -> bool:
    return _LABEL_LINE.match(text) is not None


def _is_paragraph(text: str) -> bool:
    return len(text) >= _SHORTEST and text.endswith(_ENDS)


def _begins_statement(text: str) -> bool:
    label = LABEL.match(text)
    return bool(label and read_label(label).role and _is_sure(text))


def _ends_with_statement(text: str) -> bool:
    bare = text.rstrip("。；; ")
    if bare.endswith(_CLOSING):
        at = _opening_of_last(bare)
        said = HINT.search(bare, at) is not None and _is_sure(bare[at:])
        return at >= _SHORTEST and said and not _says_more(bare[:at])
    *words, last = re.split("(?<=[。；;])", bare)
    return bool(words) and _begins_statement(last)


def _opening_of_last(text: str) -> int:
    """Where the bracket opens that closes a text, with those of names in it; -1 where none does."""
    depth = 0
    for at in range(len(text) - 1, max(-1, len(text) - 1 - _LONGEST), -1):
        depth += (text[at] in _CLOSING) - (text[at] in _OPENING)
        if depth == 0:
            return at
    return -1


def _says_more(text: str) -> bool:
    """Whether a label with a role stands in it, which only a statement at its end may have."""
    return any(read_label(label).role for label in labels(text))


def _is_sure(text: str) -> bool:
    reading = read_statement(text) if len(text) <= _LONGEST else None
    return reading is not None and bool(reading.roles) and reading.sure
