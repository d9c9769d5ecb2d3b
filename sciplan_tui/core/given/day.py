"""A day as people write it: 2023-05-01, 2023-5-1, 2023.5.1, 2023/5/1, 2023年5月1日 or 20230501."""

from __future__ import annotations

import datetime
import re

from sciplan_tui.core.folding import fold

_SIGNS = str.maketrans("年月./", "----", "日号")
_PARTS = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2})", re.ASCII)


def with_hyphens(text: str) -> str:
    """Year, month and day, or the first of them, with `-` between, however they were written."""
    return fold(text).translate(_SIGNS).rstrip("-")


def day(text: str) -> datetime.date:
    """The day that is meant. ValueError: it is none."""
    found = _PARTS.fullmatch(with_hyphens(text))
    if found is None:
        raise ValueError(text)
    year, month, of_month = filter(None, found.groups())
    return datetime.date(int(year), int(month), int(of_month))
