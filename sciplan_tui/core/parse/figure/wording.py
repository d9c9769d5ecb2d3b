"""The words around a figure: how it compares, by when, how often, and how firmly it is meant."""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import pairwise
from typing import NamedTuple

from sciplan_tui.core.numeral import numeral
from sciplan_tui.core.parse.figure.frequencies import frequency_of
from sciplan_tui.core.parse.figure.numbers import Figure, clause_start, sentence_start
from sciplan_tui.core.plan import Comparator, Frequency

_NEAR = 10
"""A comparing word stands at most this many characters before its number."""

_BEFORE = (
    (Comparator.LE, ("不超过", "不高于", "不多于", "不大于", "控制在", "降至", "降到", "压缩到", "压减到")),
    (Comparator.GE, ("不少于", "不低于", "不小于", "至少", "稳定在", "保持在", "达到")),
    (Comparator.GT, ("超过", "超", "高于", "多于", "大于", "突破")),
    (Comparator.LT, ("低于", "少于", "小于")),
)
"""Of words that end at the same place the one listed first holds (不超过, not 超过)."""
_REACHING = ("达", "达约", "达近", "达至")
"""They hold right before their number only."""
_MUST = ("应当", "必须", "至少", "不少于", "不低于")
_OTHER_NUMBER = re.compile(r"\d[^、和及与]{0,8}的$")
"""A comparing word with a number behind it speaks of that number (年收入超1000万元的5家)."""
_UP = ("以上", "及以上", "或以上")
_DOWN = ("以下", "以内", "之内", "及以下", "或以下", "及以内", "或以内")
_DATE = re.compile(
    r"(?<![比较从由自与])(?:到|至|于|在|截至)?(20\d\d)\s?年(?:(\d{1,2})月(?:(\d{1,2})日)?)?(?:\s?年?[底末终])?(?:之?前)?(?!\d)"
)
_PLAN_END = re.compile(r"[到至]“?(十[四五六七])五”?(?:规划)?(?:时期|期)?末")
"""The end of a five-year plan: the tenth ended in 2005, each later one five years after."""
_NO_DEADLINE = re.compile(r"以来|[—–-]\s?20|起")
_SHARES = ("%", "‰")
_HOPE = ("力争", "争创", "争取", "努力", "有望", "试图")


class Wording(NamedTuple):
    """What the words around one figure say. `deadline` is an ISO date, the last day of what is printed."""

    comparator: Comparator
    frequency: Frequency | None
    deadline: str | None
    aspirational: bool


def read_wording(text: str, figure: Figure, governing: str | None = None) -> Wording:
    """The words around a figure; `governing` is the date that an earlier sentence set for all that follows.

    每年 holds to the end of its sentence, unless a year follows it (到2025年).
    """
    head = text[sentence_start(text, figure.start) : figure.start]
    deadline, deadline_at = _paired_date(head) if "分别" in head else last_date(head)
    frequency = frequency_of(head, text[figure.end : figure.end + 4], deadline_at, figure.unit in _SHARES)
    return Wording(
        comparator=_comparator(text, figure),
        frequency=frequency,
        deadline=None if frequency else deadline or governing,
        aspirational=_aspirational(text, figure, head, deadline_at),
    )


def _paired_date(head: str) -> tuple[str | None, int]:
    """Of several years told at once (2023年、2025年分别达到14%和16%) the one that stands at the figure's own place."""
    listed, _, told = head.rpartition("分别")
    dates = [found for found in _DATE.finditer(listed) if not _NO_DEADLINE.match(listed, found.end())]
    place = sum(map(told.count, "、和及"))
    joined = dates and all(
        head[one.end() : other.start()] in ("、", "和", "及", "与") for one, other in pairwise(dates)
    )
    if len(dates) < 2 or not joined or place >= len(dates):
        return last_date(head)
    return last_date(dates[place][0])[0], dates[place].start()


def last_date(head: str) -> tuple[str | None, int]:
    """The last date set in these words (到2025年, 2025年6月底前) as its last day, and where it stands (-1: nowhere)."""
    date, at = None, -1
    for found in _DATE.finditer(head) if "20" in head else ():
        if not _NO_DEADLINE.match(head, found.end()):
            date, at = last_day(int(found[1]), int(found[2] or 12), int(found[3] or 0)), found.start()
    plan = _PLAN_END.search(head, max(at, 0)) if "五" in head else None
    return (last_day(1955 + 5 * numeral(plan[1]), 12), plan.start()) if plan else (date, at)


def last_day(year: int, month: int, day: int = 0) -> str:
    """The day, or the last of its month where none is printed; the year's end for a month that does not exist."""
    month = month if 1 <= month <= 12 else 12
    last = monthrange(year, month)[1]
    return f"{year}-{month:02d}-{day if 1 <= day <= last else last:02d}"


def _comparator(text: str, figure: Figure) -> Comparator:
    if figure.high is not None:
        return Comparator.RANGE
    if text.startswith(_UP, figure.end):
        return Comparator.GE
    if text.startswith(_DOWN, figure.end):
        return Comparator.LE
    clause = text[clause_start(text, figure.start) : figure.start]
    near = clause[-_NEAR:]
    found = [
        (at + len(word), -rank, sign)
        for rank, (sign, words) in enumerate(_BEFORE)
        for word in words
        if (at := near.rfind(word)) >= 0 and not _OTHER_NUMBER.search(near, at + len(word))
    ]
    if near.endswith(_REACHING):
        found.append((near.rfind("达") + 1, -1, Comparator.GE))
    if found:
        return max(found)[2]
    return Comparator.GE if any(word in clause for word in _MUST) else Comparator.EQ


def _aspirational(text: str, figure: Figure, head: str, deadline_at: int) -> bool:
    clause = text[clause_start(text, figure.start) : figure.start]
    dated = head[max(0, deadline_at - 3) : deadline_at] if deadline_at >= 0 else ""
    return any(word in clause or word in dated for word in _HOPE)
