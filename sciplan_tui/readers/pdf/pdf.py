"""PDF files: their text as it stands on the pages, ruled tables as tables. A scan has no text and is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sciplan_tui.core.document import Document
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.laying import Grid, Paged, Unread, lay_out
from sciplan_tui.readers.pdf import unread_pages
from sciplan_tui.readers.pdf.letters import apart_at, letters_of
from sciplan_tui.readers.pdf.lines import TextLine, lines_of
from sciplan_tui.readers.pdf.open_tables import OpenTable, open_tables
from sciplan_tui.readers.pdf.page import Letters, Page
from sciplan_tui.readers.pdf.paragraphs import Placed, column_of, paragraphs, without_chrome
from sciplan_tui.readers.pdf.rules import rules_of
from sciplan_tui.readers.pdf.tables import RuledTable, ruled_tables
from sciplan_tui.readers.pdf.turn import Turn

MOST_PAGES = 1_000
_MOST_UNKNOWN = 0.2
_PASSWORD = "assword"


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The paragraphs and tables of all pages. Raises ReadingError: encrypted, damaged, a scan, without meaning."""
    pages, broken = _pages(name, data)
    count = sum(page.count for page in pages)
    if count < unread_pages.FEWEST_LETTERS and any(page.pictured for page in pages):
        raise ReadingError("scan", file=name)
    if not count:
        raise ReadingError("empty_file", file=name)
    if sum(page.unknown for page in pages) > _MOST_UNKNOWN * count:
        raise ReadingError("glyphs_unknown", file=name)
    return lay_out(name, data, "pdf", page_blocks(pages), unread_pages.told(pages, broken))


def _pages(name: str, data: bytes) -> tuple[list[Page], list[int]]:
    """The pages, and the numbers of those that are broken."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise ReadingError("locked_file" if _PASSWORD in str(fault) else "damaged_file", file=name) from None
    if len(document) > MOST_PAGES:
        raise ReadingError("too_many_pages", file=name, limit=MOST_PAGES)
    opened = [_page(document, number) for number in range(len(document))]
    found = [page for page in opened if page]
    if not found:
        raise ReadingError("damaged_file", file=name)
    return found, [number for number, page in enumerate(opened, 1) if page is None]


def _page(document: Any, number: int) -> Page | None:
    """The page, or None where it is broken."""
    import pypdfium2

    try:
        return _seen(document[number], number + 1)
    except pypdfium2.PdfiumError:
        return None


def _seen(page: Any, number: int) -> Page:
    """What stands on the page, turned as it is shown. Raises PdfiumError."""
    turn = Turn(page.get_rotation(), *page.get_size())
    letters, unknown = letters_of(page, turn)
    rules, pictured = rules_of(page, turn)
    share = pictured / max(1.0, turn.width * turn.height)
    return Page(number, turn.width, turn.height, tuple(apart_at(rules, letters)), rules, unknown, share)


@dataclass(slots=True)
class _Flow:
    """What stands on the pages, in order: stretches of lines, and tables that go on over pages."""

    stretches: list[list[Placed] | tuple[int, Grid | Unread]]

    def line(self, placed: Placed) -> None:
        if not self.stretches or isinstance(self.stretches[-1], tuple):
            self.stretches.append([])
        last = self.stretches[-1]
        assert isinstance(last, list)
        last.append(placed)


def page_blocks(pages: Sequence[Page]) -> Iterator[Paged]:
    """The paragraphs and tables of pages of any fixed format, page numbers and running heads left out."""
    tables = {page.number: ruled_tables(page) for page in pages}
    bare = list(without_chrome([(page, _outside(page, tables[page.number])) for page in pages]))
    column = column_of(placed for lines in bare for placed in lines)
    flow = _Flow([])
    going: OpenTable | None = None
    for lines, page in zip(bare, pages, strict=True):
        going = _lay_page(flow, page, lines, tables[page.number], going)
    for stretch in flow.stretches:
        if isinstance(stretch, tuple):
            yield Paged(*stretch)
        elif column:
            yield from (Paged(number, text) for number, text in paragraphs(stretch, column))


def _lay_page(
    flow: _Flow, page: Page, lines: Sequence[Placed], ruled: Sequence[RuledTable], above: OpenTable | None
) -> OpenTable | None:
    """Put a page's lines and tables behind what there is; the table without upright lines that its end may cut."""
    waiting = list(ruled)
    opened = open_tables([placed.line for placed in lines], page.rules, above)
    starts = {table.first: table for table in opened}
    inside = {place for table in opened for place in range(table.first, table.end)}
    for place, placed in enumerate(lines):
        while waiting and waiting[0].top > placed.line.middle:
            flow.stretches.append((page.number, waiting.pop(0).rows))
        if place in starts:
            flow.stretches.append((page.number, starts[place].rows))
        elif place not in inside:
            flow.line(placed)
    flow.stretches += ((page.number, table.rows) for table in waiting)
    return opened[-1] if opened and opened[-1].end == len(lines) else None


def _outside(page: Page, tables: Sequence[RuledTable]) -> list[TextLine]:
    inside = frozenset[Letters]().union(*(table.letters for table in tables))
    return lines_of([one for one in page.letters if one not in inside] if inside else page.letters)
