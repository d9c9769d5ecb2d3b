"""The way in: one module per format, from bytes to a Document; the format is told by content first, suffix second."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from sciplan_tui.core.document import Document
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.decode import first_line

FORMATS = ("txt", "csv", "json")
"""The formats that can be read; each is a module here with `read(name, data, encoding) -> Document`."""
LONGEST_LINE = 4_000_000
"""Bytes of one line; a plan's longest paragraph has some thousand."""
MOST_LINES = 100_000
"""Lines of one file; the longest plan has some thousand."""

_HEADS = frozenset(
    ("record", "任务", "工作任务", "任务名称", "工作内容", "工作事项", "牵头单位", "责任单位", "task", "title")
)


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The document in `data`; `name` is the file's name, whose suffix is asked where the content does not tell.

    Raises ReadingError: empty, not text, too many or too long lines, an encoding that is unknown or does not fit, and
    what the format's own reader refuses.
    """
    if not data.strip(b" \t\r\n\v\f\x00\xef\xbb\xbf\xfe\xff"):
        raise ReadingError("empty_file", file=name)
    if data.count(b"\n") > MOST_LINES:
        raise ReadingError("too_many_lines", file=name, limit=MOST_LINES)
    if _longest_line(data) > LONGEST_LINE:
        raise ReadingError("line_too_long", file=name, limit=LONGEST_LINE // 1_000_000)
    reader = import_module(f"sciplan_tui.readers.{sniff(name, data, encoding)}")
    document: Document = reader.read(name, data, encoding)
    if not document.raw.strip():
        raise ReadingError("empty_file", file=name)
    return document


def sniff(name: str, data: bytes, encoding: str | None = None) -> str:
    """The format of `data`: an object is JSON, a row of known heads is CSV, else the suffix tells; else text."""
    line = first_line(data, encoding)
    if line.startswith("{"):
        return "json"
    for comma in (",", "\t", ";"):
        cells = [cell.strip().strip('"').lower() for cell in line.split(comma)]
        if len(cells) > 2 and _HEADS.intersection(cells):
            return "csv"
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    return {"tsv": "csv"}.get(suffix, suffix if suffix in FORMATS else "txt")


def _longest_line(data: bytes) -> int:
    if len(data) <= LONGEST_LINE:
        return 0
    return max(map(len, data.split(b"\n")))
