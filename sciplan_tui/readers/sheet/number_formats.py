"""How a workbook prints a number: 0.16 as 16%, 12 as 12场, a day as a month ([ECMA-376] 18.8.30, 18.8.31).

A person sees what is printed, and so must the reader: a share without its sign would be another figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

_TOKEN = re.compile(
    r'"([^"]*)"|[\\!](.)|[_*].|\[\$([^\]\-]*)[^\]]*\]|\[[^\]]*\]|(General|G/通用格式|.)', re.I | re.DOTALL
)
_DIGITS = re.compile("[0#?]")
_SCALED = re.compile(r",(?:\.|$)")
"""A comma behind the last digit: the number is printed in thousands."""
_BUILT_IN = {
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 22, 30, 31), "yyyy-m-d"),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), "m-d"),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), "yyyy-m"),
}
"""Formats that a file names by number only, as they stand in Chinese; all others print a number as it is."""
_EPOCH = date(1899, 12, 30)
_LAST_DAY = 2_958_465
_LONGEST = 255


class Precision(Enum):
    """What a format tells of a date."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Form:
    """What stands before and behind a number; whether it is a share, printed in hundredths, or a date."""

    before: str = ""
    after: str = ""
    share: bool = False
    date: Precision | None = None


Forms = dict[tuple[int, int], Form]
"""The form of a cell, by its row and column, both counted from 0."""


def form_of(number: int, codes: dict[int, str]) -> Form | None:
    """The form that a format's number stands for; None where it prints the value as it is."""
    code = codes.get(number) or _BUILT_IN.get(number)
    return read_form(code) if code else None


def read_form(code: str) -> Form | None:
    """The form that a format code tells for numbers above 0; None where it prints the value as it is, or scales it."""
    before, after, signs = "", "", ""
    for token in _TOKEN.finditer(code[:_LONGEST]):
        quoted, escaped, currency, sign = token.groups()
        if sign == ";":
            break
        if sign and (len(sign) > 1 or (sign <= "\x7f" and sign not in "%$")):
            if after and sign in "0#?":
                return None
            signs += sign.lower() if len(sign) == 1 else "0"
        elif _DIGITS.search(signs):
            after += quoted or escaped or currency or sign or ""
        else:
            before += quoted or escaped or currency or sign or ""
    if not _DIGITS.search(signs):
        return _date_form(signs)
    share = "%" in before + after
    before, after = before.replace("%", "").strip(), after.replace("%", "").strip()
    plain = not (share or before or after) or _SCALED.search(signs)
    return None if plain else Form(before, after, share)


def _date_form(letters: str) -> Form | None:
    year, month, day = ("y" in letters or "e" in letters), "m" in letters, "d" in letters
    if day or (year and re.search("[hs]", letters)):
        return Form(date=Precision.DAY)
    return Form(date=Precision.MONTH if month else Precision.YEAR) if year else None


def printed(value: object, form: Form) -> str | None:
    """A value in its form, shares with all their places; None where the form is not one for it."""
    if form.date:
        return _printed_date(value, form.date)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    number = format(value * 100 if form.share else value, ".10g")
    return f"{form.before}{number}{'%' if form.share else ''}{form.after}" if "e" not in number else None


def _printed_date(value: object, precision: Precision) -> str | None:
    if isinstance(value, (int, float)) and 1 <= value <= _LAST_DAY:
        value = _EPOCH + timedelta(days=int(value))
    if not isinstance(value, date) or (precision is Precision.DAY and hasattr(value, "hour")):
        return None
    if precision is Precision.DAY:
        return value.isoformat()
    return f"{value.year}年{value.month}月" if precision is Precision.MONTH else f"{value.year}年"
