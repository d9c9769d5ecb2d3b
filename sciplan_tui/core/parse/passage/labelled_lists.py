"""Lists behind labels on lines of their own, or within a line (责任单位：市科协、市财政局), and where each ends.

A list goes on over lines that are full, or that hold nothing but units; it ends before a number, a signature, or words.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from sciplan_tui.core.parse.flow import Flow
from sciplan_tui.core.parse.line.chrome import is_chrome
from sciplan_tui.core.parse.passage.passage import MATTER, Passage, inside, made
from sciplan_tui.core.parse.statement.parted_lines import lines_parted
from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.parse.statement.roles import BULLETS, FIRST_LISTED, LABEL
from sciplan_tui.core.parse.unit.lists import plausible
from sciplan_tui.core.parse.unit.persons import without_persons
from sciplan_tui.core.parse.unit.sure_units import names_a_unit

_LONGEST = 900
_BEFORE_LABEL = frozenset(f"\n。；;！!）)】”—{BULLETS}")
_COMMAS = frozenset("，,")
"""A whole label may stand behind one: 办好商务，责任单位：市商务局。"""
_BODIES, _OF_MANY = frozenset({"单位", "部门"}), frozenset("各该其等每的由是为与和及或")
"""Labels that may stand right behind words, line ends being lost, and what stands before one that speaks of many."""
_NUMBER = re.compile(
    r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|(?<!第)[一二三四五六七八九十]{1,3}、|(?<![0-9])\d{1,3}[.．、](?!\d))"
)
_FULL_LINE = 26
"""Characters of a line that may have been broken at the edge of its page."""
_CUT_LINE = 12
"""The same, where the last name on the line is none."""
_LONGEST_LINE, _MOST_LINES = 120, 3
_MATTERS = re.compile(rf"\n+{MATTER.pattern}")
"""Lines of one matter each below a label; what they say is theirs."""
_SIGNED = re.compile(r"[^ 、，,；;：:]{4,30} ?20\d\d年\d{1,2}月\d{1,2}日")
"""Who signs, and when, in a document copied into one line."""


def find_labelled(
    flow: Flow, edges: list[int], taken: list[tuple[int, int]], skipped: list[tuple[int, int]]
) -> Iterator[Passage]:
    """The statements with a label. `edges`: where nodes begin; `taken` are read already, `skipped` belong to tables."""
    reached = -1
    for found in flow.labels:
        start = found.start()
        if start < reached or found["deadline"] or inside(start, taken) or _MATTERS.match(flow.text, found.end()):
            continue
        apart = _may_begin(flow, start, edges) or (found["body"] and flow.text[start - 1] in _COMMAS)
        if not (apart or (found["body"] in _BODIES and flow.text[start - 1] not in _OF_MANY)):
            continue
        end = min(_end_of_labels(flow.text, start, found.end(), edges), _next(start, skipped))
        printed = _in_lines(flow.printed(start, end))
        reading = read_statement(printed)
        reached = end
        read = reading.sure and reading.roles
        if found["body"] and not read and " " in printed and (whole := _before_other_words(printed)):
            end, reading = start + len("".join(whole.split())), read_statement(whole)
        if not apart and not reading.names_units:
            reached = start
        elif reading.roles and (reading.sure or found["body"]):
            yield made(flow, start, end, reading, bracketed=False)


def _in_lines(printed: str) -> str:
    """The words of a statement with a mark behind each line that is a unit of its own."""
    first, *below = printed.split("\n")
    whole = not below or len(first) >= _FULL_LINE or "、" in "".join(below)
    return printed if whole else lines_parted(without_persons(printed))


def _next(position: int, stretches: list[tuple[int, int]]) -> int:
    """Where the next of the sorted stretches begins, or beyond all text."""
    at = bisect_right(stretches, (position, position))
    return stretches[at][0] if at < len(stretches) else sys.maxsize


def _before_other_words(printed: str) -> str | None:
    """The list up to the blank behind which one signs, the website goes on, or no unit is named any more; else up to
    the last blank before which all are surely units. None where there is none such.
    """
    blanks = list(re.finditer(" +", printed[:_LONGEST]))
    for blank in blanks:
        listed, rest = printed[: blank.start()], printed[blank.end() :][:_LONGEST]
        others = (
            is_chrome(rest)
            or _SIGNED.match(rest)
            or not any(names_a_unit(word) for word in re.split("[、，,；;：: ]", rest))
        )
        if others and read_statement(listed).sure:
            return listed
    before = (printed[: blank.start()] for blank in reversed(blanks))
    return next((listed for listed in before if read_statement(listed).names_units), None)


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
        from sciplan_tui.core.parse.passage.units_below import end_of_units_below

        return end_of_units_below(text, stop, limit, names_a_unit)
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
        while cut and text.startswith("\n", begin, limit):  # what stood there was no line of the plan
            begin += 1
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
