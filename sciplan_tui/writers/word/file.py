"""A Word document as bytes. Its tables are written as text while it is saved, and put in where a mark stands for each:
as elements in memory a table of 35,000 rows takes half a gigabyte, and most of the time.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_BODY = "word/document.xml"
_MARK = re.compile(rb"<!--table ([0-9]+)-->")
"""Text never reads so: what it has of `<` is escaped."""
_PORTION = 1 << 16
"""Characters that are written at a time."""


class TablesAside:
    """The tables of one document, each the pieces of its XML, which are made when it is saved."""

    def __init__(self) -> None:
        self._tables: list[Iterable[str]] = []

    def put_before(self, paragraph: Paragraph, table: Iterable[str]) -> None:
        """Where it will stand."""
        from lxml.etree import Comment

        paragraph._p.addprevious(Comment(f"table {len(self._tables)}"))
        self._tables.append(table)

    def pieces(self, body: bytes) -> Iterator[bytes]:
        """The document's XML with its tables in their places."""
        for place, piece in enumerate(_MARK.split(body)):
            if place % 2:
                yield from _portions(self._tables[int(piece)])
            else:
                yield piece


def save(made: Document, tables: TablesAside) -> bytes:
    """The file; to be called once, since the tables are used up."""
    bare, out = io.BytesIO(), io.BytesIO()
    made.save(bare)
    with ZipFile(bare) as parts, ZipFile(out, "w", ZIP_DEFLATED) as whole:
        for part in parts.infolist():
            if part.filename != _BODY:
                whole.writestr(part, parts.read(part))
                continue
            told = ZipInfo(part.filename, part.date_time)
            told.compress_type, told.external_attr = ZIP_DEFLATED, part.external_attr
            with whole.open(told, "w") as body:
                for piece in tables.pieces(parts.read(part)):
                    body.write(piece)
    return out.getvalue()


def _portions(pieces: Iterable[str]) -> Iterator[bytes]:
    """Small pieces together, since each that is written has its price."""
    held, length = list[str](), 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length > _PORTION:
            yield "".join(held).encode()
            held, length = [], 0
    yield "".join(held).encode()
