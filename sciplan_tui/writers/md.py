"""A book as Markdown: tables of pipes, every cell on one line, no text taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.book import Book
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.locale import say
from sciplan_tui.writers.wording import head, title, worded, writable

_MARKUP = re.compile(r"([\\`*\[\]<>|~&#$]|(?<![^\W_])_|_(?![^\W_]))")
"""An underscore between letters marks nothing, and so a query can be copied: not_applicable."""
_LISTED = re.compile(r"\A(?:(\d+)([.)])|([-+=]))")
"""What begins a list, or underlines a heading, where it begins a line."""
_BREAK = "<br>"
"""A line break within a cell; a table has no other."""


def write(book: Book) -> bytes:
    """The title, the notes as a list, and each sheet as a table with its notes beneath, in UTF-8."""
    lines = [f"# {text(book.title)}", *notes(book.notes)]
    for sheet in book.sheets:
        lines += ["", f"## {text(title(sheet))}", "", *table(sheet), *notes(sheet.notes)]
    return "".join(f"{line}\n" for line in lines).encode()


def text(value: str) -> str:
    """Text as it stands within a line: what could be markup is escaped, a line break is a tag."""
    return _MARKUP.sub(r"\\\1", writable(value)).replace("\n", _BREAK)


def table(sheet: Sheet) -> Iterator[str]:
    """A sheet as the lines of a table."""
    yield _row([text(head(column)) for column in sheet.columns])
    yield _row(["---"] * len(sheet.columns))
    for row in sheet.rows:
        yield _row([text(str(worded(value))) for value in row])


def notes(notes: Sequence[tuple[str, str]]) -> list[str]:
    """A list, parted from what stands above it; without notes nothing."""
    told = (say("word.noted", what=text(what), said=text(said)) for what, said in notes)
    return ["", *(f"- {begun(one)}" for one in told)] if notes else []


def begun(line: str) -> str:
    """A line of text that begins nothing else."""
    return _LISTED.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line.lstrip(), count=1)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
