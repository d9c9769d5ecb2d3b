"""The demo: the plans that ship with the product, with a few marks, on a day that stands still."""

from __future__ import annotations

import datetime
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sciplan_tui.core.plan import Status
from sciplan_tui.errors import SciplanError

DAY = datetime.date(2024, 1, 8)
"""The demo's today: the mid-term reviews of 2023 are past, the evaluations of 2025 lie ahead."""

PLAN = "湘潭市-2021"
"""The plan that the demo opens on: many units, leads and marks; the others are a key away."""

_AT = "2024-01-08T09:00:00+08:00"

_MARKS = (
    ("plan:湘潭 path:2.1", "midterm-2023", Status.DONE, "2023-11-20", "已收书面报告"),
    ("plan:湘潭 path:2.2", "midterm-2023", Status.IN_PROGRESS, "2023-12-04", None),
    ("plan:湘潭 path:2.4.1", "midterm-2023", Status.ONGOING, "2023-11-28", None),
    ("plan:湘潭 path:3.1", "midterm-2023", Status.BLOCKED, "2023-12-15", "名录尚未编制"),
    ("plan:清屿 path:2.1", "midterm-2023", Status.DONE, "2023-12-01", None),
    ("plan:清屿 path:2.2", "midterm-2023", Status.IN_PROGRESS, "2023-12-08", None),
)


@contextmanager
def demo_database(chosen: Path | None, meanwhile: Callable[[], None] | None = None) -> Iterator[Path]:
    """A database with the demo in it: `chosen`, which stays, or one in a throw-away folder, gone at the end.

    `meanwhile` is done in this process while another one fills the database: what takes as long to load, loads then.
    Raises SciplanError where `chosen` cannot be written.
    """
    if chosen is not None:
        _filled(chosen, meanwhile)
        yield chosen
        return
    with tempfile.TemporaryDirectory(prefix="sciplan-demo-") as folder:
        database = Path(folder) / "demo.db"
        _filled(database, meanwhile)
        yield database


def _filled(database: Path, meanwhile: Callable[[], None] | None) -> None:
    if meanwhile is None or not hasattr(os, "fork"):
        fill(database)
        return
    from multiprocessing import get_context

    filling = get_context("fork").Process(target=fill_quietly, args=(database,))
    filling.start()
    meanwhile()
    filling.join()
    if filling.exitcode:
        fill(database)  # told again here, where its sentence can be shown


def fill_quietly(database: Path) -> None:
    """Fill, in a process of its own: a fault is an exit code, its sentence is left to the one who waits."""
    try:
        fill(database)
    except Exception:
        os._exit(1)


def fill(database: Path) -> None:
    """Import what ships and set the marks; where they are in already, nothing changes."""
    from sciplan_tui.resources import fixtures
    from sciplan_tui.workspace.edition.importing_files import import_files
    from sciplan_tui.workspace.progress.marking import mark_query

    files = sorted(file for file in fixtures().iterdir() if file.suffix in (".csv", ".txt"))
    news = False
    for one in import_files(database, files, at=_AT):
        if isinstance(one.result, SciplanError):
            raise one.result
        news = news or not one.result.is_in
    if not news:
        return
    for query, milestone, status, on, note in _MARKS:
        mark_query(database, query, milestone=milestone, status=status, on=on, note=note, at=_AT, today=DAY)
