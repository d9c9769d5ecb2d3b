"""What a heading begins with: 第一章, 一、, （一）, 1., （1）, ①, —— and their kin, each with its rank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from sciplan_tui.core.characters import HAN
from sciplan_tui.core.parse.numbering import numeral


class Rank(IntEnum):
    """How high a marker stands; a heading belongs to the nearest one above it that ranks higher (a smaller number)."""

    CHAPTER = 0
    CLAUSE = 1
    PART = 2
    SECTION = 3
    ITEM = 4
    DECIMAL = 5
    POINT = 6
    SUBITEM = 7
    CIRCLED = 8
    DASH = 9


@dataclass(frozen=True, slots=True)
class Marker:
    """A heading's number: as printed, its value (None for a dash), and where it stands in its line.

    `doubtful`: it may be the whole part of a figure (`11.121人才梯队`); only its place in the order tells.
    """

    rank: Rank
    printed: str
    number: int | None
    start: int
    end: int
    doubtful: bool = False


_CHINESE = "[一二三四五六七八九十百零〇]{1,5}"
_LABELS = "(?:重点|主要|具体|路径)?(?:任务|行动|工程|项目|举措|措施|目标|方向/赛道|方向|赛道)"
_FORMS = (
    f"第(?P<chapter>{_CHINESE}|\\d{{1,2}})(?:[章篇编]|部分)[ 、:：]?",
    f"第(?P<clause>{_CHINESE}|\\d{{1,3}})[节条](?=[ 、:：]|{HAN})[ 、:：]?",
    f"(?P<part>{_CHINESE})(?:[、．]|\\.(?!\\d))",
    f"[(（] ?(?P<section>{_CHINESE}) ?[)）][、.．]?",
    f"(?P<point>{_CHINESE})是[要:：]?(?={HAN})",
    f"\\d{{1,2}}(?:[.．]\\d{{1,2}}){{0,2}}[.．](?P<decimal>\\d{{1,2}})[.．、 ] ?(?={HAN}|“)(?![亿万个元年月日版倍米吨公千百名人家项])",
    r"(?P<item>\d{1,3}) ?[、．.](?P<figure>\d)?",
    r"[(（] ?(?P<subitem>\d{1,3}) ?[)）][、.．]?",
    r"(?P<bare>\d{1,3})[)）]",
    "(?P<circled>[①-⑳])",
    "(?P<dash>[—-]{2,}|[•●◆■▪◇◎])",
    f"{_LABELS} ?(?:(?P<named>\\d{{1,2}})|(?P<titled>{_CHINESE}))(?=[:：、.．])[:：、.．]",
)
_LEADING = re.compile(f"(?:{'|'.join(_FORMS)}) *")
_INLINE = re.compile(
    f"(?<=[。；;！？!?）) ])(?:(?P<part>{_CHINESE})、|[(（](?P<section>{_CHINESE})[)）]|(?P<item>\\d{{1,3}})[．.、](?!\\d)) *"
)
_ANNEX = re.compile(r"附 ?[件表录图]? ?(?:\d{1,2}|[一二三四五六七八九十])? ?(?:[:：.]|$)")
_RANKS = {
    "chapter": Rank.CHAPTER,
    "clause": Rank.CLAUSE,
    "part": Rank.PART,
    "section": Rank.SECTION,
    "titled": Rank.SECTION,
    "item": Rank.ITEM,
    "named": Rank.ITEM,
    "figure": Rank.ITEM,
    "decimal": Rank.DECIMAL,
    "point": Rank.POINT,
    "subitem": Rank.SUBITEM,
    "bare": Rank.SUBITEM,
    "circled": Rank.CIRCLED,
    "dash": Rank.DASH,
}
_FIRST = frozenset("第一二三四五六七八九十百(（0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳—-•●◆■▪◇◎重主具路任行工项举措目方赛")
_ENDS = " :：、.．"


@lru_cache(maxsize=1024)
def marker(text: str) -> Marker | None:
    """The marker that `text` begins with, if any."""
    if not text or text[0] not in _FIRST:
        return None
    found = _LEADING.match(text)
    return None if found is None else _marker(found)


def inline_markers(text: str, start: int) -> list[Marker]:
    """Markers inside a line, each behind the end of a sentence or a blank, from `start` on."""
    return [_marker(found) for found in _INLINE.finditer(text, start)]


def begins_heading(text: str) -> bool:
    """Whether a line surely begins with a marker (a doubtful one may be a figure of a broken sentence)."""
    found = marker(text)
    return found is not None and not found.doubtful


def opens_annex(text: str) -> bool:
    """Whether a line opens the annexes: 附件, 附件1, 附：…"""
    return text.startswith("附") and len(text) < 120 and _ANNEX.match(text) is not None


def _marker(found: re.Match[str]) -> Marker:
    name = found.lastgroup or ""
    rank = _RANKS[name]
    if name == "figure":
        end = found.start(name)
        return Marker(rank, found.string[found.start() : end].rstrip(), int(found["item"]), found.start(), end, True)
    printed = found.group().rstrip(_ENDS if name in ("named", "titled") else None)
    number = None if name == "dash" else numeral(found[name])
    return Marker(rank, printed, number, found.start(), found.end())
