"""Headings that the text has lost but its numbers ask for: put in, and flagged as inferred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.head.naming import find_title
from sciplan_tui.core.parse.line.layout import Layout
from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.parse.outline.titles import run_in_title
from sciplan_tui.core.parse.outline.tree import Heading, whole

_OPENING_WORDS = re.compile(r"(?:为|根据|按照|依据|遵照|近年来|现将).*|.*(?:制定|提出|特制|如下|印发).{0,20}[。：:]?")
_GUIDING = re.compile(r"(?:坚持)?以.{0,40}(?:为指导|为统领)|坚持以|高举")
_SAFEGUARDS = re.compile(r"组织|领导|统筹|保障|督促|督导|指导|考核|监督|宣传")
_RUN = 200
_CHINESE = "一二三四五六七八九十"


def with_lost_headings(headings: list[Heading], lines: Sequence[Line], layout: Layout) -> list[Heading]:
    """The headings with the lost ones among them.

    Where no part is printed and the sections begin again at （一）, every run of sections had a part, and so had each
    paragraph between the opening words and the first run. Where a plan begins in the middle of its numbers, what stands
    before is the heading with the number before. Where sections begin again and the next part skips a number, the part
    between is lost.
    """
    if not headings:
        return headings
    if _all_parts_lost(headings):
        return _parts_for_runs(headings, _paragraphs_before(lines, layout))
    return _begun_in_the_middle(_parts_skipped(headings), lines, layout)


def _all_parts_lost(headings: Sequence[Heading]) -> bool:
    starts = [heading for heading in headings if heading.rank is Rank.SECTION and heading.value == 1]
    return len(starts) > 1 and not any(heading.rank <= Rank.PART for heading in headings)


def _parts_for_runs(headings: Sequence[Heading], paragraphs: Sequence[Line]) -> list[Heading]:
    result: list[Heading] = []
    for value, line in enumerate(paragraphs, 1):
        result.append(_lost(Rank.PART, value, line.number, _name(line.text, value)))
        result[-1].body.append(whole(line))
    value = len(paragraphs)
    for index, heading in enumerate(headings):
        if heading.rank is Rank.SECTION and heading.value == 1:
            value += 1
            result.append(_lost(Rank.PART, value, heading.line, _name_of_run(headings, index, value)))
        result.append(heading)
    return result


def _parts_skipped(headings: Sequence[Heading]) -> list[Heading]:
    """Parts put in where sections begin again below a part and the next part's number leaves room for one."""
    following = _next_parts(headings)
    result: list[Heading] = []
    part = 0
    seen = False
    for index, heading in enumerate(headings):
        if heading.rank <= Rank.PART:
            part, seen = heading.value or part, False
        elif heading.rank is Rank.SECTION:
            if heading.value == 1 and seen and part and following[index] > part + 1:
                part += 1
                result.append(_lost(Rank.PART, part, heading.line, _name_of_run(headings, index, part)))
            seen = True
        result.append(heading)
    return result


def _next_parts(headings: Sequence[Heading]) -> list[int]:
    """For each heading the number of the next part, itself included; 0 where none follows."""
    numbers: list[int] = []
    following = 0
    for heading in reversed(headings):
        following = (heading.value or 0) if heading.rank <= Rank.PART else following
        numbers.append(following)
    return numbers[::-1]


def _begun_in_the_middle(headings: list[Heading], lines: Sequence[Line], layout: Layout) -> list[Heading]:
    first = headings[0]
    before: list[Heading] = []
    part = _next_parts(headings)[0]
    if first.rank > Rank.PART and part > 1:
        before.append(_lost(Rank.PART, part - 1, first.line, _name_of_run(headings, 0, part - 1)))
    if first.rank in (Rank.PART, Rank.SECTION) and (first.value or 0) > 1:
        paragraphs = _paragraphs_before(lines, layout)
        named = next((title for line in paragraphs if (title := run_in_title(line.text))), None)
        if named:
            before.append(_lost(first.rank, (first.value or 0) - 1, paragraphs[0].number, named))
            before[-1].body.extend(whole(line) for line in paragraphs)
            before[0].line = paragraphs[0].number
    return before + headings


def _paragraphs_before(lines: Sequence[Line], layout: Layout) -> list[Line]:
    """The paragraphs between the title (and the opening words below it) and the first printed heading."""
    title = find_title(lines, layout)
    after = [line for line in lines[title.end if title else 0 : layout.body] if line.text]
    return list(dropwhile(lambda line: _OPENING_WORDS.fullmatch(line.text), after))


def _lost(rank: Rank, value: int, line: int, title: str) -> Heading:
    return Heading(rank=rank, title=title, line=line, value=value, inferred=True)


def _name(text: str, value: int) -> str:
    """A name for a lost part, in brackets because nobody printed it."""
    return "[总体要求]" if _GUIDING.match(text) else f"[第{_CHINESE[value - 1] if value <= 10 else value}部分]"


def _name_of_run(headings: Sequence[Heading], index: int, value: int) -> str:
    """A name for the lost part above the run of headings of one rank that begins at `index`."""
    first = headings[index]
    run = [first]
    for heading in headings[index + 1 : index + _RUN]:
        if heading.rank < first.rank or (heading.rank is first.rank and heading.value == 1):
            break
        if heading.rank is first.rank:
            run.append(heading)
    safeguards = sum(1 for heading in run if _SAFEGUARDS.search(heading.title))
    return "[保障措施]" if safeguards * 3 >= len(run) * 2 else _name("", value)
