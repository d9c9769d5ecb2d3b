"""A paper to be read as a Word document: headings, paragraphs, tables and charts in their order, from top to bottom.

An upright page is set as official letters are (title in 宋体, text in 仿宋 of size 三号, first lines set in by two
characters); a page on its side is for tables, and its text is smaller. What a person must fill in is shaded.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sciplan_tui.core.chart import Chart, drawn_of
from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Paper, Place, as_read
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.writers.word.file import TablesAside, save
from sciplan_tui.writers.word.keeping import Kept, kept_together
from sciplan_tui.writers.word.page import (
    FANG_SONG,
    HEI,
    KAI,
    LETTER,
    SONG,
    UPRIGHT,
    Font,
    Page,
    document,
    page_for,
    paragraph,
    turn,
)
from sciplan_tui.writers.wording import writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_BODY = "Body Text"
_LETTER_FONTS = (
    *(Font("Normal", FANG_SONG, 10.5), Font(_BODY, FANG_SONG, 16, around=0), Font("Caption", FANG_SONG, 10, below=10)),
    *(Font("Title", SONG, 22, bold=True, around=12), Font("Heading 1", HEI, 16, bold=True, around=6)),
    *(Font("Heading 2", KAI, 16, bold=True, around=4), Font("Heading 3", FANG_SONG, 16, bold=True, around=4)),
)
"""GB/T 9704-2012, 7.3.3: 黑体 for the first level, 楷体 for the second, all set in by two characters as the text is.
Small print stands apart from the text below it, whose lines have their room above them."""
_TABLE_FONTS = (
    *(Font("Normal", FANG_SONG, 10.5), Font(_BODY, FANG_SONG, 12), Font("Caption", FANG_SONG, 9)),
    *(Font("Title", SONG, 20, bold=True, around=6), Font("Heading 1", SONG, 14, bold=True, around=4)),
    *(Font("Heading 2", SONG, 12, bold=True), Font("Heading 3", FANG_SONG, 12, bold=True)),
)
_DEEPEST = 3
_LINES = 1.5
"""Lines of a letter stand so far apart."""
_BELOW_TABLE = 10
"""Points that part a heading from the table above it."""
_ENCLOSED = 12
"""Points of text that stands between the tables of an enclosure."""
_GAP = re.compile("(〔[^〔〕]*〕)")
"""What stands in such brackets is for a person to fill in; official papers use them for years alone."""
_YEAR = re.compile("〔[0-9]{4}〕")


def write(paper: Paper, on: datetime.date) -> bytes:
    """The document, dated `on`. WritingError where a sheet has more columns than a table in Word holds."""
    paper = as_read(paper)
    pages = _pages(paper)
    small = paper.landscape or paper.compact
    made = document(paper.title, on, pages[0], _TABLE_FONTS if small else _LETTER_FONTS, paper.foot)
    return _Setting(made, pages, paper).set()


def _pages(paper: Paper) -> list[Page]:
    """The page to begin with, and the one of each turn: on its side, as wide as its widest table asks for."""
    from sciplan_tui.writers.word.table import widest

    turns: list[tuple[bool, list[Sheet]]] = [(paper.landscape, [])]
    for block in paper.blocks:
        if isinstance(block, PageBreak) and block.landscape is not None:
            turns.append((block.landscape, []))
        elif isinstance(block, Sheet):
            turns[-1][1].append(block)
    upright = UPRIGHT if paper.compact else LETTER
    widths = [widest(sheets) for _, sheets in turns]
    return [page_for(width) if turned else upright for (turned, _), width in zip(turns, widths, strict=True)]


class _Setting:
    """Sets the blocks of a paper, one below the other."""

    def __init__(self, made: Document, pages: Sequence[Page], paper: Paper) -> None:
        self._made, self._paper, self._tables = made, paper, TablesAside()
        self._page, *self._turns = pages
        self._breaks = False
        self._last: dict[str, Sheet] = {}

    def set(self) -> bytes:
        """Title and blocks; the file."""
        self._heading(self._paper.title, 0)
        for block, kept in zip(self._paper.blocks, kept_together(self._paper.blocks), strict=True):
            self._block(block, kept)
        return save(self._made, self._tables)

    def _block(self, block: Block, kept: Kept) -> None:
        from sciplan_tui.writers.word.table import add_table

        if isinstance(block, Heading):
            self._heading(block.text, block.level)
        elif isinstance(block, Line):
            self._line(block, kept)
        elif isinstance(block, PageBreak):
            self._break(block)
        elif isinstance(block, Sheet):
            if self._breaks:
                self._add("", "Caption")
            small = self._paper.compact or self._page.on_its_side
            below = add_table(self._made, self._tables, block, self._page.inner, compact=small, kept=kept.rows)
            _keep(below, kept)
            self._last[block.name] = block
        else:
            self._chart(block)

    def _heading(self, text: str, level: int) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        made = self._add(text, f"Heading {min(level, _DEEPEST)}" if level else "Title")
        if not level:
            made.alignment = WD_ALIGN_PARAGRAPH.CENTER
            return
        if self._last:
            made.paragraph_format.space_before = Pt(_BELOW_TABLE)
        if not (self._paper.landscape or self._paper.compact or self._page.on_its_side):
            _set_in(made)

    def _break(self, block: PageBreak) -> None:
        if block.landscape is None:
            self._breaks = True
            return
        self._page, *self._turns = self._turns
        turn(self._made, self._page)
        self._breaks = False

    def _chart(self, chart: Chart) -> None:
        """A chart of the sheet that was set last, else of the first that will be set."""
        from sciplan_tui.writers.word.chart import add_chart

        sheets = (block for block in self._paper.blocks if isinstance(block, Sheet))
        sheet = self._last.get(chart.sheet) or drawn_of(chart, sheets)
        made = add_chart(self._made, chart, sheet, self._page) if sheet else None
        if made is not None and self._breaks:
            made.paragraph_format.page_break_before, self._breaks = True, False

    def _add(self, text: str, style: str) -> Paragraph:
        """A paragraph, which begins a page where a break was asked for."""
        made = paragraph(self._made, style)
        for part in _GAP.split(writable(text)):
            if part:
                run = made.add_run(part)
                if _GAP.fullmatch(part) and not _YEAR.fullmatch(part):
                    _shade(run)
        if self._breaks:
            made.paragraph_format.page_break_before, self._breaks = True, False
        return made

    def _line(self, line: Line, kept: Kept) -> None:
        """A line at its place; those of a letter stand further apart."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        small = line.place is Place.SMALL
        made = self._add(line.text, "Caption" if small else _BODY)
        _keep(made, kept)
        if line.place in (Place.RIGHT, Place.CENTRE):
            right = line.place is Place.RIGHT
            made.alignment = WD_ALIGN_PARAGRAPH.RIGHT if right else WD_ALIGN_PARAGRAPH.CENTER
        if line.place is Place.BODY:
            _set_in(made)
        if small or self._paper.landscape or self._paper.compact:
            return
        if self._page.on_its_side:
            _set_small(made)
        else:
            made.paragraph_format.line_spacing = _LINES


def _keep(made: Paragraph, kept: Kept) -> None:
    """Stay on the page of what follows."""
    if kept.with_next:
        made.paragraph_format.keep_with_next = True


def _set_in(made: Paragraph) -> None:
    """The first line set in by two characters, of whatever size."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    made.paragraph_format.first_line_indent = Pt(32)
    for indent in made._p.xpath("w:pPr/w:ind"):
        indent.set(qn("w:firstLineChars"), "200")


def _set_small(made: Paragraph) -> None:
    """What stands among the tables of an enclosure is smaller than the letter before it."""
    from docx.shared import Pt

    for run in made.runs:
        run.font.size = Pt(_ENCLOSED)


def _shade(run: object) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    run.font.highlight_color = WD_COLOR_INDEX.YELLOW  # type: ignore[attr-defined]
