"""Pinyin initials of a unit's name, so that it is found without an input method: 市教育局 is sjyj."""

from __future__ import annotations

import os
from functools import cache
from itertools import islice, product

_MOST = 32
"""Readings kept of one name."""
_SEVERAL = {
    **{"单": "ds", "重": "zc", "长": "zc", "行": "xh", "调": "dt", "传": "cz", "校": "xj", "系": "xj", "会": "hk"},
    **{"乐": "ly", "朝": "cz", "率": "ls", "藏": "cz", "降": "jx", "厦": "sx", "盛": "sc", "解": "jx", "圈": "qj"},
    **{"畜": "cx", "番": "fp", "铅": "qy", "弹": "dt", "句": "jg", "曾": "cz", "秘": "mb", "洞": "dt", "浚": "jx"},
    **{"歙": "sx", "莘": "sx", "荥": "xy", "阿": "ae", "便": "bp", "涡": "wg", "翟": "dz", "尉": "wy", "种": "zc"},
}
"""Characters that names of units and places read in several ways. Of all others the common reading alone counts: the
dictionary's rare ones (体 as cui, 育 as zhou) would find 教育体育局 where 财政局 is meant."""


def initials(name: str) -> tuple[str, ...]:
    """The initials of all readings (单县 is dx and sx); other letters and figures stand for themselves."""
    return tuple("".join(reading) for reading in islice(product(*map(_readings, name)), _MOST))


@cache
def _readings(character: str) -> str:
    """The initials that a character may have."""
    if character in _SEVERAL:
        return _SEVERAL[character]
    # The dictionary of phrases is not asked, and would cost a quarter second.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    return "".join(pinyin(character, style=Style.FIRST_LETTER)[0]) or character
