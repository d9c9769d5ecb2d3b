"""A plain text file: one paragraph a line, lines parted by `\\n` only."""

from __future__ import annotations

from sciplan_tui.core.document import Document, Paragraph
from sciplan_tui.core.plan import Source
from sciplan_tui.readers.decode import decode


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The file's lines as paragraphs; `raw` is the whole text as it was decoded."""
    from hashlib import sha256

    text, codec = decode(name, data, encoding)
    source = Source(name=name, sha256=sha256(data).hexdigest(), format="txt", encoding=codec)
    lines = text.split("\n")
    return Document(source, tuple(Paragraph(number, line) for number, line in enumerate(lines, 1)), text)
