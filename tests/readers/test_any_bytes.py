"""Whatever becomes of a file's bytes, its reader reads it or says a sentence: nothing but a ReadingError comes out.

The readers run here, so that a fault is seen where it happens; workbooks are read by the child, whose library may end
the process that it runs in. The same changes are tried each time; SCIPLAN_EXAMPLES=2000 tries as many others.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.sniffing import MODULES
from tests.readers.builders import doc, docx, html, ofd, pdf, plan, rtf, sheet_xml, sheets, word_xml

BLOCKS = ["一、重点任务", "（一）办好活动周。每年1次。（牵头单位：市科协；责任单位：市教育局）", plan.table()]
ROWS = [[cell.text for cell in row] for row in plan.table()]
SAMPLES: dict[str, bytes] = {
    "doc": doc.build(BLOCKS),
    "rtf": rtf.build(BLOCKS),
    "wordml": word_xml.build(BLOCKS),
    "html": html.page(html.content(BLOCKS)),
    "docx": docx.build(BLOCKS),
    "ofd": ofd.build(BLOCKS),
    "pdf": pdf.build(BLOCKS),
    "xls": sheets.xls({"表": ROWS}),
    "xlsx": sheets.xlsx({"表": ROWS}),
    "ods": sheets.ods({"表": ROWS}),
    "excelml": sheet_xml.excelml({"表": ROWS}),
}
FEW = 25
EXAMPLES = int(os.environ.get("SCIPLAN_EXAMPLES", FEW))
WORDS = (b"\xff" * 4, b"\0" * 4, b"\0\0\0\x80", b"-1", b"99999999999", b"1e400", b"<", b"}", b"\\")
NUMBER = re.compile(rb"\d+")


@st.composite
def changed(draw: Callable[..., int], data: bytes) -> bytes:
    """The bytes with some of them altered, taken out, doubled, put in, or a number among them made another."""
    found = bytearray(data or b" ")
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(found)))
        size = draw(st.integers(0, 40))
        kind = draw(st.integers(0, 4))
        if kind == 0:
            found[at : at + 1] = bytes([draw(st.integers(0, 255))])
        elif kind == 1:
            found[at : at + size] = b""
        elif kind == 2:
            found[at:at] = found[at : at + size]
        elif number := NUMBER.search(found, at) if kind == 3 else None:
            found[number.start() : number.end()] = draw(st.sampled_from(WORDS))
        else:
            found[at : at + 4] = draw(st.sampled_from(WORDS))
    return bytes(found)


@st.composite
def changed_file(draw: Callable[..., bytes], kind: str) -> bytes:
    """A file of which some bytes are changed; of a package, those of one part, so that it can still be opened."""
    data = SAMPLES[kind]
    if not data.startswith(b"PK"):
        return draw(changed(data))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    return docx.zipped({**parts, name: draw(changed(parts[name]))})


@pytest.mark.parametrize("kind", SAMPLES)
@given(st.data())
@settings(max_examples=EXAMPLES, derandomize=EXAMPLES == FEW, suppress_health_check=list(HealthCheck))
def test_a_changed_file_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    content = data.draw(changed_file(kind))
    own = import_module(f"sciplan_tui.readers.{MODULES[kind]}").read
    read = readers.read if MODULES[kind] == "sheet.sheets" else own
    with suppress(ReadingError):
        parse(read(f"x.{kind}", content, None), str)
