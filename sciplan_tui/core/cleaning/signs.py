"""Signs that stand for others: blanks, radicals, full-width figures; and signs that a copying site put in."""

from __future__ import annotations

import re
import unicodedata

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.cleaning.traced import Traced

_RADICALS = "⺁⺇⺌⺎⺏⺐⺒⺓⺛⺝⺟⺠⺢⺩⺪⺫⺬⺮⺯⺱⺲⺷⺹⺼⻁⻂⻃⻄⻅⻆⻈⻉⻋⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳"
_MEANT = "厂几小兀尣尢巳幺旡月母民水王疋目示竹糸网网羊老肉虎衣西西见角讠贝车邑钅长长长门阜雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"
"""Radicals that look like a character and are printed for it by some PDF files; NFKC does not know most of them."""

_BLANKS = dict.fromkeys(
    (9, 0x0D, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000), 0x20
)
_SAME = {
    **_BLANKS,
    **{code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)},
    **{ord(radical): ord(meant) for radical, meant in zip(_RADICALS, _MEANT, strict=True)},
    **{code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))},
    **{ord(wide): ord(narrow) for wide, narrow in zip("％＋－＝＜＞／＆＃＊＠＿", "%+-=<>/&#*@_", strict=True)},
}

_STRAY_COMMA = re.compile(r",(?=[,，、。；：;:])")
_GLOSS = re.compile(r"(?<=[^\W\da-zA-Z_])[(（][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]{0,5}[)）]")
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)


def plain(text: str) -> str:
    """Every sign that stands for one other, by that other: blanks, radicals, full-width letters and figures.

    One for one, so that no place moves. Chinese punctuation stays as it is printed.
    """
    return text.translate(_SAME)


def harmless(line: Traced) -> Traced:
    """What `clean_text` does to the whole, done to the line with its places kept."""
    if clean_text(line.text) == line.text:
        return line
    return line.sub(_CLUSTER, lambda found: clean_text(found.group()))


def without_glosses(line: Traced) -> Traced:
    """A pronunciation in brackets behind its character, taken away: 農(nóng) is 農. Its tone mark tells it apart."""
    return line.sub(_GLOSS, "")


def without_stray_commas(line: Traced) -> Traced:
    """A half-width comma before another mark was put there by a copying site: `,、` is 、 and `,,` is one comma."""
    return line.sub(_STRAY_COMMA, "")
