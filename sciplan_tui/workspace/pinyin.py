"""Pinyin initials of a unit's name, so that it is found without an input method: 市教育局 is sjyj."""

from __future__ import annotations

import os
from itertools import islice, product

_MOST = 32
"""Readings kept of one name; a name of many heteronyms would have thousands."""


def initials(name: str) -> tuple[str, ...]:
    """The initials of all readings (单县 is dx, cx and sx); other letters and figures stand for themselves."""
    # All readings are wanted, so the dictionary of phrases, which chooses among them, would only cost a quarter second.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    letters = pinyin(name, style=Style.FIRST_LETTER, heteronym=True)
    choices = [tuple(dict.fromkeys(reading)) for reading in letters]
    return tuple("".join(reading) for reading in islice(product(*choices), _MOST))
