"""Lines broken inside a sentence, joined to the line above: by a slip in one place, or by a fixed line width in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sciplan_tui.core.parse.markers import begins_heading

_FEWEST = 12
_ENDS = "。！？；：…!?;:"
_CLOSERS = "”’》〉」』）)】〕]"
_LOOSE = re.compile(r"[0-9A-Za-z%+×/.,—\- ]+")
_LABEL = re.compile(
    r"[\w/（）()]{2,9}[:：]|[（(](?:责任|牵头|配合)|附[件表录]?[:：\d一二三 ]|本\w{2,4}自|抄送"
)
_STATEMENT_END = re.compile(r"[（(][^（()）]{0,3}(?:牵头|责任|配合)[^。]*[)）]$")

Groups = Iterator[range]
"""Indices of lines that are one line: the first carries the text."""


def width(text: str) -> int:
    """Cells on a page: two for a character that is not ASCII."""
    return len(text.encode("gb18030", "replace")) if text.isascii() else 2 * len(text) - sum(map(str.isascii, text))


def line_width(texts: Sequence[str]) -> int | None:
    """The width at which the lines of a page were broken, or None where a line is a paragraph.

    Broken text has no long line, and most of its longer lines are full and end within a sentence.
    """
    widths = sorted(width(text) for text in texts if text)
    if len(widths) < _FEWEST:
        return None
    full = widths[len(widths) * 19 // 20]
    if not 30 <= full <= 110:
        return None
    longer = [text for text in texts if width(text) * 2 >= full]
    inside = sum(1 for text in longer if text[-1] not in _ENDS and width(text) >= full - 8)
    return full if inside * 2 >= len(longer) and inside * 6 >= len(widths) else None


def slips(texts: Sequence[str], stop: int) -> Groups:
    """Paragraph lines cut within a sentence once in a while: the text above has sentences and none of its ends."""
    index = 0
    while index < len(texts):
        end = index + 1
        while end < stop and _runs_on(texts[index:end], texts[end]):
            end += 1
        if end - index > 1:
            yield range(index, end)
        index = end


def _runs_on(above: Sequence[str], below: str) -> bool:
    if not (above[-1] and below) or begins_heading(below) or _LABEL.match(below):
        return False
    last = above[-1].rstrip(_CLOSERS)
    if not last or last[-1] in _ENDS or (last != above[-1] and above[-1][-1] in _CLOSERS):
        return False
    return "。" in "".join(above) or (len(above[-1]) > 60 and "，" in above[-1])


def paragraphs(texts: Sequence[str], full: int, start: int, stop: int, skipped: frozenset[int]) -> Groups:
    """The paragraphs of a page whose lines were broken at `full` cells, from line `start` to `stop`."""
    loose = _is_loose(text for index, text in enumerate(texts[:stop]) if text and index not in skipped)
    group: list[int] = []
    filled = 0
    for index in range(stop):
        text = texts[index]
        if index in skipped:
            continue
        same = loose and index >= start and filled + width(text) <= full + 2
        if group and text and _continues([texts[i] for i in group], text, filled, full, same, index >= start):
            filled = filled + width(text) if same else width(text)
            group.append(index)
            continue
        if len(group) > 1:
            yield range(group[0], group[-1] + 1)
        group, filled = ([index] if text else []), width(text)
    if len(group) > 1:
        yield range(group[0], group[-1] + 1)


def _is_loose(texts: Iterable[str]) -> bool:
    """Whether figures and Latin letters stand on lines of their own, though they belong into the row above or below."""
    apart = [_LOOSE.fullmatch(text) is not None for text in texts]
    return sum(apart) * 20 > len(apart)


def _continues(above: Sequence[str], below: str, filled: int, full: int, same_row: bool, in_body: bool) -> bool:
    """Whether `below` goes on with the paragraph `above`, whose last row is `filled` cells wide so far."""
    if _LOOSE.fullmatch(below) or _LOOSE.fullmatch(above[-1]):
        return in_body or above[-1][-1] not in _ENDS
    if begins_heading(below) or (_LABEL.match(below) and above[-1][-1] in "。）)；"):
        return False
    if _STATEMENT_END.search("".join(above)[-200:]) and _LABEL.match(below):
        return False
    if same_row:
        return True
    return filled >= full - 8 or above[-1][-1] in "，、,"
