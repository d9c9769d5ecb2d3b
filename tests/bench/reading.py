"""From the bytes of a long plan to what it says, beside what a bare library takes to get at its text."""

from __future__ import annotations

import gc
import io
import time
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from sciplan_tui.__main__ import LOOK_SELDOM
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.readers.sniffing import MODULES
from tests.bench.measure import median, verdict
from tests.bench.plans import BUILDERS, plan

PAGES = 50
LIMIT = 2.0
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def ratios(runs: int = 7) -> Iterator[str]:
    """One verdict for every kind, in processor time: to the plan, of the library alone. Rubbish is looked for as seldom
    as the program does.
    """
    gc.set_threshold(*LOOK_SELDOM)
    blocks = plan(PAGES)
    for kind, build in BUILDERS.items():
        yield _ratio(kind, build(blocks), runs)


def ratios_of(files: list[Path], runs: int = 7) -> Iterator[str]:
    """The same for files that are at hand."""
    for file in files:
        kind = file.suffix.removeprefix(".")
        if kind in EXTRACTORS:
            yield _ratio(kind, file.read_bytes(), runs, file.name)


def _ratio(kind: str, data: bytes, runs: int, name: str = "") -> str:
    reader = import_module(f"sciplan_tui.readers.{MODULES[kind]}")

    def ours() -> ParsedPlan:
        return parse(reader.read(f"plan.{kind}", data, None), str)

    theirs, whole, reading = [], [], []
    for _ in range(runs + 1):
        theirs.append(_seconds(lambda: EXTRACTORS[kind](data)))
        reading.append(_seconds(lambda: reader.read(f"plan.{kind}", data, None)))
        whole.append(_seconds(ours))
    alone, read, all_of_it = (median(times[1:]) * 1000 for times in (theirs, reading, whole))
    name = name or f"{kind}, {PAGES} pages"
    print(
        f"     {name}: {all_of_it:.0f} ms, reading {read:.0f} ms of it; text by the library {alone:.0f} ms", flush=True
    )
    return verdict(f"{name}, to the plan, of its text alone", all_of_it / alone, LIMIT)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _pdf(data: bytes) -> str:
    import pypdfium2

    texts = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    return "".join(texts)


def _docx(data: bytes) -> str:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    paragraphs = ("".join(text.text or "" for text in one.iter(f"{_W}t")) for one in root.iter(f"{_W}p"))
    return "\n".join(paragraphs)


def _html(data: bytes) -> str:
    from lxml import html

    return str(html.document_fromstring(data).text_content())


def _sheet(data: bytes) -> object:
    import python_calamine

    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


EXTRACTORS: dict[str, Callable[[bytes], object]] = {
    **{"pdf": _pdf, "docx": _docx, "html": _html},
    **dict.fromkeys(("xlsx", "xls", "ods"), _sheet),
}
"""How a bare library gets at the text of each kind."""
