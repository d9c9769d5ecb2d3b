"""How wide text is: a Chinese character takes two cells, on a terminal and in a column of a spreadsheet."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def cell_width(text: str) -> int:
    """The cells that `text` takes on one line: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1 for sign in text
    )


def widest_line(text: str) -> int:
    """The cells of the longest line of `text`."""
    return cell_width(text) if "\n" not in text else max(map(cell_width, text.split("\n")))
