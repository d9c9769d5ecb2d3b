"""The plan where no library is needed: plain text in three encodings, Markdown, a saved web page in three forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.message import EmailMessage

from tests.readers.builders import html
from tests.readers.builders.plan import Block, Row

_DEPTHS = ((re.compile(r"[一二三四五六七八九十]+、"), "## "), (re.compile(r"（[一二三四五六七八九十]+）"), "### "))


def markdown(blocks: Sequence[Block]) -> bytes:
    """Headings by their signs, the table by pipes; a merged cell stands in each row, as Markdown has none."""
    lines: list[str] = []
    for block in blocks:
        lines += [_line(block), ""] if isinstance(block, str) else _pipes(block)
    return "\n".join(lines).encode()


def _line(text: str) -> str:
    sign = next((sign for number, sign in _DEPTHS if number.match(text) and len(text) < 30), "")
    return sign + re.sub(r"^(\d)\.", r"\1\\.", text)


def _pipes(rows: Sequence[Row]) -> list[str]:
    grid: list[list[str]] = []
    for row in rows:
        cells: list[str] = []
        for cell in row:
            text = grid[-1][len(cells)] if not cell.down else cell.text
            cells += [text] * cell.across
        grid.append(cells)
    lines = [f"| {' | '.join(cell.replace(chr(10), '<br>') for cell in cells)} |" for cells in grid]
    return [lines[0], "|" + " --- |" * len(grid[0]), *lines[1:], ""]


def page(blocks: Sequence[Block]) -> bytes:
    """As browsers save it."""
    return html.page(html.content(blocks))


def old_page(blocks: Sequence[Block]) -> bytes:
    """It says gb2312 and holds signs that only GB18030 has."""
    return html.page(html.content(blocks), charset="gb18030", meta="gb2312")


def archive(blocks: Sequence[Block]) -> bytes:
    """The page and its picture in one file, as Word and old browsers save it."""
    made = EmailMessage()
    made["Subject"] = "方案"
    made["Snapshot-Content-Location"] = "http://example.test/plan.html"
    made.set_content(page(blocks).decode(), subtype="html", cte="quoted-printable")
    made.add_related(b"\x89PNG", "image", "png", cid="<picture>")
    return made.as_bytes()
