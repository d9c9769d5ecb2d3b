"""What a printed page or a web page adds to the text: page numbers, rows of ornaments, the way through the menu."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PAGE_NUMBER = re.compile(r"[—–\-·]{1,2} ?\d{1,4} ?[—–\-·]{1,2}|第 ?\d{1,4} ?页(?: ?[,，/]? ?共 ?\d{1,4} ?页)?")
_MENU = r"(?:您(?:现在)?的?)?(?:(?:当前)?位置)?[:：]? ?(?:网站)?首页 ?(?:>|＞|»|→|/).{0,80}"
_DASH = re.compile(r"[—–\-]{1,2}")
_FIGURE = re.compile(r"\d{1,4}")
_APART = 7
"""Lines among which the three of a page number stand."""
_ORNAMENT = re.compile(r"(\S)(?: ?\1){7,}")


def page_marks(texts: Sequence[str]) -> frozenset[int]:
    """The indices of lines that are a page number (`— 2 —`, on one line or on three) or a row of one ornament."""
    marks: set[int] = set()
    for index, text in enumerate(texts):
        if "首页" in text and len(text) < 100 and re.fullmatch(_MENU, text):
            marks.add(index)
        if not text or (text[0] != text[-1] and text[0] not in "第—–-·"):
            continue
        if _PAGE_NUMBER.fullmatch(text) or _ORNAMENT.fullmatch(text):
            marks.add(index)
        elif _DASH.fullmatch(text):
            marks.update(_closing(texts, index))
    return frozenset(marks)


def _closing(texts: Sequence[str], index: int) -> Sequence[int]:
    """The lines of the dash at `index`, a figure and another dash, empty ones between them or not; else none."""
    following = [at for at in range(index + 1, min(len(texts), index + _APART)) if texts[at]][:2]
    if len(following) < 2 or not (_FIGURE.fullmatch(texts[following[0]]) and _DASH.fullmatch(texts[following[1]])):
        return ()
    return (index, *following)
