"""A paper to be read as Markdown: headings, paragraphs, tables in their order; for whoever writes on in plain text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sciplan_tui.core.paper import Block, Heading, Line, PageBreak, Paper, Place, as_read
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.writers.md import begun, notes, table, text
from sciplan_tui.writers.wording import writable


def write(paper: Paper, on: datetime.date) -> bytes:
    """The text in UTF-8. The day `on` and the pages are the affair of documents; what stands small is a quotation."""
    blocks = (
        f"# {text(paper.title)}\n",
        *("\n".join(lines) + "\n" for block in as_read(paper).blocks if (lines := [*_lines(block)])),
    )
    return "\n".join(blocks).encode()


def _lines(block: Block) -> Iterator[str]:
    """A block, one string a line; charts are left out, since their tables stand beside them."""
    if isinstance(block, Heading):
        yield f"{'#' * min(block.level + 1, 6)} {text(block.text)}"
    elif isinstance(block, Line):
        words = text(writable(block.text).strip())  # a line break alone on a line would be markup
        yield f"{'> ' if block.place is Place.SMALL else ''}{begun(words)}"
    elif isinstance(block, PageBreak):
        yield "---"
    elif isinstance(block, Sheet):
        yield from table(block)
        yield from notes(block.notes)
