"""The way in: one module per format, from bytes to a Document; the format is told by content first, suffix second."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from sciplan_tui.core.document import Document
from sciplan_tui.core.plan import ParsedPlan, Source
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.sniffing import MODULES, PLAIN, sniff

LONGEST_LINE = 4_000_000
"""Bytes of one line; a plan's longest paragraph has some thousand."""
CONVERTED = frozenset({"doc", "wps", "odt", "uof"})
"""Formats of which LibreOffice may read what our own reader refuses, all or some of it."""
OURS = frozenset({"json"})
"""Formats whose content is no text: an object is handed on as it is."""
MOST_LINES = 100_000
"""Lines of one file; the longest plan has some thousand."""


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The document in `data`; `name` is the file's name, whose suffix is asked where the content does not tell.

    Text is read here; a container (all that may hide more than it shows) in a child process with limits.
    Raises ReadingError: empty, not text, too many or too long lines, an encoding that is unknown or does not fit, a
    format that is not read, and what the format's own reader refuses.
    """
    kind = _kind(name, data, encoding)
    if kind not in PLAIN:
        return _contained(name, data, kind, encoding)
    reader = import_module(f"sciplan_tui.readers.{MODULES[kind]}")
    document: Document = reader.read(name, data, encoding)
    if not document.raw.strip():
        raise ReadingError("empty_file", file=name)
    return document


def read_parsed(name: str, data: bytes, encoding: str | None = None) -> tuple[ParsedPlan, str] | Document:
    """As `read`, but all of it in the child, which also tells what the document says, so that two files are read at a
    time: the plan and its raw text; or the document, where the child cannot tell.
    """
    from sciplan_tui.readers.child import confined

    kind = _kind(name, data, encoding)
    if kind in OURS:
        return read(name, data, encoding)
    try:
        return confined.read_parsed(name, data, kind, encoding)
    except ReadingError:
        if kind not in CONVERTED:
            raise
    return _contained(name, data, kind, encoding)


def _kind(name: str, data: bytes, encoding: str | None) -> str:
    """The format, of a file that is worth reading."""
    if not data.strip(b" \t\r\n\v\f\x00\xef\xbb\xbf\xfe\xff"):
        raise ReadingError("empty_file", file=name)
    kind = sniff(name, data, encoding)
    if kind in PLAIN:
        _check_lines(name, data)
    return kind


def _contained(name: str, data: bytes, kind: str, encoding: str | None) -> Document:
    """A container, read by the child; what it refuses of texts, LibreOffice may know."""
    from hashlib import sha256

    from sciplan_tui.readers.child import confined

    try:
        return confined.read(name, data, kind, encoding)
    except ReadingError as refused:
        if kind not in CONVERTED or refused.code not in ("kind_unread", "damaged_file"):
            raise
        from sciplan_tui.readers import office

        made = office.to_docx(data, kind)
        if made is None and refused.code == "kind_unread" and office.program() is None:
            raise ReadingError("office_missing", **refused.details) from refused
        if made is None:
            raise
    source = Source(name=name, sha256=sha256(data).hexdigest(), format=kind, encoding=None)
    return replace(confined.read(name, made, "docx", None), source=source)


def _check_lines(name: str, data: bytes) -> None:
    if data.count(b"\n") > MOST_LINES:
        raise ReadingError("too_many_lines", file=name, limit=MOST_LINES)
    if len(data) > LONGEST_LINE and max(map(len, data.split(b"\n"))) > LONGEST_LINE:
        raise ReadingError("line_too_long", file=name, limit=LONGEST_LINE // 1_000_000)
