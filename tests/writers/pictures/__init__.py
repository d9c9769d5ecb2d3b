"""The pictures of exports in the README: pages that LibreOffice and Chromium make of files as the program writes them.

`python -m tests.writers.pictures` draws them anew, where both are installed. Where they are not, a test still holds
the files that the pictures were drawn of against those that the program writes now: `drawn_of.json` keeps their marks.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import speaking
from sciplan_tui.workspace.demo import DAY
from sciplan_tui.workspace.export.exporting import export
from tests.writers.reading_back import of_docx, of_html, of_xlsx_sheets

FOLDER = Path(__file__).parent
DRAWN_OF = FOLDER / "drawn_of.json"
LARGEST = 150_000
"""Bytes of a picture."""


class Shot(NamedTuple):
    """What a picture shows: a view of a query in a format, and which of its pages, from 0; how many times as large as
    on paper."""

    view: str
    query: str
    form: str
    page: int = 0
    scale: float = 1.1


PICTURES: Mapping[str, Shot] = {
    "division-docx.png": Shot("division", "plan:湘潭", "docx"),
    "overview-xlsx.png": Shot("overview", "plan:湘潭", "xlsx", 1, 0.95),
    "overview-html.png": Shot("overview", "plan:湘潭", "html"),
}


def exported(shot: Shot, database: Path) -> bytes:
    """The file, in Chinese, on the day of the demo."""
    with speaking("zh"):
        content = export(database, shot.view, ViewSpec(query=shot.query), ExportOptions(format=shot.form), today=DAY)
    assert isinstance(content, bytes)
    return content


def mark(shot: Shot, content: bytes) -> str:
    """What tells whether a file still says the same: of its cells, and of how a web page looks."""
    cells: object = content if shot.form == "html" else _cells(shot, content)
    return sha256(repr(cells).encode()).hexdigest()[:16]


def _cells(shot: Shot, content: bytes) -> object:
    return {"docx": of_docx, "html": of_html, "xlsx": of_xlsx_sheets}[shot.form](content)
