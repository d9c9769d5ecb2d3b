"""What a heading begins with: 第一章, 一、, （一）, 1., （1）, ①, —— and their kin, each with its rank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.numeral import chinese, numeral


class Rank(IntEnum):
    """How high a marker stands; a heading belongs to the nearest one above it that ranks higher (a smaller number).

    UNIT has no marker: it is a unit alone on its line.
    """

    CHAPTER = 0
    DIVISION = 1
    CLAUSE = 2
    PART = 3
    SECTION = 4
    UNIT = 5
    ITEM = 6
    DECIMAL = 7
    FINER = 8
    FINEST = 9
    POINT = 10
    SUBITEM = 11
    CIRCLED = 12
    DASH = 13


class Marker(NamedTuple):
    """A heading's number: as printed, its value (None for a dash), and where it stands in its line.

    `doubtful`: it may be the whole part of a figure (`11.121人才梯队`) or a figure; only its place in the order tells.
    """

    rank: Rank
    printed: str
    number: int | None
    start: int
    end: int
    doubtful: bool = False


_MEASURE = "[亿万个元年月日版倍米吨公千百名人家项]"
_TITLE = "[^。；]{0,40}"
_LABELS = "(?:重点|主要|具体|路径)?(?:任务|行动|工程|项目|举措|措施|目标|方向/赛道|方向|赛道)"
_FORMS = (
    f"{_LABELS} ?(?:(?P<named>\\d{{1,2}})|(?P<titled>\\w{{1,3}}))[:：](?=.)",
    f"{_LABELS} ?(?:(?P<apart>\\d{{1,2}})|(?P<worded>\\w{{1,3}}))(?:[.、．] ?| )(?!{_MEASURE})(?={HAN}{{2}}{_TITLE}$)",
    r"第(?P<chapter>\w{1,4})(?:[章篇]|部分)[ 、]?",
    r"第(?P<division>\w{1,5})节[ 、]?",
    r"第(?P<clause>\w{1,5})条[ 、]?",
    r"第(?P<ordinal>\w{1,3})\W(?<! )",
    r"(?P<point>\w{1,3})是[要:：]?(?=\w)",
    f"\\d{{1,2}}(?:\\.\\d{{1,2}}){{0,2}}\\.(?P<decimal>\\d{{1,2}})[.、 ] ?(?={HAN}|“)(?!{_MEASURE})",
    f"\\d{{1,2}}(?:\\.\\d{{1,2}}){{1,2}}\\.(?P<joined>\\d{{1,2}})(?={HAN}|“)",
    f"(?P<whole>\\d{{1,2}}) (?={HAN}|“)(?!{_MEASURE})",
    r"(?P<item>\d{1,3}) ?[、.](?!\d{1,9} ?[亿万元%])(?P<figure>\d)?",
    r"(?P<bare>\d{1,3})[)）]",
    r"(?P<circled>[①-⑳])[、.]?",
    r"(?P<part>\w{1,5})[、.]",
    r"[(（] ?(?P<bracketed>\w{1,5}) ?[)）][、.]?",
    r"(?P<spaced>\w{1,3}) (?=\w)",
    f"(?P<listed>(?:[-·－] ?|[*+] )(?={HAN}{{2}}))|(?P<dash>[—-]{{2,}})|(?P<bullet>\\W)",
)
"""A word where a numeral should be is no marker, as `numeral` tells; sets of Chinese digits are slow to compile."""
_LEADING = re.compile(f"(?:{'|'.join(_FORMS)}) *")
_WORD = r"[^\W\d]"
_COUNTED = (
    rf"(?:(?P<part>{_WORD}{{1,3}})、"
    r"|[(（](?P<bracketed>\w{1,3})[)）]"
    r"|(?P<item>\d{1,3})[.、](?!\d)) *"
)
_INLINE = re.compile(f"(?<=[。；;！？）)〕】 ]){_COUNTED}")
_FIRST_TWO = (("一、", "二、"), *((f"一{one}", f"二{other}") for one in "）)" for other in "）)"))
"""Brackets are often of two kinds: (一）."""
LONG_LINE = 300
"""Characters of a line that may hold a whole plan."""
_ANNEX = re.compile(r"附 ?[件表录图]? ?(?:\d{1,2}|[一二三四五六七八九十])? ?(?:[:：.]|$)")
_TABLE_HEAD = re.compile(r"序 ?号(?: ?[|｜│┃]| *$| .{0,40}(?:单位|部门|任务|内容))")
_RANKS = {
    "chapter": Rank.CHAPTER,
    "division": Rank.DIVISION,
    "clause": Rank.CLAUSE,
    "part": Rank.PART,
    "titled": Rank.SECTION,
    "item": Rank.ITEM,
    "named": Rank.ITEM,
    "apart": Rank.ITEM,
    "worded": Rank.SECTION,
    "figure": Rank.ITEM,
    "decimal": Rank.DECIMAL,
    "joined": Rank.DECIMAL,
    "whole": Rank.ITEM,
    "spaced": Rank.PART,
    "ordinal": Rank.POINT,
    "point": Rank.POINT,
    "bare": Rank.SUBITEM,
    "circled": Rank.CIRCLED,
    "listed": Rank.DASH,
    "dash": Rank.DASH,
    "bullet": Rank.DASH,
}
_CHINESE = frozenset(("part", "spaced", "ordinal", "point", "titled", "worded"))
_NAMED = frozenset(("named", "titled", "apart", "worded"))
_DOUBTFUL = frozenset(("whole", "spaced"))
_DECIMALS = frozenset((Rank.DECIMAL, Rank.FINER, Rank.FINEST))
_SIGNS = frozenset("-－*+·")
BULLETS = frozenset("•●◆■▪◇◎○□▶►➢✓") | _SIGNS
"""A list of these alone is no outline: the links of a page have them too."""
_STARS = "★☆▲△※"
_FIRST = BULLETS | frozenset(
    f"{_STARS}第一二三四五六七八九十百(（0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳—重主具路任行工项举措目方赛"
)


@lru_cache(maxsize=1024)
def marker(text: str) -> Marker | None:
    """The marker that `text` begins with, if any."""
    if not text or text[0] not in _FIRST:
        return None
    if text[0] in _STARS:
        return _behind_stars(text)
    found = _LEADING.match(text)
    return None if found is None else _marker(found)


def _behind_stars(text: str) -> Marker | None:
    """The number behind a star that sets a heading apart: ★（一）…"""
    plain = text.lstrip(_STARS + " ")
    found = marker(plain) if plain and plain[0] in _FIRST - BULLETS else None
    apart = len(text) - len(plain)
    return found._replace(end=found.end + apart) if found and not found.doubtful else None


def inline_markers(text: str, start: int) -> list[Marker]:
    """Markers inside a line, each behind the end of a sentence or a blank, from `start` on.

    A whole plan copied into one line has them behind any word: a title without a full stop runs into the number below.
    """
    marks = _found(_INLINE, text, start)
    if len(text) < LONG_LINE or not (_may_count(text, start) or _states(text, start)):
        return marks
    glued = _found(_glued(), text, start)
    return glued if holds_outline(glued) or (counts_somewhere(glued) and _states(text, start)) else marks


def _may_count(text: str, start: int) -> bool:
    return any(text.find(second, text.find(one, start) + 1 or len(text)) >= 0 for one, second in _FIRST_TWO)


def _states(text: str, start: int) -> bool:
    """Whether a line says more than once who is to do something, as a plan in one line does."""
    return len(_stating().findall(text, start)) > 1


@cache
def _stating() -> re.Pattern[str]:
    return re.compile(
        "(?:责任|牵头|负责|主办|配合)(?:单位|部门|科室)[:：]|(?:牵头|负责|配合|参与|落实)[。；;]?[)）〕】]"
    )


def glued_markers(text: str, start: int, end: int) -> list[Marker]:
    """The markers behind any word, between two places of a line."""
    return [mark for found in _glued().finditer(text, start, end) if (mark := _marker(found))]


@cache
def _glued() -> re.Pattern[str]:
    """Markers behind any word, but those of a list of annexes (附件：1.…); compiled for the rare line that needs it."""
    digits = "[一二三四五六七八九十]"
    counted = _COUNTED.replace(_WORD, digits)
    clauses = f"第(?:(?P<chapter>{digits}{{1,3}})章|(?P<clause>[百零]?{digits}{{1,3}})条)[ 、]?"
    return re.compile(f"(?<![第、\\d一二三四五六七八九十百零期周.])(?<!附件[:：])(?<!附[:：])(?:{counted}|{clauses})")


def holds_outline(marks: Sequence[Marker]) -> bool:
    """Whether these markers of one line count parts or sections: the line then holds a whole plan."""
    return counts(marks, Rank.PART) or counts(marks, Rank.SECTION)


def counts_somewhere(marks: Sequence[Marker]) -> bool:
    """Whether a part, a section or an item is followed by the next of its rank, wherever the counting begins."""
    found = {(mark.rank, mark.number or 0) for mark in marks if mark.rank <= Rank.ITEM}
    return any((rank, number + 1) in found for rank, number in found)


def counts(marks: Sequence[Marker], rank: Rank) -> bool:
    """Whether the first and the second of a rank are among these markers."""
    return {1, 2} <= {mark.number for mark in marks if mark.rank is rank}


def _found(pattern: re.Pattern[str], text: str, start: int) -> list[Marker]:
    return [mark for found in pattern.finditer(text, start) if (mark := _marker(found))]


def decimal_part(text: str) -> str | None:
    """The part that a line with a decimal number belongs to: 2 for `2.1 重点行动`, else None."""
    if not text[:1].isdecimal() or "." not in text[:3]:
        return None
    found = marker(text)
    return found.printed.split(".")[0] if found and found.rank in _DECIMALS else None


def begins_heading(text: str) -> bool:
    """Whether a line surely begins with a marker (a doubtful one may be a figure of a broken sentence)."""
    found = marker(text)
    return found is not None and not found.doubtful


def counts_on(text: str, mark: Marker) -> bool:
    """Whether a line counts on behind its own 一是 or 第一，: it is one paragraph, and none of its points a heading."""
    numerals = "一二三四五六七八九十"
    number = mark.number or 0
    if not 0 < number < len(numerals):
        return False
    following = mark.printed.replace(numerals[number - 1], numerals[number])
    return text.find(following, mark.end) >= 0


def opens_annex(text: str) -> bool:
    """Whether a line opens the annexes: 附件, 附件1, 附：…"""
    return text.startswith("附") and len(text) < 120 and _ANNEX.match(text) is not None


def opens_table(text: str) -> bool:
    """Whether a line is the head of a table, or its first cell."""
    return text.startswith("序") and len(text) < 200 and _TABLE_HEAD.match(text) is not None


def heads_table(texts: Sequence[str], index: int) -> bool:
    """Whether the line at `index` is the head of a table; a first cell alone has no sentence below it."""
    if not opens_table(texts[index]):
        return False
    below = next(filter(None, texts[index + 1 : index + 4]), "")
    return " " in texts[index] or not any(mark in below for mark in "。，；")


def _marker(found: re.Match[str]) -> Marker | None:
    name = found.lastgroup or ""
    if name == "figure":
        end = found.start(name)
        return Marker(
            Rank.ITEM, found.string[found.start() : end].rstrip(), int(found["item"]), found.start(), end, True
        )
    value = found[name]
    if name in ("listed", "dash", "bullet"):
        known = (name != "bullet" or value in BULLETS - _SIGNS) and found.end() < len(found.string.rstrip())
        return Marker(Rank.DASH, value.rstrip(), None, found.start(), found.end()) if known else None
    try:
        number = chinese(value) if name in _CHINESE else numeral(value)
    except ValueError:
        return None
    rank = (Rank.SUBITEM if value.isdecimal() else Rank.SECTION) if name == "bracketed" else _RANKS[name]
    printed = found.group().rstrip(" :：" if name in _NAMED else None)
    if rank is Rank.DECIMAL:
        rank = Rank(rank + printed.rstrip(".、").count(".") - 1)
    return Marker(rank, printed, number, found.start(), found.end(), name in _DOUBTFUL)
