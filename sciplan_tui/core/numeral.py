"""Chinese and Arabic numerals."""

from __future__ import annotations

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def numeral(text: str) -> int:
    """The value of `十二`, `二十一`, `一百零三`, `12` or `③`; ValueError for anything else."""
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    return chinese(text)


def chinese(text: str) -> int:
    """The value of a numeral in Chinese digits; ValueError for anything else."""
    if not text:
        raise ValueError(text)
    total = digit = 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        elif character in _DIGITS:
            digit = digit * 10 + _DIGITS[character]
        else:
            raise ValueError(text)
    return total + digit
