"""A file's content before anyone has understood it: paragraphs and tables, each where it stands.

Readers make it, `core.parse` reads it. A structured file (JSON) carries its object in `payload` and has no blocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sciplan_tui.core.plan import Problem, Source


class Paragraph(NamedTuple):
    """One line of the file, split at `\\n` only, as stored (its raw text). `page` counts from 1 where it is known."""

    line: int
    text: str
    page: int | None = None


class TableRow(NamedTuple):
    """One row of a table; `line` is where it begins in the file (for a sheet: the row's number)."""

    line: int
    cells: tuple[str, ...]
    page: int | None = None


class Table(NamedTuple):
    """A table that was a table in the file, its merged cells already filled. `unread`: its cells could not be told
    apart, and each row is a line of it.
    """

    rows: tuple[TableRow, ...]
    unread: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader found in one file. `raw` is the decoded text, kept so that a sentence can always be shown.
    `problems` name what the reader itself had to leave out.
    """

    source: Source
    blocks: tuple[Block, ...]
    raw: str
    payload: Mapping[str, Any] | None = None
    problems: tuple[Problem, ...] = ()
