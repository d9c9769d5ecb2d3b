"""Bytes to text: by their byte order mark, as strict UTF-8, or as GB18030; any other encoding only when it is named.

Nothing is guessed from statistics: they take a short text in GB18030 for Big5.
"""

from __future__ import annotations

import codecs

from sciplan_tui.errors import ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65536
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\x1a\x1b")


def decode(name: str, data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and the encoding it was read in (as Python names it). The byte order mark is not in the text.

    A text without any `\\n` whose lines end with `\\r` (as old Mac programs write it) has `\\n` there; no place moves.

    Raises ReadingError: the named encoding does not exist or does not fit; the bytes are not text.
    """
    text, codec = _decoded(name, data, encoding)
    return text if "\n" in text else text.replace("\r", "\n"), codec


def _decoded(name: str, data: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding is not None:
        return _named(name, data, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _fitting(name, data, codec), codec
    if is_binary(data):
        raise ReadingError("binary_file", file=name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _fitting(name, data, "gb18030"), "gb18030"


def _named(name: str, data: bytes, encoding: str) -> tuple[str, str]:
    try:
        codec = codecs.lookup(encoding)
        text, _ = codec.decode(data, "strict") if codec._is_text_encoding else ("", 0)
    except UnicodeError:
        raise ReadingError("wrong_encoding", file=name, encoding=encoding) from None
    except (LookupError, ValueError):
        raise ReadingError("unknown_encoding", encoding=encoding) from None
    if not codec._is_text_encoding:
        raise ReadingError("unknown_encoding", encoding=encoding)
    return text.removeprefix("\ufeff"), codec.name


def _fitting(name: str, data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n" if b"\n" in data else b"\r", 0, error.start) + 1
        raise ReadingError("unknown_bytes", file=name, line=line) from None


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text: they hold a NUL (as text in UTF-16 without a mark does), or controls in number.

    A stray control, such as a bell, is kept to be shown harmlessly.
    """
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\0" in sample or controls * 100 > len(sample)


def first_line(data: bytes, encoding: str | None = None) -> str:
    """The first line that is not blank, as far as it can be read; for telling formats apart, so it never fails."""
    head = data[:_SAMPLE].lstrip()
    if encoding is None:
        encoding = next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8")
        if encoding == "utf-8" and not _is_utf8(head.split(b"\n", 1)[0]):
            encoding = "gb18030"
    try:
        return head.decode(encoding, "ignore").removeprefix("\ufeff").lstrip().split("\n", 1)[0]
    except (LookupError, ValueError):
        return ""


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
