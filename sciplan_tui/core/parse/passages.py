"""Where unit statements stand in the running text: in brackets, behind labels on lines of their own, or as whole lines.

All clean lines are looked at as one flow without blanks, so that a statement broken over lines is one passage. Ordinary
prose with 牵头 or 负责 is no statement: without a label every name in it must look like a unit's.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from sciplan_tui.core.parse.deadlines import deadline_behind
from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.openings import in_openings
from sciplan_tui.core.parse.passage import Passage, inside, made
from sciplan_tui.core.parse.roles import FIRST_LISTED, HINT, LABEL, SHARED, labels
from sciplan_tui.core.parse.sentences import in_sentences
from sciplan_tui.core.parse.statement import Reading, read_statement
from sciplan_tui.core.parse.units import plausible
from sciplan_tui.core.unit.registry import is_collective

_BRACKET = re.compile(r"[（(〔\[【）)〕\]】]")
_PAIRS = {"（": "(", "(": "(", "〔": "[", "[": "[", "【": "{", "）": "(", ")": "(", "〕": "[", "]": "[", "】": "{"}
_OPENING = frozenset("（(〔[【")
_LONGEST = 900
_BEFORE_LABEL = frozenset("\n。；;！!）)】”")
_NUMBER = re.compile(
    r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|(?<!第)[一二三四五六七八九十]{1,3}、|(?<![0-9])\d{1,3}[.．、](?!\d))"
)
_VERBS = ("牵头", "负责", "配合", "参与", "参加", "协助", "落实", "实施")
_SAID = (*_VERBS, "协同", "指导", "负总责")
"""A bracket with one of these words may say who does what."""
_SHOWN = 60
_FULL_LINE = 26
"""Characters of a line that may have been broken at the edge of its page."""
_CUT_LINE = 12
"""The same, where the last name on the line is none."""
_LONGEST_LINE, _MOST_LINES = 120, 3
_LONGEST_SENTENCE = 300
_MARKS = frozenset(("牵头", "主办", "主责", "配合", "牵头单位", "牵头部门", "主责单位", "配合单位", "配合部门"))
"""What a bracket behind a unit's name says of it; it is no statement by itself."""
_BRACKETS_USUAL, _ALONE_USUAL = 3, 2
_MOSTLY_UNITS = 0.5
"""The share of surely units in a list behind a full stop; within a sentence a bracket tells what a word means."""
_BEFORE_BARE = frozenset("。；;！!\n")


def find_passages(flow: Flow, breaks: Iterable[int], skipped: Iterable[tuple[int, int]] = ()) -> tuple[Passage, ...]:
    """All statements in document order. `breaks` are the positions where nodes begin: none reaches across one.

    `skipped` are stretches that belong to tables.
    """
    taken = tables = sorted(skipped)
    edges = sorted(set(breaks))
    brackets = tuple(_brackets(flow.text, edges))
    found = [*_in_brackets(flow, edges, brackets, taken)]
    taken = sorted([*taken, *((passage.start, passage.end) for passage in found)])
    found += _labelled(flow, edges, taken, tables)
    taken = sorted([*taken, *((passage.start, passage.end) for passage in found)])
    found += in_sentences(flow, taken, edges)
    taken = sorted([*taken, *((passage.start, passage.end) for passage in found)])
    found += in_openings(flow, taken)
    taken = sorted([*taken, *((passage.start, passage.end) for passage in found)])
    alone = list(_units_alone(flow, edges, brackets, taken))
    usual = sum(passage.bracketed for passage in found) >= _BRACKETS_USUAL
    lists = [passage for passage in alone if len(passage.reading.roles) > 1 and _sure_names(passage.reading) == 1]
    if len(lists) >= _ALONE_USUAL:
        found += alone
    elif usual:
        found += lists
    return tuple(sorted(found, key=lambda passage: passage.start))


def _in_brackets(
    flow: Flow, edges: list[int], brackets: Iterable[tuple[int, int]], skipped: list[tuple[int, int]]
) -> Iterator[Passage]:
    reached = 0
    for start, end in sorted(brackets, key=lambda pair: (pair[0], -pair[1])):
        if start < reached or inside(start, skipped) or not HINT.search(flow.text, start, end):
            continue
        text = flow.text[start + 1 : end]
        if text[:-1] in _MARKS:
            continue
        label = LABEL.match(text)
        reading = read_statement(flow.printed(start, end))
        if reading.roles and (label or (reading.sure and _is_list_with_role(text))):
            yield made(flow, start, end, reading, bracketed=True)
            reached = end
        elif _may_be_statement().search(text) and _ends_paragraph(flow.text, end, edges):
            unread = Reading(problems=(("statement_unread", text[:-1][:_SHOWN]),))
            yield made(flow, start, end, unread, bracketed=True)


@cache
def _may_be_statement() -> re.Pattern[str]:
    """Words that are hardly anything else than a statement, though it could not be read; compiled where one fails."""
    role = "(?:牵头|责任|配合|负责|主办|承办|协办|协助|参与|参加|指导|落实|实施)"
    end = "(?:[，,；;](?=\\d|到|持续|力争).{2,40}){0,2}[）)〕\\]】]?$"
    return re.compile(
        f"{role}(?:单位|部门|主体).{{0,2}}[:：]|[局委办部厅][^\\W\\d]{{0,4}}{role}{end}|[局委办部厅处]、.{{0,400}}{role}{end}"
    )


def _is_list_with_role(text: str) -> bool:
    return any(word in text for word in _SAID) or next(labels(text), None) is not None


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
        yield start, last + 1 if last > start else end


def _units_alone(
    flow: Flow, edges: list[int], brackets: Iterable[tuple[int, int]], taken: list[tuple[int, int]]
) -> Iterator[Passage]:
    """Units without any role word in a bracket at the end of a paragraph; a plan that is used to brackets means them
    as statements; a single unit, or units behind a full stop with companies among them, only where lists of them are.
    """
    for start, end in brackets:
        closed = _ends_paragraph(flow.text, end, edges) or _rule_follows(flow.text, end)
        if (
            not (closed or deadline_behind(flow.text, end))
            or inside(start, taken)
            or HINT.search(flow.text, start, end)
        ):
            continue
        reading = read_statement(flow.printed(start, end))
        needed = _MOSTLY_UNITS if flow.text[start - 1 : start] in _BEFORE_BARE else 1
        if reading.sure and _sure_names(reading) >= needed:
            yield made(flow, start, end, reading, bracketed=True)


def _sure_names(reading: Reading) -> float:
    """The share of names that surely are units'; none where the first, which a list begins with, is not."""
    sure = [_is_surely_unit(unit.name) for _, unit in reading.roles]
    return sum(sure) / len(sure) if sure and sure[0] else 0


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


def _is_surely_unit(name: str) -> bool:
    plain = re.sub("[（(〔][^（）()〔〕]*[）)〕]$", "", name)
    return is_collective(name) or _surely_a_unit().search(plain) is not None


@cache
def _surely_a_unit() -> re.Pattern[str]:
    return re.compile(
        r"^(?:[省市区县州旗]|各|团).{0,18}[局委部办厅署联协会院府心]$|^.{2,14}(?:[局委部办厅署]|海关|[支总]队)$"
    )


def _labelled(
    flow: Flow, edges: list[int], taken: list[tuple[int, int]], skipped: list[tuple[int, int]]
) -> Iterator[Passage]:
    reached = -1
    for found in labels(flow.text):
        start = found.start()
        if start < reached or found["deadline"] or inside(start, taken) or not _may_begin(flow, start, edges):
            continue
        end = min(_end_of_labels(flow.text, start, found.end(), edges), _next(start, skipped))
        printed = flow.printed(start, end)
        reading = read_statement(printed)
        reached = end
        if found["body"] and not reading.sure and " " in printed and (whole := _before_other_words(printed)):
            end, reading = start + len("".join(whole.split())), read_statement(whole)
        if reading.roles and (reading.sure or found["body"]):
            yield made(flow, start, end, reading, bracketed=False)


def _next(position: int, stretches: list[tuple[int, int]]) -> int:
    """Where the next of the sorted stretches begins, or beyond all text."""
    at = bisect_right(stretches, (position, position))
    return stretches[at][0] if at < len(stretches) else sys.maxsize


def _before_other_words(printed: str) -> str | None:
    """The list up to the blank behind which no unit is named any more; None where there is none such."""
    for blank in re.finditer(" +", printed):
        listed, rest = printed[: blank.start()], printed[blank.end() :]
        if read_statement(listed).sure and not any(_may_be_unit(word) for word in re.split("[、，,；;：: ]", rest)):
            return listed
    return None


def _may_be_unit(word: str) -> bool:
    return plausible(word) and _is_surely_unit(word)


def _may_begin(flow: Flow, start: int, edges: list[int]) -> bool:
    """Whether a label may stand here: behind a sentence, a bracket or a blank, or right behind a heading's number."""
    if start == 0 or flow.text[start - 1] in _BEFORE_LABEL or flow.is_apart(start):
        return True
    at = bisect_right(edges, start) - 1
    return at >= 0 and 0 <= start - edges[at] < 6


def _end_of_labels(text: str, start: int, body: int, edges: list[int]) -> int:
    """The end of a run of labels: through full stops and over lines as long as a label follows."""
    following = bisect_right(edges, start)
    limit = edges[following] if following < len(edges) else len(text)
    end = body
    while True:
        end = _end_of_list(text, body, limit)
        rest = end
        while rest < limit and (text[rest] in "。；;，,\n"):
            rest += 1
        label = LABEL.match(text, rest, limit) or FIRST_LISTED.match(text, rest, limit)
        if not label:
            return end
        body = label.end()


def _end_of_list(text: str, body: int, limit: int) -> int:
    while body < limit and text[body] == "\n":
        body += 1
    stops = [at for at in (text.find("\n", body, limit), text.find("。", body, limit)) if at >= 0]
    stop = min(stops, default=limit)
    number = _NUMBER.search(text, body, stop)
    if number and number.start() > body:
        return number.start()
    while (following := _rest_of_list(text, body, stop, limit)) is not None:
        stop = following
    if stop > body and text.startswith("\n", stop):
        from sciplan_tui.core.parse.units_below import end_of_units_below

        return end_of_units_below(text, stop, limit, _may_be_unit)
    return stop


def _rest_of_list(text: str, body: int, stop: int, limit: int) -> int | None:
    """Where a list ends that its line has cut (市红十字⏎会、市科协): its names are whole with the next lines only."""
    if not text.startswith("\n", stop) or stop - body > _LONGEST:
        return None
    cut = not plausible(re.split("[、，,；;：:]", text[body:stop])[-1])
    if stop - text.rfind("\n", 0, stop) < (_CUT_LINE if cut else _FULL_LINE):
        return None
    end = stop
    for _ in range(_MOST_LINES):
        begin = end + 1
        ends = [at for at in (text.find("\n", begin, limit), text.find("。", begin, limit)) if at >= 0]
        end = min(ends, default=limit)
        if not 0 < end - begin <= _LONGEST_LINE or LABEL.search(text, begin, end):
            return None
        reading = read_statement(text[body:end])
        if reading.roles and reading.sure:
            return end
        if not text.startswith("\n", end):
            return None
    return None
