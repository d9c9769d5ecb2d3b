"""Numbers as Word's automatic numbering prints them, by the names of its formats (ISO 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 9999
"""Beyond it every format prints digits: no list is that long."""


def numeral(value: int, style: str) -> str:
    """`value` in the format `style`; a format that is not known prints plain digits."""
    if style == "none":
        return ""
    write = _STYLES.get(style)
    return write(value) if write and 0 < value <= _LARGEST else str(value)


def _counting(value: int, digits: str = _DIGITS, tens: str = "十百千", *, bare_ten: bool = True) -> str:
    """一, 十, 十一, 二十, 一百零一: the way numbers are said."""
    written, gap = "", False
    for place in range(len(str(value)) - 1, -1, -1):
        digit = value // 10**place % 10
        if digit == 0:
            gap = bool(written)
            continue
        unit = tens[place - 1] if place else ""
        ten = bare_ten and place == 1 and digit == 1 and not written
        written += ("零" if gap else "") + ("" if ten else digits[digit]) + unit
        gap = False
    return written


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _japanese(value: int) -> str:
    """十一, 百二十: a one is said before a unit nowhere."""
    parts = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
    said = ""
    for size, unit in parts:
        digit = value // size % 10
        said += ("" if digit == 1 and unit else _DIGITS[digit]) + unit if digit else ""
    return said


def _roman(value: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        written += letters * count
    return written


def _letter(value: int) -> str:
    """A … z, aa, bb: as Word goes on after z."""
    return chr(ord("a") + (value - 1) % 26) * (1 + (value - 1) // 26)


def _series(first: str, last: int) -> Callable[[int], str]:
    """Signs that stand in a row of Unicode, up to the `last`; beyond it digits."""
    return lambda value: chr(ord(first) + value - 1) if value <= last else str(value)


def _circled(value: int) -> str:
    if value <= 20:
        return chr(0x2460 + value - 1)
    return chr(0x3251 + value - 21) if value <= 35 else str(value)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda value: signs[(value - 1) % len(signs)]


def _full_width(value: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))


_STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _series("⑴", 20),
    "decimalEnclosedFullstop": _series("⒈", 20),
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": lambda value: _counting(value, _LEGAL_SIMPLIFIED, "拾佰仟", bare_ten=False),
    "ideographLegalTraditional": lambda value: _counting(value, _LEGAL_TRADITIONAL, "拾佰仟", bare_ten=False),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _series("㊀", 10),
}
