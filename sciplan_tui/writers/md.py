"""A book as Markdown: tables of pipes, every cell on one line, no text taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sciplan_tui.core.book import Book
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.locale import say
from sciplan_tui.writers.wording import head, worded, writable

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&#$])")
_BREAK = "<br>"
"""A line break within a cell; a table has no other."""


def write(book: Book) -> bytes:
    """The title, the notes as a list, and each sheet as a table, in UTF-8."""
    lines = [f"# {text(book.title)}", "", *(f"- {text(what)}: {text(said)}" for what, said in book.notes)]
    for sheet in book.sheets:
        lines += ["", f"## {say(f'export.sheet.{sheet.name}')}", "", *_table(sheet)]
    return "".join(f"{line}\n" for line in lines).encode()


def text(value: str) -> str:
    """Text as it stands within a line: what could be markup is escaped, a line break is a tag."""
    return _MARKUP.sub(r"\\\1", writable(value)).replace("\n", _BREAK)


def _table(sheet: Sheet) -> Iterator[str]:
    yield _row([text(head(column)) for column in sheet.columns])
    yield _row(["---"] * len(sheet.columns))
    for row in sheet.rows:
        yield _row([text(str(worded(value))) for value in row])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
