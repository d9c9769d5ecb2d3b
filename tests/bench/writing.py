"""Writing measured beside the bare libraries: a matrix of 10,000 tasks and 100 units, from its sheet to the bytes.

The peers write the same cells, worded beforehand: the csv module with all cells in quotes, xlsxwriter row by row with
constant memory, no looks. What is measured is processor time, for other programs may run; nothing else is in it, not
the reading of the database. The memory is that of the whole command.
"""

from __future__ import annotations

import csv
import datetime
import gc
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from sciplan_tui.core.book import Book
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.sheet.asked import Asked
from sciplan_tui.workspace.sheet.parts import seen_by, sheet_parts
from sciplan_tui.workspace.view.viewing import View
from sciplan_tui.writers import csv as csv_writer
from sciplan_tui.writers import xlsx as xlsx_writer
from sciplan_tui.writers.wording import worded
from tests.bench.large_database import build
from tests.bench.measure import median, verdict

TASKS, UNITS = 10_000, 100
DAY = datetime.date(2023, 10, 20)
LEAST_RATE = 0.5
"""Of the peer's."""
MOST_MEMORY = 150
"""MB that a command may take."""
Cells = list[list[str | int | float]]


def rates(file: Path | None = None) -> Iterator[str]:
    """A verdict each. `file`: a database to export, else one is made."""
    with TemporaryDirectory() as folder:
        if file is None:
            file = Path(folder) / "large.db"
            build(file, tasks=TASKS, units=UNITS, plans=1)
        for form in ("csv", "xlsx"):  # first, while this process is small: a new one begins as large as it
            out = Path(folder) / f"matrix.{form}"
            memory = _memory([sys.executable, "-m", "sciplan_tui", "--db", file, "export", "matrix", "-o", out])
            yield verdict(f"MB of sciplan export matrix -o matrix.{form}", memory, MOST_MEMORY)
        yield from _rates(file)


def _rates(file: Path) -> Iterator[str]:
    parts = _parts(file)
    cells: Cells = [[worded(value) for value in row] for part in parts for row in part.rows]
    book = Book("matrix", (replace(parts[0], rows=tuple(chain(*(part.rows for part in parts)))),), (), DAY)
    gc.collect()
    gc.freeze()  # the sheet was there before: the collector's walks through it are no part of writing
    yield _rate("csv", lambda: csv_writer.write_parts(iter(parts)), lambda: by_csv_module(cells), 9)
    yield _rate("xlsx", lambda: xlsx_writer.write(book), lambda: by_xlsxwriter(cells), 3)
    gc.unfreeze()


def _parts(file: Path) -> list[Sheet]:
    with View.open(file, DAY) as view:
        asked = Asked(view, view.frame(seen_by("matrix", ViewSpec())), inherited=False)
        return list(sheet_parts(asked, "matrix"))


def by_csv_module(cells: Cells) -> bytes:
    """The same text, without a look at what it says."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(cells)
    return out.getvalue().encode("utf-8-sig")


def by_xlsxwriter(cells: Cells) -> bytes:
    """The same cells, without looks, widths and what else makes a sheet readable."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    kept_as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(out, {"constant_memory": True, **kept_as_text}) as made:
        page = made.add_worksheet()
        for number, row in enumerate(cells):
            for place, value in enumerate(row):
                if value != "":
                    page.write(number, place, value)
    return out.getvalue()


def _rate(name: str, ours: Callable[[], bytes], peer: Callable[[], bytes], runs: int) -> str:
    """How long we take beside the peer, A B A B …."""
    costs: list[tuple[float, float]] = [(_cost(ours), _cost(peer)) for _ in range(runs)]
    took, bare = (median([cost[who] for cost in costs]) for who in (0, 1))
    print(f"  {name}: {took:.2f} s, the bare library {bare:.2f} s", flush=True)
    return verdict(f"{name} beside the bare library, times", took / bare, 1 / LEAST_RATE)


def _cost(work: Callable[[], bytes]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _memory(command: list[object]) -> float:
    """MB that a finished command took at most."""
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit {process.returncode}: {command}")
    return usage.ru_maxrss / 1024
