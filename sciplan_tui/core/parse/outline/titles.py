"""Where a heading's title ends: at its first sentence, before a unit statement, or with its line."""

from __future__ import annotations

import re

from sciplan_tui.core.parse.statement.opening import read_opening

LONGEST = 40
"""Characters of a title; a heading that runs longer is cut at its first clause."""
SHORT = 26
"""Characters of a first sentence that can be the title of a paragraph without a number."""

_LOOKED_AT = 300
_OPENING, _CLOSING = frozenset("(（〔[【"), frozenset(")）〕]】")
_ROLES = ("牵头", "负责", "责任单位", "责任部门", "配合单位")
_LATIN = "\u2e80"
"""All Latin letters, figures and their marks stand before it."""
_QUOTED = r"“[^“”]{0,60}”|《[^《》]{0,80}》|[(（][^()（）]{0,60}[)）]"
_STATEMENT = (
    r"[(（〔[【](?=(?:总?牵头|主责|主办|责任|配合|由)[\w：:]|[^()（）]{2,400}(?:负责|牵头)[^()（）]{0,200}[])）〕】])"
)
_TITLE = re.compile(rf"(?:(?!{_STATEMENT})(?:{_QUOTED}|[^。；;！？!?]))*")
_COLON = re.compile(r"[^。，,：:“《(（]{2,20}[：:](?=.)")
_BLANK = re.compile(r"[^。，,；： ]{2,26} +(?=[^ ]{20})")
_LABELLED = re.compile(r"[^。；;！？!?：: ][^。；;！？!?：:]{1,60}?(?=(?: +| *—+ *)[^\w\s：:]?[^\W\d ]{2,6}[：:])")
"""A title and the label that a blank or a dash parts from it, where lines run together: 青年行动 任务：…"""
_OPENINGS = re.compile(r"(?:到|为|以|根据|按照|通过|按|自|从|在|《|[（(]|其中|同时|各|要|20\d\d)|.*(?:[:：]|\d{4}年)")
_BARE = re.compile(r"[。；;：:！？!? ]*(?:[(（][^。]*[)）][。；]?)?")


def behind_statement(text: str, start: int) -> int:
    """Where the title begins: at `start`, or behind the bracket there of who leads: 1.【市科协牵头】办好科普节.

    So it is behind 由X负责，Y配合， where the words of the task follow the comma.
    """
    if text.startswith("由", start):
        opening = read_opening(text, start)
        return opening.end + 1 if opening and text[opening.end] in "，," else start
    if text[start : start + 1] not in _OPENING:
        return start
    inner, end = 1, start + 1
    while inner and end < len(text):
        inner += (text[end] in _OPENING) - (text[end] in _CLOSING)
        end += 1
    said = text[start:end]
    if inner or not end < len(text) or not any(word in said for word in _ROLES):
        return start
    return end + (len(text[end:]) - len(text[end:].lstrip()))


def title_end(text: str, start: int) -> int:
    """Where the title that begins at `start` ends; the mark behind it is not part of it."""
    if (" " in text or "—" in text) and (labelled := _LABELLED.match(text, start)):
        return labelled.end()
    for pattern in (_COLON, _BLANK):
        found = pattern.match(text, start)
        if found and any(text.find(mark, found.end()) >= 0 for mark in "。."):
            return len(text[: found.end()].rstrip(" ：:."))
    found = _TITLE.match(text, start, start + _LOOKED_AT)
    end = len(text[: found.end() if found else start + _LOOKED_AT].rstrip(" ：:"))
    if "." in text[start:end]:
        end = _full_stop(text, start, end)
    return end if end - start <= LONGEST else _clause(text, start, end)


def _full_stop(text: str, start: int, end: int) -> int:
    """The first `.` that stands for 。: behind a Chinese character, with none of a name or figure behind it."""
    for at in range(start + 2, end):
        if text[at] == "." and text[at - 1] > _LATIN and (text[at + 1 : at + 2] in " " or text[at + 1] > _LATIN):
            return at
    return end


def _clause(text: str, start: int, end: int) -> int:
    """The end of the first clause of a heading that runs too long, or of as much as a title may hold. A clause in
    quotation marks is but part of one.
    """
    for mark in "，,":
        at = text.find(mark, start + 4, start + LONGEST)
        while at >= 0 and (closed := _quoted_until(text, start, at)):
            at = text.find(mark, closed, min(end, start + 2 * LONGEST))
        if at >= 0:
            return at
    return min(end, start + LONGEST)


def _quoted_until(text: str, start: int, at: int) -> int:
    """Where the quotation ends that a mark stands in; 0 where it stands in none."""
    opened = text.rfind("“", start, at)
    closed = text.find("”", opened, opened + LONGEST) if opened >= 0 else -1
    return closed + 1 if closed > at else 0


def stands_alone(text: str, end: int) -> bool:
    """Whether nothing but a mark or a bracket follows the title that ends at `end`."""
    return _BARE.fullmatch(text, end) is not None


def run_in_title(text: str) -> str | None:
    """The title of a paragraph without a number: its first sentence, if it is short and more follows."""
    end = text.find("。", 0, SHORT + 1)
    stage = text.find("阶段：", 0, SHORT) + 2
    if 2 < stage < end or (stage > 2 and end < 0):
        end = stage
    if end < 2 or len(text) - end < 6 or text.startswith(("由", "一是"), end + 1):
        return None
    title = text[:end]
    told = _OPENINGS.match(title) or ("，" in title and any(map(str.isdecimal, title)))
    return None if told else title


def first_sentence(content: str) -> str:
    """What a longer wording is called by: its first sentence; of one that is longer than a title the beginning, with …
    to say that it goes on.
    """
    first = re.split("[。；;\n]", content)[0]
    return first if len(first) <= LONGEST else f"{first[: LONGEST - 1]}…"
