"""Lines of pages put together to paragraphs, without what each page repeats: its number, its running head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from sciplan_tui.core.parse.line.markers import begins_heading, opens_annex
from sciplan_tui.readers.pdf.lines import TextLine
from sciplan_tui.readers.pdf.open_columns import is_head
from sciplan_tui.readers.pdf.page import Page

_PAGE_NUMBER = re.compile(
    r"[-—–－·•\s]*(?:第\s?)?[\d０-９]{1,4}(?:\s?页)?(?:\s?[/／,，共]{1,2}\s?[\d０-９]{1,4}\s?页?)?[-—–－·•\s]*"
)
_FIGURES = re.compile(r"[\d０-９]+")
_EDGE = 0.17
"""Share of a page's height, above and below, where running heads and page numbers stand."""
_BEYOND = 3
"""Letters by which a line may pass the right edge; one that goes further is the row of a table, or of another page."""
_ROW = re.compile(r"(\d{1,3}) +(?=\D)")
_ALONE = re.compile(
    r"[\u4e00-\u9fff]{2,15}[〔（(\[［]20\d\d[〕）)\]］]第?\s?\d{1,4}\s?号|[（(].{0,60}(?:\d\s?月|号|印发|通过).{0,40}[）)]"
)
"""What stands on a line of its own below the title: a document's number, a note when it was issued."""
_DAY = re.compile(r"\s*(?:20\d\d|二[〇○零ＯO]\w{2})\s?年\s?\w{1,3}\s?月\s?\w{1,3}\s?日\s*")
"""The day of a letter, which stands at the right edge as the end of a full line does."""
_LABEL = re.compile(r"[（(]?(?:责任|牵头|配合|协办|主办)(?:单位|部门)?[:：]")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and its page."""

    page: int
    line: TextLine


def without_chrome(pages: Sequence[tuple[Page, Sequence[TextLine]]]) -> Iterator[list[Placed]]:
    """The lines of each page but for its number and for what stands at the edge of several pages, nothing else before
    it: the head of a table that is printed on each page is no running head.
    """
    repeated = _repeated(pages)
    for page, lines in pages:
        numbers = {id(line) for line in (*lines[:1], *lines[-2:]) if _is_page_number(page, line)}
        chrome = [id(line) in numbers or (_at_edge(page, line) and _bare(line.text) in repeated) for line in lines]
        above, below = (len(list(takewhile(bool, edge))) for edge in (chrome, reversed(chrome)))
        inner = range(above, len(lines) - below)
        yield [Placed(page.number, lines[place]) for place in inner if id(lines[place]) not in numbers]


def _is_page_number(page: Page, line: TextLine) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text) is not None and _at_edge(page, line)


def _repeated(pages: Sequence[tuple[Page, Sequence[TextLine]]]) -> frozenset[str]:
    seen: Counter[str] = Counter()
    for page, lines in pages:
        edges = (line for line in (*lines[:2], *lines[-2:]) if _at_edge(page, line) and not is_head(line))
        seen.update({_bare(line.text) for line in edges})
    return frozenset(text for text, count in seen.items() if count >= 3 and count * 2 > len(pages))


def _bare(text: str) -> str:
    return _FIGURES.sub("0", "".join(text.split()))


def _at_edge(page: Page, line: TextLine) -> bool:
    return not _EDGE * page.height < line.middle < (1 - _EDGE) * page.height


@dataclass(frozen=True, slots=True)
class Column:
    """The column that running text fills: its edges, the size of its letters, the way from line to line."""

    left: float
    right: float
    size: float
    leading: float
    indents: bool = False
    """Whether paragraphs begin with an indent."""


def column_of(lines: Iterable[Placed]) -> Column | None:
    """The column of a document, from its full lines."""
    found = [placed.line for placed in lines]
    if not found:
        return None
    sizes = Counter[int]()
    for line in found:
        sizes[round(line.size)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    body = [line for line in found if abs(line.size - size) <= 1.5] or found
    right = _right_edge(sorted((line.right for line in body), reverse=True), size)
    left = float(Counter(round(line.left) for line in body).most_common(1)[0][0])
    full = [line.left for line in body if line.right > right - 2 * size]
    left = min(left, sorted(full)[len(full) // 10]) if full else left
    ways = sorted(a.middle - b.middle for a, b in pairwise(body) if 0 < a.middle - b.middle < 4 * size)
    indented = sum(1 for line in body if 1.2 * size < line.left - left < 3 * size)
    return Column(left, right, size, ways[len(ways) // 2] if ways else 2 * size, indented * 8 > len(body))


def _right_edge(ends: Sequence[float], size: float) -> float:
    """Where full lines end: the outermost place that many lines share. `ends` are from the right."""
    shared = max(1, len(ends) // 20)
    for place, end in enumerate(ends):
        if len(ends) - place >= shared and end - ends[place + shared - 1] <= 1.5 * size:
            return end
    return ends[0]


def paragraphs(lines: Sequence[Placed], column: Column) -> Iterator[tuple[int, str]]:
    """Each paragraph with the page where it begins."""
    grown: list[Placed] = []
    for placed in lines:
        if grown and (
            not _goes_on(grown[-1], placed, column, "".join(one.line.text for one in grown[-3:]))
            or _is_next_row(grown[0].line.text, placed.line.text)
        ):
            yield grown[0].page, _text(grown)
            grown = []
        grown.append(placed)
    if grown:
        yield grown[0].page, _text(grown)


def _goes_on(above: Placed, below: Placed, column: Column, text: str) -> bool:
    size = column.size
    if abs(above.line.size - below.line.size) > 0.2 * size or begins_heading(below.line.text):
        return False
    if _DAY.fullmatch(above.line.text):
        return False
    if above.line.size > 1.2 * size:
        near = _same_page(above, below, 2.2 * above.line.size) and not opens_annex(above.line.text)
        near = near and not _ALONE.fullmatch(below.line.text) and not _ALONE.fullmatch(above.line.text)
        return near and _centered(above, column) and _centered(below, column)
    indented = below.line.left > column.left + 1.2 * size
    full = -_room(below.line.text) * size < above.line.right - column.right < _BEYOND * size
    if not column.indents and _LABEL.match(below.line.text) and text.endswith(tuple("。）)；")):
        return False
    return full and not indented and (above.page != below.page or _same_page(above, below, 1.7 * column.leading))


def _is_next_row(first: str, below: str) -> bool:
    """Whether a line of cells parted by blanks begins the row after the one that `first` begins: `14 …` and `15 …`."""
    one, other = _ROW.match(first), _ROW.match(below)
    return one is not None and other is not None and int(other[1]) == int(one[1]) + 1


def _room(text: str) -> float:
    """Letters that may be missing at the end of a full line, because the next word goes whole to the next."""
    word = len(text) - len(text.lstrip("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%.-"))
    return 2.2 + min(word, 20) / 2


def _same_page(above: Placed, below: Placed, most: float) -> bool:
    return above.page == below.page and 0 < above.line.middle - below.line.middle <= most


def _centered(placed: Placed, column: Column) -> bool:
    line = placed.line
    return abs((line.left - column.left) - (column.right - line.right)) < 3 * line.size


def _text(lines: Sequence[Placed]) -> str:
    """The lines behind one another; a blank stands where the file writes one, and between two Latin words."""
    parts = [lines[0].line.text]
    for placed in lines[1:]:
        text = placed.line.text
        latin = parts[-1][-1:].isascii() and parts[-1][-1:].isalpha() and text[:1].isascii() and text[:1].isalpha()
        parts.append(f" {text}" if latin or placed.line.letters[0].blank else text)
    return "".join(parts)
