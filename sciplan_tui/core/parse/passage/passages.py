"""Where unit statements stand in the running text: in brackets, behind labels on lines of their own, or as whole lines.

All clean lines are looked at as one flow without blanks, so that a statement broken over lines is one passage. Ordinary
prose with 牵头 or 负责 is no statement: without a label every name in it must look like a unit's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.passage.bare_lists import in_bare_lists
from sciplan_tui.core.parse.passage.closing_clauses import in_closing_clauses
from sciplan_tui.core.parse.passage.doubtful_brackets import is_surely_statement, seems_duty, seems_statement
from sciplan_tui.core.parse.passage.labelled_lists import find_labelled
from sciplan_tui.core.parse.passage.openings import in_openings
from sciplan_tui.core.parse.passage.passage import Passage, inside, made
from sciplan_tui.core.parse.passage.sentences import in_sentences
from sciplan_tui.core.parse.statement.plain_duties import tells_duty
from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.parse.statement.roles import HINT, LABEL, MEMBERS, SHARED, labels
from sciplan_tui.core.parse.time.deadlines import deadline_behind
from sciplan_tui.core.parse.unit.sure_units import is_surely_unit
from sciplan_tui.core.plan import Role

_BRACKET = re.compile(r"[（(〔\[【）)〕\]】]")
_PAIRS = {"（": "(", "(": "(", "〔": "[", "[": "[", "【": "{", "）": "(", ")": "(", "〕": "[", "]": "[", "】": "{"}
_OPENING = frozenset("（(〔[【")
_LONGEST = 900
_VERBS = ("牵头", "负责", "配合", "参与", "参加", "协助", "落实", "实施")
_SAID = (*_VERBS, "协同", "指导", "负总责", "主办", "承办", "协办")
"""A bracket with one of these words may say who does what."""
_SHOWN = 60
_LONGEST_LINE = 120
_MARKS = frozenset(("牵头", "主办", "主责", "配合", "牵头单位", "牵头部门", "主责单位", "配合单位", "配合部门"))
"""What a bracket behind a unit's name says of it; it is no statement by itself."""
_BRACKETS_USUAL, _ALONE_USUAL, _BEHIND_USUAL = 3, 2, 3
_MOSTLY_UNITS = 0.5
"""The share of surely units in a list behind a full stop; within a sentence a bracket tells what a word means."""
_INSTITUTIONS = ("大学", "学院", "学校", "医院", "研究所", "科技馆", "博物馆", "图书馆", "文化馆", "开发区", "高新区")
"""How names end that surely are units' behind one in a list."""
_BEFORE_BARE = frozenset("。；;！!\n")
_SENTENCE_ENDS = frozenset("。！!")


def find_passages(flow: Flow, breaks: Iterable[int], skipped: Iterable[tuple[int, int]] = ()) -> tuple[Passage, ...]:
    """All statements in document order. `breaks` are the positions where nodes begin: none reaches across one.

    `skipped` are stretches that belong to tables.
    """
    taken = tables = sorted(skipped)
    edges = sorted(set(breaks))
    brackets = tuple(_brackets(flow.text, edges))
    found = [*_in_brackets(flow, edges, brackets, taken)]
    taken = sorted([*taken, *((passage.start, passage.end) for passage in found)])
    found += find_labelled(flow, edges, taken, tables)
    taken = sorted([*taken, *((passage.start, passage.end) for passage in found)])
    found += (sentences := list(in_sentences(flow, taken, edges)))
    taken = sorted([*taken, *((passage.start, passage.end) for passage in found)])
    found += in_closing_clauses(flow, taken, edges, sentences)
    taken = sorted([*taken, *((passage.start, passage.end) for passage in found)])
    found += in_openings(flow, taken)
    taken = sorted([*taken, *((passage.start, passage.end) for passage in found)])
    found += in_bare_lists(flow, taken, edges)
    alone = list(_units_alone(flow, edges, brackets, taken))
    meant = set(_meant(flow, alone, found))
    found += [passage if passage in meant else _unread(flow, passage.start, passage.end) for passage in alone]
    if MEMBERS in flow.text:
        found = [_unread(flow, one.start, one.end) if _are_but_members(one, found, edges) else one for one in found]
    return tuple(sorted(found, key=lambda passage: passage.start))


def _are_but_members(passage: Passage, others: Iterable[Passage], edges: list[int]) -> bool:
    """Whether a statement names but who belongs to a body (成员单位：…): nobody leads or answers for its item."""
    if not passage.quote.lstrip("（(〔[【").startswith(MEMBERS):
        return False
    item = bisect_right(edges, passage.start)
    beside = (one for one in (passage, *others) if bisect_right(edges, one.start) == item)
    return all(role is Role.SUPPORT for one in beside for role, _ in one.reading.roles)


def _meant(flow: Flow, alone: Iterable[Passage], others: Sequence[Passage]) -> Iterator[Passage]:
    """Which brackets without a word of a role are statements, beside the `others`: all where lists of units are usual,
    or units behind sentences; where brackets are, such lists, and units that another statement names.
    """
    named = [passage for passage in alone if passage.reading.roles]
    lists = [passage for passage in named if len(passage.reading.roles) > 1 and _sure_names(passage.reading) == 1]
    behind = sum(flow.text[passage.start - 1 : passage.start] in _BEFORE_BARE for passage in named)
    if len(lists) >= _ALONE_USUAL or behind >= _BEHIND_USUAL:
        yield from named
    elif sum(passage.bracketed for passage in others) >= _BRACKETS_USUAL:
        known = {unit.name for passage in others for _, unit in passage.reading.roles}
        yield from (passage for passage in named if passage in lists or passage.reading.roles[0][1].name in known)


def _in_brackets(
    flow: Flow, edges: list[int], brackets: Iterable[tuple[int, int]], skipped: list[tuple[int, int]]
) -> Iterator[Passage]:
    reached = 0
    for start, end in sorted(brackets, key=lambda pair: (pair[0], -pair[1])):
        if start < reached or inside(start, skipped) or not _may_say(flow.text, start, end):
            continue
        text = flow.text[start + 1 : end]
        if text[:-1] in _MARKS:
            continue
        label = LABEL.match(text)
        reading = read_statement(flow.printed(start, end))
        if reading.roles and (label or (reading.sure and _is_list_with_role(text))):
            yield made(flow, start, end, reading, bracketed=True)
            reached = end
        elif is_surely_statement(text) or (
            seems_statement(text)
            and (flow.text[start - 1 : start] in _BEFORE_BARE or _ends_paragraph(flow.text, end, edges))
        ):
            yield _unread(flow, start, end)


def _unread(flow: Flow, start: int, end: int) -> Passage:
    """A stretch that is told without the bracket around it, for it may be a statement."""
    bracketed = flow.text[start] in _OPENING
    told = ("statement_unread", flow.text[start + bracketed : end - bracketed][:_SHOWN])
    return made(flow, start, end, Reading(problems=(told,)), bracketed=bracketed)


def _may_say(text: str, start: int, end: int) -> bool:
    """Whether a bracket has a word of a role, or ends in what units do."""
    return HINT.search(text, start, end) is not None or tells_duty(text[start + 1 : end - 1])


def _is_list_with_role(text: str) -> bool:
    return any(word in text for word in _SAID) or next(labels(text), None) is not None or tells_duty(text[:-1])


def _brackets(text: str, edges: list[int]) -> Iterator[tuple[int, int]]:
    """Each bracket with its end; one that never closes ends with the last closing mark of its line, or the line."""
    waiting: list[tuple[str, int]] = []
    unclosed: list[int] = []
    limit = 0
    for found in _BRACKET.finditer(text):
        mark, at = found.group(), found.start()
        if waiting and (at >= limit or at - waiting[0][1] > _LONGEST):
            unclosed += [start for _, start in waiting]
            waiting.clear()
        if mark in _OPENING:
            if not waiting:
                following = bisect_right(edges, at)
                limit = edges[following] if following < len(edges) else len(text)
            waiting.append((_PAIRS[mark], at))
        elif any(kind == _PAIRS[mark] for kind, _ in waiting):
            while (opened := waiting.pop())[0] != _PAIRS[mark]:
                unclosed.append(opened[1])
            yield opened[1], at + 1
    for start in [*unclosed, *(start for _, start in waiting)]:
        end = text.find("\n", start, start + _LONGEST)
        end = min(len(text), start + _LONGEST) if end < 0 else end
        last = max(text.rfind(mark, start, end) for mark in "）)〕]】")
        yield start, last + 1 if last > start and not _says_more(text[last + 1 : end]) else end


def _says_more(rest: str) -> bool:
    """Whether what stands behind the last closing mark goes on with a list: …（人才办）配合, and nothing closes it."""
    return "。" not in rest[:-1] and rest.rstrip("。；;").endswith(_VERBS)


def _units_alone(
    flow: Flow, edges: list[int], brackets: Iterable[tuple[int, int]], taken: list[tuple[int, int]]
) -> Iterator[Passage]:
    """Units without any role word in a bracket at the end of a paragraph; a plan that is used to brackets means them
    as statements; a single unit that no other statement names, or units behind a full stop with companies among them,
    only where lists of them are.
    """
    for start, end in brackets:
        closed = _ends_paragraph(flow.text, end, edges) or _rule_follows(flow.text, end)
        closed = closed or flow.text[start - 1 : start] in _SENTENCE_ENDS or deadline_behind(flow.text, end) is not None
        together = not closed and flow.text.find("会同", start, end) > 0
        if not (closed or together) or inside(start, taken) or HINT.search(flow.text, start, end):
            continue
        reading = read_statement(flow.printed(start, end))
        needed = _MOSTLY_UNITS if flow.text[start - 1 : start] in _BEFORE_BARE else 1
        if together:
            if reading.sure and _sure_names(reading):
                yield _unread(flow, start, end)
        elif reading.sure and _sure_names(reading) >= needed:
            yield made(flow, start, end, reading, bracketed=True)
        elif edges and start > edges[0] and seems_duty(flow.text[start + 1 : end]):
            yield _unread(flow, start, end)


def _sure_names(reading: Reading) -> float:
    """The share of names that surely are units'; none where the first, which a list begins with, is not."""
    first, *others = [unit.name for _, unit in reading.roles] or [""]
    sure = [is_surely_unit(first), *(is_surely_unit(name) or name.endswith(_INSTITUTIONS) for name in others)]
    return sum(sure) / len(sure) if sure[0] else 0


def _rule_follows(text: str, at: int) -> bool:
    """Whether a second bracket closes the paragraph, with what holds of all later lists: 〔以下均需…，不再列出〕."""
    if text[at : at + 1] not in _OPENING:
        return False
    end = text.find("\n", at, at + _LONGEST_LINE)
    rest = text[at + 1 : end if end >= 0 else at + _LONGEST_LINE].rstrip("。")
    rule = SHARED.match(rest) if "不再" in rest else None
    return rule is not None and rest[rule.end() :] in ("）", ")", "〕", "]", "】")


def _ends_paragraph(text: str, at: int, edges: list[int]) -> bool:
    """Whether a paragraph ends here, or the next item begins on the same line."""
    at += text.startswith(("。", "；", ";"), at)
    following = bisect_right(edges, at - 1)
    return text[at : at + 1] in ("", "\n") or (following < len(edges) and edges[following] == at)
