"""Lines broken inside a sentence, joined to the line above: by a slip in one place, or by a fixed line width in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sciplan_tui.core.parse.line.markers import Rank, begins_heading, heads_table, marker

_FEWEST = 12
_WIDEST = 110
_ENDS = "。！？；：…!?;:"
_CLOSERS = "”’》〉」』）)】〕]"
BARS = "|｜│┃"
"""What a cell of a table ends with."""
_LOOSE = re.compile(r"[0-9A-Za-z%+×/.,—\- ]+")
_ROW = re.compile(r"\d{1,4}[.、．]?(?: |$)")
_LABEL = re.compile(r"[\w/（）()]{2,9}[:：]|[（(](?:责任|牵头|配合)|附[件表录]?[:：\d一二三 ]|本\w{2,4}自|抄送")
_CUT_LABEL = re.compile(r"[（(〔【]\w{1,4}$")
"""A bracket that is cut within its label: （责任⏎单位：."""
_UNFINISHED = re.compile("[，、,](?P<last>[^，、,。；;：:]{1,40})$")
_STATEMENT_END = re.compile(r"[（(][^（()）]{0,3}(?:牵头|责任|配合)[^。]*[)）]$")
_UNIT_FIRST = re.compile(
    r"由?(?:[^、，,。；;]{1,16}[局委办部厅署院会行协联]|各[^，,。；;]{2,12}(?:单位|部门|政府))(?:、|牵头|按|负责)"
)
_SAID = ("负责", "牵头", "配合", "参与")

Groups = Iterator[range]
"""Indices of lines that are one line: the first carries the text."""


def width(text: str) -> int:
    """Cells on a page: two for a Chinese character or mark, one for a Latin letter."""
    return (len(text.encode("utf-8", "replace")) + len(text)) // 2


def line_width(texts: Sequence[str]) -> int | None:
    """The width at which the lines of a page were broken, or None where a line is a paragraph.

    Broken text has no long line, and most of its longer lines are full and end within a sentence.
    """
    lengths = sorted(len(text) for text in texts if text)
    if len(lengths) < _FEWEST or lengths[len(lengths) * 19 // 20] > _WIDEST:
        return None
    widths = sorted(width(text) for text in texts if text)
    full = widths[len(widths) * 19 // 20]
    if not 30 <= full <= _WIDEST:
        return None
    longer = [text for text in texts if width(text) * 2 >= full]
    inside = sum(1 for text in longer if text[-1] not in _ENDS + _CLOSERS and width(text) >= full - 8)
    return full if inside * 2 >= len(longer) and inside * 6 >= len(widths) else None


def slips(texts: Sequence[str], stop: int, indented: frozenset[int]) -> Groups:
    """Paragraph lines cut within a sentence once in a while: what stands above has sentences, and ends within one.

    A line that is `indented` begins a paragraph.
    """
    index = 0
    while index < len(texts):
        end, sentences = index + 1, "。" in texts[index]
        while end < stop and end not in indented and _runs_on(texts[end - 1], texts[end], sentences):
            sentences = sentences or "。" in texts[end]
            end += 1
        if end - index > 1:
            yield range(index, end)
        index = end


def _runs_on(above: str, below: str, sentences: bool) -> bool:
    """Whether `above` ends within a sentence that `below` goes on with; `sentences`: whole ones stand before it."""
    if not (above and below) or above[-1] in _ENDS or above[-1] in _CLOSERS or above[-1] in BARS:
        return False
    if begins_heading(below) or _is_statement(below) or (_LABEL.match(below) and not _CUT_LABEL.search(above)):
        return False
    if _is_statement(above) and below[0] not in "、，,和与及":
        return False
    return sentences or (len(above) > 60 and "，" in above)


def _is_statement(text: str) -> bool:
    """Whether a line is only a list of units and what they do."""
    return text.rstrip("。").endswith(_SAID) and _UNIT_FIRST.match(text) is not None


def _begins_section(text: str) -> bool:
    found = marker(text)
    return found is not None and not found.doubtful and found.rank < Rank.ITEM


def without_rows(texts: Sequence[str]) -> Sequence[str]:
    """The lines without those of tables: from a head on, up to a heading that no row stands below."""
    heads = frozenset(index for index in range(len(texts)) if heads_table(texts, index))
    if not heads:
        return texts
    kept, inside = list(texts), False
    for index in range(min(heads), len(texts)):
        inside = inside or index in heads
        if inside and _begins_section(texts[index]) and not _ROW.match(_next(texts, index)):
            inside = False
        kept[index] = "" if inside else texts[index]
    return kept


def _next(texts: Sequence[str], index: int) -> str:
    """The words of the next line that has some."""
    return next((texts[below] for below in range(index + 1, len(texts)) if texts[below]), "")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it grows: its lines (indices), the last of them, the end of its text, how full its row is."""

    lines: list[int]
    last: str
    tail: str
    filled: int

    def grow(self, index: int, text: str, same_row: bool) -> None:
        self.lines.append(index)
        self.last, self.tail = text, (self.tail + text)[-200:]
        self.filled = width(text) + (self.filled if same_row else 0)


def paragraphs(texts: Sequence[str], full: int, start: int, stop: int, skipped: frozenset[int]) -> Groups:
    """The paragraphs of a page whose lines were broken at `full` cells. The outline is `[start, stop)`."""
    loose = _is_loose(text for index, text in enumerate(texts[:stop]) if text and index not in skipped)
    grown: _Paragraph | None = None
    turned = False
    for index in range(stop):
        text = texts[index]
        if index in skipped:
            turned = True
            continue
        same_row = grown is not None and loose and index >= start and grown.filled + width(text) <= full + 2
        cut = turned and grown is not None and _is_cut(grown)
        if grown and text and _continues(grown, text, full, same_row or cut, index >= start):
            grown.grow(index, text, same_row)
            turned = False
            continue
        if grown and len(grown.lines) > 1:
            yield range(grown.lines[0], grown.lines[-1] + 1)
        grown, turned = _Paragraph([index], text, text, width(text)) if text else None, False
    if grown and len(grown.lines) > 1:
        yield range(grown.lines[0], grown.lines[-1] + 1)


def _is_cut(above: _Paragraph) -> bool:
    """Whether a paragraph stops at the end of its page within a sentence or a name; no heading or whole list does."""
    from sciplan_tui.core.parse.unit.lists import plausible

    if above.last[-1] in _ENDS + _CLOSERS or (len(above.lines) == 1 and begins_heading(above.last)):
        return False
    unfinished = _UNFINISHED.search(above.tail)
    return unfinished is not None and not plausible(unfinished["last"])


def _is_loose(texts: Iterable[str]) -> bool:
    """Whether figures and Latin letters stand on lines of their own, though they belong into the row above or below."""
    apart = [_LOOSE.fullmatch(text) is not None for text in texts]
    return sum(apart) * 20 > len(apart)


def _continues(above: _Paragraph, below: str, full: int, same_row: bool, in_body: bool) -> bool:
    """Whether `below` goes on with the paragraph `above`."""
    if _LOOSE.fullmatch(below) or _LOOSE.fullmatch(above.last):
        return in_body or above.last[-1] not in _ENDS
    if begins_heading(below):
        return False
    if (
        _LABEL.match(below)
        and not _CUT_LABEL.search(above.last)
        and (above.last[-1] in "。）)；" or _STATEMENT_END.search(above.tail))
    ):
        return False
    return same_row or above.filled >= full - 8 or above.last[-1] in "，、,"
