"""Signs that stand for others: blanks, radicals, full-width figures; and signs that a copying site put in."""

from __future__ import annotations

import re
import unicodedata

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.cleaning.traced import Traced

_RADICALS = (
    "⺁⺇⺌⺎⺏⺐⺒⺓⺛⺝⺟⺠⺢⺩⺪⺫⺬⺮⺯⺱⺲⺷⺹⺼⻁⻂⻃⻄⻅⻆⻈⻉"
    "⻋⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"
)
_MEANT = (
    "厂几小兀尣尢巳幺旡月母民水王疋目示竹糸网网羊老肉虎衣西西见角讠贝"
    "车邑钅长长长门阜雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"
)
"""Radicals that look like a character and are printed for it by some PDF files; NFKC does not know most of them."""

_BLANKS = "\t\r\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_WIDE = "％＋－＝＜＞／＆＃＊＠＿．［］"
_SMALL, _LARGE = "﹐﹑﹒﹔﹕﹖﹗﹙﹚", "，、.；：？！（）"
"""Small forms, and the signs they are."""
_BRACKETS = "〖〗｛｝{}"
"""Brackets that no name has; those of a statement are 【】 where they are not round."""
_SAME = {
    **dict.fromkeys(_BLANKS, " "),
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **dict(zip(_RADICALS, _MEANT, strict=True)),
    **{
        chr(code): chr(code - 0xFEE0)
        for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    },
    **{sign: chr(ord(sign) - 0xFEE0) for sign in _WIDE},
    **dict(zip(_BRACKETS, "【】" * 3, strict=True)),
    **dict(zip(_SMALL, _LARGE, strict=True)),
}
_ODD = re.compile(f"[{_BLANKS}{_RADICALS}{_WIDE}{_BRACKETS}{_SMALL}\u2f00-\u2fd5０-９Ａ-Ｚａ-ｚ]")

_PUT_IN = re.compile(
    r"[,(（](?:(?<=,)(?=[,，、。；：;:])|(?<=[^\W\da-zA-Z_][(（])[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]{0,5}[)）])"
)
"""The sign that it begins with comes first, so that it is quickly looked for."""
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


def plain(text: str) -> str:
    """Every sign that stands for one other, by that other: blanks, radicals, full-width letters and figures, brackets.

    One for one, so that no place moves. Chinese punctuation stays as it is printed.
    """
    return _with_breaks(_ODD.sub(lambda found: _SAME[found.group()], text))


_BREAK = "\u0420"
"""The Cyrillic letter that a site which shows documents puts in for each break of a line."""
_FEWEST_BREAKS = 3


def _with_breaks(text: str) -> str:
    """Broken lines that were run together, parted by a full stop; a blank behind what ends a sentence already."""
    if text.count(_BREAK) < _FEWEST_BREAKS or re.search("[\u0400-\u041f\u0421-\u04ff]", text):
        return text
    return re.sub(f"(?<=[。；;！!：:\n]){_BREAK}", " ", text).replace(_BREAK, "。")


def harmless(line: Traced) -> Traced:
    """What `clean_text` does to the whole, done to the line with its places kept."""
    if clean_text(line.text) == line.text:
        return line
    return line.sub(_CLUSTER, lambda found: clean_text(found.group()))


_GLOSS = re.compile(r"[(（](?<=[\u4e00-\u9fff].)[a-z]{1,6}[)）](?:[(（][a-z]{1,6}[)）])*")
"""A pronunciation without its tone. Only where a text is full of them, for (app) may stand behind a word as well. The
bracket is looked for first: a search for one sign is quick.
"""
_FULL_OF_GLOSSES = 12


def has_glosses(text: str) -> bool:
    """Whether a copying site put the pronunciation of characters behind them, without tones: 責(ze)任."""
    at = -1
    for _ in range(_FULL_OF_GLOSSES):
        found = _GLOSS.search(text, at + 1)
        if found is None:
            return False
        at = found.start()
    return True


def has_additions(text: str) -> bool:
    """Whether a copying site put anything in."""
    return _PUT_IN.search(text) is not None


def without_glosses(line: Traced) -> Traced:
    """The line without the pronunciations of its characters."""
    return line.sub(_GLOSS, "")


def without_additions(line: Traced) -> Traced:
    """What a copying site put in, taken away: a half-width comma before another mark (`,、` is 、), and a pronunciation
    in brackets behind its character (農(nóng) is 農), which its tone mark tells apart.
    """
    return line.sub(_PUT_IN, "")
