"""Statements without brackets and labels: lines that are nothing else, and last sentences of a paragraph.

A sentence is a statement where it divides roles (由X牵头，Y配合), says so of itself (此项工作由X负责) or shares a duty
out (X、Y按职责分工负责). Other prose with 负责 is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.passage.passage import MATTER, Passage, inside, made
from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.parse.statement.roles import MEMBERS, SPOKEN_OF
from sciplan_tui.core.parse.time.deadlines import deadline_clause
from sciplan_tui.core.plan import Role
from sciplan_tui.core.unit.registry import is_collective, is_system

_ENDS = (
    "牵头",
    "负责",
    "配合",
    "参与",
    "参加",
    "协助",
    "落实",
    "实施",
    "指导",
    "协办",
    "保障",
    "承建",
    "支持",
    "协同推进",
    MEMBERS,
)
_LONGEST = 300
_FULL_LINE = 26
"""Characters of a line that may have been broken at the edge of its page."""
_NAMED = re.compile(
    r"(?:[省市区县州旗盟镇乡](?!场|民)|团[省市区县州旗]|国家|全国|中国|中央)."
    r"|.{2,}(?:[局委办厅署协联院馆站所队]|部(?!门)|中心|公司|集团)"
)
_LED = re.compile(r"[，,；](?=[^由，,；。]{2,60}牵头(?:负责|组织|实施|落实|推进)*[，,；])")
"""Before a clause that says who leads, others behind it: …，市科协牵头，市教育局配合."""
_DIVIDED = re.compile(
    r"(?:[，,。；]|^)(?P<words>(?:由|(?:此项|该项|这项)工作由|该(?:任务|工作)由)[^，,。；]{2,80}牵头(?:负责)?"
    r"(?:[，,；][^，,。；]{2,120}){0,3}?[，,；][^，,。；]{2,120}(?:配合|参与|参加|协助|协同))(?=。|，[^，。]{0,12}底前)"
)
"""Who leads and who helps, at the end of a sentence, or before a deadline."""
_OF_ALL = re.compile("各(?:相关|有关)?(?:责任|成员|牵头)(?:单位|部门)(?:要|按|抓|认真|分工|负责)")
"""Where a sentence does not divide the work, it speaks of the plan and of no task: 各责任单位按照职责分工抓好落实."""
_DIVIDES = re.compile("^由|牵头[，,].{2,200}(?:配合|参与|参加|协助)")
_SHARED = re.compile("(?:按照?|依照?|根据)(?:各自)?(?:职责|职能|任务)(?:分工)?(?:分别|共同)?负责")


def in_sentences(flow: Flow, taken: list[tuple[int, int]], edges: list[int]) -> Iterator[Passage]:
    """The statements outside the `taken` stretches, at most one a line; `edges`: where nodes begin."""
    for index, line in enumerate(flow.lines):
        yield from _amid(flow, index, taken)
        text = _undated(line.text.rstrip("。；;")) if line.text else ""
        if len(text) < 4 or not text.endswith(_ENDS):
            continue
        above = _cut_line(flow, index, edges) if "。" not in text else None
        if above is not None and (passage := _over_two_lines(flow, above, index, taken)):
            yield passage
            continue
        begin = text.rfind("。") + 1
        for start in (begin, *_inner_beginnings(text, begin)):
            if passage := _sentence(flow, index, start, taken):
                yield passage
                break


def _amid(flow: Flow, index: int, taken: list[tuple[int, int]]) -> Iterator[Passage]:
    """The sentences before the last of a paragraph that divide roles: …，由X牵头，Y配合。 · 该项工作由X牵头，Y配合。"""
    text = flow.lines[index].text
    if "。" not in text[:-1] or "牵头" not in text:
        return
    for found in _DIVIDED.finditer(text, 0, text.rfind("。", 0, -1) + 1):
        begin = found.start("words")
        start = flow.starts[index] + len("".join(text[:begin].split()))
        reading = read_statement(found["words"])
        if not inside(start, taken) and reading.roles and reading.sure and _is_statement(found["words"], reading):
            yield made(flow, start, start + len("".join(found["words"].split())), reading, bracketed=False)


def _cut_line(flow: Flow, index: int, edges: list[int]) -> int | None:
    """The line above that ends within the sentence which this one ends, for it is full; None where there is none."""
    above = index - 1
    text, below = (flow.lines[above].text if above >= 0 else ""), flow.lines[index].text
    if len(text) < _FULL_LINE or (text[-1] in "。；：！？）)" and below[0] not in "、，"):
        return None
    at = bisect_right(edges, flow.starts[index]) - 1
    return None if at >= 0 and edges[at] == flow.starts[index] else above


def _over_two_lines(flow: Flow, above: int, index: int, taken: list[tuple[int, int]]) -> Passage | None:
    """A statement that begins in the line above: in its last sentence, or with it."""
    first = flow.lines[above].text
    begin = first.rfind("。") + 1
    words = first[begin:] + flow.lines[index].text
    start = flow.starts[above] + len("".join(first[:begin].split()))
    reading = read_statement(words)
    if len(words) > _LONGEST or inside(start, taken) or not (reading.roles and reading.sure):
        return None
    end = start + len("".join(words.split())) + 1
    return made(flow, start, end, reading, bracketed=False) if _is_statement(words, reading) else None


def _undated(text: str) -> str:
    """The words before a deadline at the end: …配合，于6月底前完成."""
    words, _, last = text.rpartition("，")
    return words if words and deadline_clause("".join(last.split())) else text


def _inner_beginnings(text: str, begin: int) -> Iterator[int]:
    """Where a statement may begin within its sentence: …，由X牵头，Y配合."""
    if "牵头" not in text[begin:] and "负责" not in text[begin:]:
        return
    if begin == 0 and (matter := MATTER.match(text)):
        yield matter.end()
    for mark in ("，由", ",由", "；由", "：由"):
        at = text.rfind(mark, begin)
        if at >= 0:
            yield at + 1
    if led := _LED.search(text, begin):
        yield led.end()


def _sentence(flow: Flow, index: int, begin: int, taken: list[tuple[int, int]]) -> Passage | None:
    line = flow.lines[index]
    words = line.text[begin:]
    start = flow.starts[index] + len("".join(line.text[:begin].split()))
    if len(words) > _LONGEST or inside(start, taken):
        return None
    reading = read_statement(words)
    if (_OF_ALL.search(words) and not _DIVIDES.search(words)) or _names_systems(reading):
        return None
    whole = not begin and MEMBERS not in words
    if not (reading.roles and reading.sure and (whole or _is_statement(words, reading))):
        return None
    passage = made(flow, start, start + len("".join(words.split())), reading, bracketed=False)
    said_of = MATTER.match(flow.text, flow.starts[index])
    return passage._replace(matter=said_of.start("words")) if said_of and said_of.end() == start else passage


def _names_systems(reading: Reading) -> bool:
    """Whether words for what is seen to (公安、交通等部门) stand for units: in prose they may be anything."""
    return any(is_system(unit.printed) for _, unit in reading.roles)


def _is_statement(words: str, reading: Reading) -> bool:
    """Whether the last sentence of a paragraph is one: a body with a name of its own leads or is responsible in it."""
    named = any(role is not Role.SUPPORT and _is_named(unit.name) for role, unit in reading.roles)
    divided = len({role for role, _ in reading.roles}) > 1
    if divided and not named and not words.startswith("由"):
        return any(_is_named(unit.name) for _, unit in reading.roles) and is_collective(reading.roles[0][1].name)
    return named and (divided or SPOKEN_OF.match(words) is not None or _SHARED.search(words) is not None)


def _is_named(name: str) -> bool:
    """Not a kind of bodies (政府, 医院, 牵头单位), nor words before one (坚持政府)."""
    return not is_collective(name) and _NAMED.match(name) is not None
