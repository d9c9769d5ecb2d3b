"""How a workbook is made and its cells are drawn: one format for each look, made when it is first needed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory, gettempdir
from traceback import clear_frames
from typing import IO, TYPE_CHECKING

from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.sheet import Value
from sciplan_tui.errors import WritingError
from sciplan_tui.writers.looks import LOOKS, look
from sciplan_tui.writers.wording import is_figure, writable

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT = "宋体"
"""Every system that opens these files has it, or knows what stands for it."""
_TEXT_STAYS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_STACKED = 270
"""The library's sign for characters that stand upright, one below the other."""
_LINE = "D0D7DE"


@contextmanager
def workbook(out: IO[bytes], title: str, on: datetime.date) -> Iterator[Workbook]:
    """A workbook that is written to `out` at the end. WritingError: no room for what it lays aside meanwhile."""
    from xlsxwriter.exceptions import XlsxFileError

    try:
        with TemporaryDirectory(prefix="sciplan-") as aside:
            made = _workbook(out, aside)
            made.set_properties({"title": writable(title), "created": datetime.datetime.combine(on, datetime.time())})
            with _left_closed(made):
                yield made
                made.close()
    except (OSError, XlsxFileError) as error:
        _end_archives(error)
        cause = error.args[0] if error.args and isinstance(error.args[0], OSError) else error
        raise WritingError("export_no_room", reason=cause, folder=gettempdir()) from error
    except KeyboardInterrupt as stopped:
        _end_archives(stopped)
        raise


def _end_archives(fault: BaseException | None) -> None:
    """The library leaves its archive open where it is stopped: it ends here, while what it is written to is there,
    and not later with a complaint on the terminal.
    """
    while fault is not None:
        clear_frames(fault.__traceback__)
        fault = fault.__context__


def _workbook(out: IO[bytes], aside: str) -> Workbook:
    from xlsxwriter import Workbook

    base = {"font_name": FONT, "font_size": 10.5}
    kept_small = {"constant_memory": True, "tmpdir": aside}
    return Workbook(out, {**_TEXT_STAYS_TEXT, **kept_small, "default_format_properties": base})


@contextmanager
def _left_closed(made: Workbook) -> Iterator[None]:
    """Close what the sheets lay aside, also when the workbook is not finished: the folder can then go everywhere."""
    try:
        yield
    finally:
        for page in made.worksheets():
            if page.row_data_fh is not None:
                page.row_data_fh.close()


class Formats:
    """The formats of one workbook, by what a cell is."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[object, Format] = {}

    def head(self, *, upright: bool) -> Format:
        """A head; of a unit or a milestone its characters stand below each other."""
        turned = {"rotation": _STACKED, "valign": "bottom"} if upright else {"valign": "vcenter"}
        return self._format(("head", upright), bold=True, bg_color="E7ECF1", align="center", text_wrap=True, **turned)

    def cell(self, value: Value, indent: int) -> Format:
        """A cell by what it holds; a title stands in by its depth in the outline, a number so that it does not run
        together with a path or a number at its right."""
        if is_figure(value):
            return self._format("number", align="right", valign="vcenter", indent=1)
        if isinstance(value, tuple | MarkCell):
            name = look(value)
            drawn = LOOKS.get(name)
            colours = {"bg_color": drawn.fill, "font_color": drawn.ink, "bold": drawn.bold} if drawn else {}
            return self._format(("look", name), align="center", valign="vcenter", text_wrap=True, **colours)
        return self._format(("text", indent), valign="vcenter", text_wrap=True, indent=min(indent, 15))

    def empty(self) -> Format:
        """The lines of a cell, nothing else."""
        return self._book.add_format({"border": 1, "border_color": _LINE})

    def heading(self) -> Format:
        """A row that is a heading."""
        return self._format("heading", bold=True, bg_color="F3F5F8", valign="vcenter")

    def query(self, *, heading: bool) -> Format:
        """What proves the numbers of a row: small, so that it takes no room from them."""
        behind = {"bg_color": "F3F5F8"} if heading else {}
        small = {"font_size": 7.5, "font_color": "57606A", "text_wrap": True, "valign": "vcenter", "indent": 1}
        return self._format(("query", heading), **small, **behind)

    def line(self) -> Format:
        """A text that stays on one line, however long."""
        return self._format("line", valign="vcenter")

    def note(self) -> Format:
        """What is told beneath a table."""
        return self._format("note", border=0, font_size=9, font_color="57606A", valign="top", text_wrap=True)

    def _format(self, key: object, **properties: object) -> Format:
        if key not in self._made:
            self._made[key] = self._book.add_format({"border": 1, "border_color": _LINE, **properties})
        return self._made[key]
