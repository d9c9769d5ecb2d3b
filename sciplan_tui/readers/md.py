"""A Markdown file: its marks for headings, emphasis and quotations are taken off, a table of pipes becomes a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.plan import Source
from sciplan_tui.readers.decode import decode

_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+|[ ]{0,3}>[ \t]?")
_TRAIL = re.compile(r"[ \t]+#+[ \t]*$")
_EMPHASIS = re.compile(r"\*\*|__|(?<!`)`(?!`)")
_ITALIC = re.compile(
    r"(?<![\d*\\])\*(?=[\w“《])([^*\n]{1,400}?)(?:(?<=[\w）)])\*(?![\d*])|(?<=[^\s*\w）)\\])\*(?=\W|$))"
)
"""Words between single stars; one before a name, which a mark may precede, sets nothing off: *市海洋局、*市港口局."""
_BREAK = re.compile(r"(?i)<br ?/?>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_LINKED = re.compile(r"\s*(?:\d{1,2}\.|[-*+])[ \t]+\[([^\[\]]*)\]\([^()]*\)\s*")
"""An item of a list that is but a link: of a menu, and none of the outline."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULE = re.compile(r"[ ]{0,3}(?:[-*_=~`][ \t]*){3,}\w*")
_DIVIDER = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?::?-+:?[ \t]*)?")
WIDEST = 200
"""Columns of one table; further ones are no part of a task table."""
_PIPE = re.compile(r"(?<!\\)\|")


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The file's lines as paragraphs and tables; each keeps its line, and `raw` is the file as it stands."""
    from hashlib import sha256

    text, codec = decode(name, data, encoding)
    source = Source(name=name, sha256=sha256(data).hexdigest(), format="md", encoding=codec)
    return Document(source, tuple(md_blocks(text.split("\n"))), text)


def md_blocks(lines: Sequence[str], at: int = 0) -> Iterator[Block]:
    """The lines from `at` on as paragraphs and tables of pipes."""
    while at < len(lines):
        if at + 1 < len(lines) and "|" in lines[at] and _DIVIDER.fullmatch(lines[at + 1].rstrip()):
            end = next((i for i in range(at + 2, len(lines)) if "|" not in lines[i]), len(lines))
            rows = (i for i in range(at, end) if i != at + 1)
            yield Table(tuple(TableRow(i + 1, _cells(lines[i])) for i in rows))
            at = end
        else:
            yield Paragraph(at + 1, _BREAK.sub(" ", _bare(lines[at])))
            at += 1


def _bare(line: str) -> str:
    if _RULE.fullmatch(line.rstrip()):
        return ""
    if linked := _LINKED.fullmatch(line):
        return linked[1]
    headed = _HEADING.match(line)
    text = _TRAIL.sub("", line[headed.end() :]) if headed else line
    return _ESCAPED.sub(r"\1", _LINK.sub(r"\1", _ITALIC.sub(r"\1", _EMPHASIS.sub("", text))))


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(
        _BREAK.sub("\n", _bare(cell)).replace("\\|", "|").strip() for cell in _PIPE.split(inner, WIDEST)[:WIDEST]
    )
