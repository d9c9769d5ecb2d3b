"""RTF files (Word, WPS; many a .doc is one): text runs, Chinese as bytes or as \\u, paragraphs and table rows.

A control word that is not known here changes nothing of what is printed. Groups that hold no text of the body (fonts,
styles, pictures, headers, notes) are passed over; automatic numbers stand in the file as text and are read.
One file because one walk through the tokens carries all that is open: groups, text, cells, rows, changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sciplan_tui.core.document import Document
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.laying import Grid, lay_out
from sciplan_tui.readers.word.rtf_tables import CellFormat, RtfRow, grids_of
from sciplan_tui.readers.word.rtf_words import CHARSETS, SIGNS, SKIPPED, STARRED, SYMBOLS, codec, known
from sciplan_tui.readers.word.tracked_changes import tell_tracked

DEEPEST = 500
"""Groups within one another; Word itself writes some twenty."""
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\x20?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)"
)


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The paragraphs and tables. Raises ReadingError: nested without end, or not closed (the file was cut off)."""
    if encoding is not None and not known(encoding):
        raise ReadingError("unknown_encoding", encoding=encoding)
    body = _Body(name, encoding)
    blocks = list(body.blocks(data))
    return lay_out(name, data, "rtf", blocks, tell_tracked(*body.changes.values()))


@dataclass(slots=True)
class _Group:
    """What holds until the group's closing brace."""

    skipped: bool = False
    hidden: bool = False
    fallback: int = 1
    font: int = 0
    fonts: bool = False
    in_table: bool = False
    number: bool = False
    boxed: list[str] | None = None
    change: str = ""


class _Body:
    """One walk through the file's tokens, gathering the text of the paragraph, the cell and the row that are open."""

    def __init__(self, name: str, encoding: str | None) -> None:
        self._name = name
        self._page = encoding or "gb18030"
        self._named = encoding is not None
        self._group = _Group()
        self._groups: list[_Group] = []
        self._charsets: dict[int, str] = {}
        self._words: list[str] = []
        self._bytes = bytearray()
        self._half = 0
        self._jump = 0
        self._starred = False
        self._cell: list[str] = []
        self._row = RtfRow(0, [])
        self._next = CellFormat()
        self._rows: list[RtfRow] = []
        self.changes = {"revised": 0, "deleted": 0}
        self._ended = {"revised": -1, "deleted": -1}
        self._printed = 0

    def blocks(self, data: bytes) -> Iterator[str | Grid]:
        """Paragraphs and tables, in order."""
        at = 0
        while token := _TOKEN.search(data, at):
            at = token.end()
            kind = token.lastgroup
            if kind in ("word", "number"):
                word, number = token["word"].decode("ascii"), token["number"]
                value = None if number is None else int(number)
                if word == "bin":
                    at += max(0, value or 0)
                elif self._jump:
                    self._jump -= 1
                else:
                    yield from self._control(word, value)
            elif kind == "brace":
                yield from self._brace(token["brace"] == b"{")
            elif kind == "byte":
                self._add_bytes(bytes.fromhex(token["byte"].decode("ascii")))
            elif kind == "sign":
                yield from self._sign(token["sign"])
            elif kind == "text":
                self._add_bytes(token["text"])
        if self._groups:
            raise ReadingError("damaged_file", file=self._name)
        yield from self._paragraph()
        yield from self._table()

    def _brace(self, opens: bool) -> Iterator[str | Grid]:
        self._flush()
        self._jump = 0
        self._starred = False
        if opens:
            if len(self._groups) >= DEEPEST:
                raise ReadingError("nested_too_deep", file=self._name)
            self._groups.append(self._group)
            self._group = replace(self._group, number=False, boxed=None, change="")
            return
        closed = self._group
        if closed.change:
            self._ended[closed.change] = self._printed
        if closed.number:
            self._end_number()
        if closed.boxed is not None:
            yield from self._paragraph()
            self._words = closed.boxed
        if self._groups:
            self._group = self._groups.pop()

    def _sign(self, sign: bytes) -> Iterator[str | Grid]:
        if self._jump:
            self._jump -= 1
        elif sign == b"*":
            self._starred = True
        elif sign in b"\r\n":
            yield from self._control("par", None)
        elif sign in SYMBOLS:
            self._add(SYMBOLS[sign])

    def _control(self, word: str, value: int | None) -> Iterator[str | Grid]:
        starred, self._starred = self._starred, False
        if word != "u":
            self._flush()
        if word in SKIPPED or (starred and word not in STARRED):
            self._group.skipped = True
        elif word in _ENDS and not self._group.skipped:
            yield from _ENDS[word](self)
        elif word in SIGNS:
            self._add(SIGNS[word])
        elif word in _FLAGS:
            setattr(self._group, *_FLAGS[word])
        elif word == "clvmrg":
            self._next.below = True
        elif word == "clmrg":
            self._next.beside = True
        elif change := _CHANGES.get(word):
            change(self, value)

    # --- text

    def _add(self, text: str) -> None:
        if not (self._group.skipped or self._group.hidden):
            self._flush()
            self._printed += 1
            self._words.append(text)

    def _add_bytes(self, data: bytes) -> None:
        jumped = min(self._jump, len(data))
        self._jump -= jumped
        if jumped < len(data) and not (self._group.skipped or self._group.hidden):
            self._end_half()
            self._printed += 1
            self._bytes += data[jumped:]

    def _flush(self) -> None:
        self._end_half()
        if self._bytes:
            page = self._page if self._named else self._charsets.get(self._group.font, self._page)
            self._words.append(bytes(self._bytes).decode(page, "replace"))
            self._bytes.clear()

    def _end_half(self) -> None:
        if self._half:
            self._words.append("\ufffd")
            self._half = 0

    def _unicode(self, value: int | None) -> None:
        """One unit of UTF-16; two of them make a rare character. What stands in for it in older programs is jumped."""
        self._jump = self._group.fallback
        if self._group.skipped or self._group.hidden:
            return
        self._printed += 1
        unit, half = (value or 0) & 0xFFFF, self._half
        self._half = 0
        if half and 0xDC00 <= unit < 0xE000:
            self._words.append(chr(0x10000 + ((half & 0x3FF) << 10) + (unit & 0x3FF)))
            return
        self._half = half
        self._flush()
        if 0xD800 <= unit < 0xDC00:
            self._half = unit
        else:
            self._words.append(chr(unit) if not 0xDC00 <= unit < 0xE000 else "\ufffd")

    def _begin_change(self, kind: str, value: int | None) -> None:
        """Count a tracked change; the runs of one stand behind each other with nothing printed between them."""
        if value != 0 and not self._group.skipped:
            self._group.change = kind
            self.changes[kind] += self._ended[kind] != self._printed

    def _end_number(self) -> None:
        """An automatic number stands as if typed: nothing behind its sign, else a blank, never a tab."""
        text = "".join(self._words).strip()
        self._words = [text + " " if text[-1:].isalnum() else text]

    # --- paragraphs, cells, rows

    def _text(self) -> str:
        self._flush()
        text, self._words = "".join(self._words), []
        return text

    def _end_paragraph(self) -> Iterator[str | Grid]:
        if any(group.boxed is not None for group in (*self._groups, self._group)):
            yield self._text()
        elif self._group.in_table:
            self._cell.append(self._text())
        else:
            yield from self._table()
            yield self._text()

    def _paragraph(self) -> Iterator[str | Grid]:
        """The text that is left where something ends."""
        text = self._text()
        if text.strip():
            yield text

    def _end_cell(self) -> Iterator[str | Grid]:
        lines = [*self._cell, self._text()]
        self._row.texts.append("\n".join(line.strip() for line in lines if line.strip()))
        self._cell = []
        return iter(())

    def _end_row(self) -> Iterator[str | Grid]:
        self._rows.append(self._row)
        self._row = RtfRow(self._row.left, self._row.formats)
        return iter(())

    def _table(self) -> Iterator[str | Grid]:
        """The table whose rows have been gathered, once something else follows it."""
        if any(self._row.texts):
            self._rows.append(self._row)
            self._row = RtfRow(0, [])
        rows, self._rows = self._rows, []
        if rows:
            yield from grids_of(rows)

    def _begin_row(self, value: int | None) -> None:
        self._row = RtfRow(0, [], self._row.texts)
        self._next = CellFormat()

    def _end_format(self, value: int | None) -> None:
        self._next.right = value or 0
        self._row.formats.append(self._next)
        self._next = CellFormat()

    # --- what a control word changes

    def _set_page(self, value: int | None) -> None:
        if not self._named and value:
            self._page = codec(value)

    def _set_charset(self, value: int | None) -> None:
        if self._group.fonts and value in CHARSETS:
            self._charsets[self._group.font] = CHARSETS[value]


def _hide(body: _Body, value: int | None) -> None:
    body._group.hidden = value != 0


def _insert(body: _Body, value: int | None) -> None:
    body._begin_change("revised", value)


def _delete(body: _Body, value: int | None) -> None:
    body._begin_change("deleted", value)
    _hide(body, value)


def _set_font(body: _Body, value: int | None) -> None:
    body._group.font = value or 0


def _set_fallback(body: _Body, value: int | None) -> None:
    body._group.fallback = min(max(0, value or 0), 10)


def _begin_box(body: _Body, value: int | None) -> None:
    body._group.skipped = False
    body._group.boxed, body._words = body._words, []


def _begin_fonts(body: _Body, value: int | None) -> None:
    body._group.fonts = body._group.skipped = True


_ENDS: dict[str, Callable[[_Body], Iterator[str | Grid]]] = {
    "par": _Body._end_paragraph,
    "sect": _Body._end_paragraph,
    "cell": _Body._end_cell,
    "row": _Body._end_row,
}
_FLAGS = {
    "plain": ("hidden", False),
    "listtext": ("number", True),
    "pntext": ("number", True),
    "intbl": ("in_table", True),
    "pard": ("in_table", False),
}
_CHANGES: dict[str, Callable[[_Body, int | None], None]] = {
    "u": _Body._unicode,
    "uc": _set_fallback,
    "f": _set_font,
    "fcharset": _Body._set_charset,
    "fonttbl": _begin_fonts,
    "ansicpg": _Body._set_page,
    "v": _hide,
    "revised": _insert,
    "deleted": _delete,
    "shptxt": _begin_box,
    "trowd": _Body._begin_row,
    "cellx": _Body._end_format,
}
