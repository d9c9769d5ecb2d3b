"""A Document on its way from the child that read it: as plain JSON, and back. Nothing that comes back is run."""

from __future__ import annotations

import json
from typing import Any

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.plan import Problem, Source

LARGEST_ANSWER = 32_000_000
"""Bytes of a packed document; the longest plan has some hundred thousand."""


def to_bytes(told: dict[str, Any]) -> bytes:
    """As it goes over the wire; a half of a surrogate pair, which no encoding knows, goes as it is."""
    packed = json.dumps(told, ensure_ascii=False, check_circular=False, separators=(",", ":"))
    return packed.encode("utf-8", "surrogatepass")


def from_bytes(told: bytes) -> dict[str, Any]:
    """What came over the wire. ValueError: it is none of ours."""
    return dict(json.loads(told.decode("utf-8", "surrogatepass")))


def to_wire(document: Document) -> dict[str, Any]:
    """The document as JSON takes it; a block is `[line, text, page]`, a table `[unread, [line, cells, page], …]`."""
    source = document.source
    return {
        "source": [source.name, source.sha256, source.format, source.encoding],
        "raw": document.raw,
        "blocks": [_packed(block) for block in document.blocks],
        "problems": [[problem.code, problem.line, problem.details] for problem in document.problems],
    }


def from_wire(packed: dict[str, Any]) -> Document:
    """The document that was packed."""
    problems = tuple(
        Problem(code, line, tuple((key, told) for key, told in details)) for code, line, details in packed["problems"]
    )
    blocks = tuple(map(_block, packed["blocks"]))
    return Document(Source(*packed["source"]), blocks, packed["raw"], problems=problems)


def _packed(block: Block) -> list[Any]:
    if isinstance(block, Paragraph):
        return [block.line, block.text, block.page]
    return [block.unread, *([row.line, row.cells, row.page] for row in block.rows)]


def _block(packed: list[Any]) -> Block:
    if not isinstance(packed[0], bool):
        return Paragraph(*packed)
    unread, *rows = packed
    return Table(tuple(TableRow(line, tuple(cells), page) for line, cells, page in rows), unread)
