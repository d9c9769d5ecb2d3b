""".doc files (Word 97–2003): the body's paragraphs and tables, as they are printed.

Fields stand by their result; what was deleted under tracked changes is left out, and so are headers, notes, comments,
hidden text and the table of contents. Automatic numbers, which are not in the text, are put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sciplan_tui.core.document import Document
from sciplan_tui.core.plan import Problem
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.laying import Grid, lay_out
from sciplan_tui.readers.word.doc_boxes import boxes
from sciplan_tui.readers.word.doc_formats import (
    DELETED,
    INSERTED,
    ParagraphFormat,
    Stretches,
    list_and_level,
    paragraphs,
    stretches,
    unprinted,
)
from sciplan_tui.readers.word.doc_numbering import read_lists, style_changes
from sciplan_tui.readers.word.doc_pieces import Piece, WordFile, open_word
from sciplan_tui.readers.word.rtf_tables import RtfRow, grids_of
from sciplan_tui.readers.word.tracked_changes import tell_tracked

_ENDS = re.compile("[\r\x07\x0c\x0e]")
_FIELDS = re.compile("[\x13\x14\x15]")
_SIGNS = str.maketrans({"\x0b": "\n", "\x1e": "-", **dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x08\x1f", "")})
_CELL = "\x07"
_DEEPEST_STYLE = 20


class Ended(NamedTuple):
    """A paragraph: its text, the sign that ends it, its format, and the place in the body's text where it ends."""

    text: str
    end: str
    drawn: ParagraphFormat
    place: int


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The paragraphs and tables. Raises ReadingError: damaged, protected by a password, or from before Word 97."""
    file = open_word(name, data)
    formats = paragraphs(file.main, file.paragraph_pages, file.aside)
    body = list(_ended(file, file.body(), formats))
    if not body:
        raise ReadingError("damaged_file", file=name)
    hung = ((place, [one for one in _ended(file, box, formats) if one.text.strip()]) for place, box in boxes(file))
    return lay_out(name, data, "doc", _blocks(_numbered(file, _with_boxes(body, list(hung)))), _tracked(file))


def _tracked(file: WordFile) -> tuple[Problem, ...]:
    """That the body has tracked changes, by the stretches of its text that bear one."""
    return tell_tracked(*(len(list(_in_body(file, code))) for code in (INSERTED, DELETED)))


def _in_body(file: WordFile, code: int) -> Iterator[int]:
    """Where the text of the body begins to have this change; stretches right behind each other are one."""
    held = [(piece.start, piece.start + len(piece.text) * piece.width) for piece in file.body()]
    before = -1
    for start, end in stretches(file.main, file.character_pages, (code,)):
        if start != before and any(start < last and end > first for first, last in held):
            yield start
        before = end


def _numbered(file: WordFile, body: Iterable[Ended]) -> Iterator[Ended]:
    """The paragraphs with their automatic numbers, as they are printed."""
    numbering = read_lists(file.tables, file.lists, file.list_overrides)
    styles = style_changes(file.style_sheet) if numbering.lists else []
    for one in body:
        found, level = _list_of(one.drawn, styles) if numbering.lists else (0, 0)
        number = numbering.next(str(found), level) if found and not one.drawn.ends_row else ""
        yield one._replace(text=number + one.text) if one.text.strip() or one.drawn.in_table else one


def _list_of(drawn: ParagraphFormat, styles: list[tuple[int, bytes]]) -> tuple[int, int]:
    """The list and level that a paragraph names itself, else its style, else the one that this is based on."""
    found, level, style = drawn.list, drawn.level, drawn.style
    for _ in range(_DEEPEST_STYLE):
        if found is not None or style >= len(styles):
            break
        style, changes = styles[style]
        found, own = list_and_level(changes)
        level = own if level is None else level
    return found or 0, level or 0


def _with_boxes(body: Iterable[Ended], hung: list[tuple[int, list[Ended]]]) -> Iterator[Ended]:
    """Each box below the paragraph at which it hangs, or below the table that holds it."""
    reached = -1
    for one in body:
        while hung and hung[0][0] <= reached and not one.drawn.in_table:
            yield from hung.pop(0)[1]
        yield one
        reached = one.place
    for _, box in hung:
        yield from box


def _ended(file: WordFile, pieces: list[Piece], formats: Stretches) -> Iterator[Ended]:
    """Each paragraph; its format hangs on the sign that ends it."""
    hidden = unprinted(file.main, file.character_pages)
    words: list[str] = []
    fields: list[str] = []
    before = 0
    for piece in pieces:
        start = 0
        for end in _ENDS.finditer(piece.text):
            words.append(_printed(piece, start, end.start(), hidden))
            drawn = formats.at(piece.start + end.start() * piece.width)
            yield Ended(_without_codes("".join(words), fields), end.group(), drawn, before + end.start())
            words, start = [], end.end()
        words.append(_printed(piece, start, len(piece.text), hidden))
        before += len(piece.text)
    if rest := _without_codes("".join(words), fields):
        yield Ended(rest, "\r", ParagraphFormat(), before)


def _printed(piece: Piece, start: int, end: int, hidden: list[tuple[int, int]]) -> str:
    """What of a piece is printed; `hidden` are stretches of bytes."""
    first, last = piece.start + start * piece.width, piece.start + end * piece.width
    kept, at = "", start
    for low, high in hidden:
        if low < last and high > first:
            begin = max(start, (low - piece.start) // piece.width)
            kept += piece.text[at:begin]
            at = max(at, min(end, (high - piece.start) // piece.width))
    return kept + piece.text[at:end]


def _without_codes(text: str, fields: list[str]) -> str:
    """The text with each field's result alone; `fields` are the codes that are open, from paragraph to paragraph."""
    shown, at = "", 0
    for mark in _FIELDS.finditer(text):
        shown += _shown(text[at : mark.start()], fields)
        at = mark.end()
        if mark.group() == "\x13":
            fields.append("")
        elif fields and mark.group() == "\x14":
            fields[-1] += "\x14"
        elif fields:
            fields.pop()
    text = shown + _shown(text[at:], fields)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").translate(_SIGNS)


def _shown(text: str, fields: list[str]) -> str:
    if any("\x14" not in code for code in fields):
        fields[-1] += text
        return ""
    return "" if any(code.lstrip().upper().startswith("TOC") for code in fields) else text


def _blocks(body: Iterable[Ended]) -> Iterator[str | Grid]:
    rows: list[RtfRow] = []
    cells: list[str] = []
    lines: list[str] = []
    for text, end, drawn, _ in body:
        if end == _CELL and drawn.ends_row:
            rows.append(RtfRow(0, list(drawn.cells), cells))
            cells, lines = [], []
        elif end == _CELL:
            cells.append("\n".join(line for line in (*lines, text) if line.strip()))
            lines = []
        elif drawn.in_table:
            lines.append(text)
        else:
            if rows:
                yield from grids_of(rows)
                rows = []
            yield text
    if cells:
        rows.append(RtfRow(0, [], cells))
    if rows:
        yield from grids_of(rows)
