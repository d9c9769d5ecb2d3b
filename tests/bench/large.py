"""The screens on large databases, beside a bare app and, where they are at hand, beside peers on the same cells."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.view.viewing import View
from tests.bench import screens
from tests.bench.large_database import build
from tests.bench.measure import median, verdict

FIRST_FRAME, MEMORY, QUERY, IDLE = 1.6, 2.5, 100.0, 0.5
SMALL = 10_000
"""Tasks up to which memory has a limit: above, the words of all tasks are kept, for queries."""
QUERIES = (("lead:1", "局"), ("unit:", "局"), ("", "科普"), ("no:le", "ad"), ("科普 lead:3", "局"), ("-resp:5", "局"))
"""Queries as they stand before the last that is typed, and that: each finds much."""
FULL = ("牵", "帮助")


@dataclass(frozen=True, slots=True)
class Peers:
    """Programs that are measured as well: VisiData's vd, and a Python that has textual-fastdatatable."""

    visidata: str | None
    fast_table: str | None


def large(folder: Path, tasks: int, units: int, plans: int, peers: Peers) -> Iterator[str]:
    """All that a person waits for on so many tasks of so many units."""
    size = f"{tasks:,} x {units}"
    database = folder / f"{tasks}.db"
    build(database, tasks=tasks, units=units, plans=plans)
    command = [screens.SCIPLAN, "--db", str(database)]
    yield screens.frames(size, command, FULL, FIRST_FRAME)
    _beside_peers(size, folder, database, peers)
    yield from (f"{line} ({size})" for line in screens.keys(command, *FULL))
    yield from queries(size, database, command)
    yield memory(size, command, MEMORY if tasks <= SMALL else None)
    yield screens.idle(command, *FULL, limit=IDLE)


def queries(size: str, database: Path, command: Sequence[str]) -> Iterator[str]:
    """From the last character of a query to the count of what it finds, on the screen of a program that has settled."""
    with View.open(database, datetime.date.today()) as view:
        for begun, last in QUERIES:
            counts = view.frame(ViewSpec(query=begun + last)).counts
            found = str(counts.tasks) if counts.tasks else "没有符合的任务"
            times = [screens.query(command, begun, last, found, FULL) * 1000 for _ in range(3)]
            print(f"     {size}: {begun}{last} shown in {median(times):.0f} ms, {found}", flush=True)
            yield verdict(f"{begun}{last} on {size}, ms", median(times), QUERY)


def memory(size: str, command: Sequence[str], limit: float | None) -> str:
    """The most memory after a look at some pages, of that of a bare app."""
    ours, bare = screens.peak(command, FULL), screens.peak(screens.BARE, ["bare and ready"])
    print(f"     {size}: at most {ours:.0f} MB; bare app {bare:.0f} MB", flush=True)
    name = f"memory on {size}, of a bare app's"
    return f"told {name}: {ours / bare:.2f}" if limit is None else verdict(name, ours / bare, limit)


def _beside_peers(size: str, folder: Path, database: Path, peers: Peers) -> None:
    file = folder / f"{database.stem}.csv"
    if not (peers.visidata or peers.fast_table):
        print("     left out: peers (--vd PATH, --fastdatatable PYTHON)", flush=True)
        return
    first = _as_csv(database, file)
    for name, command in (
        ("VisiData", [peers.visidata, str(file)] if peers.visidata else None),
        ("textual-fastdatatable", [peers.fast_table, str(Path(__file__).with_name("fast_table.py")), str(file)]),
    ):
        if command and command[0]:
            told = [str(word) for word in command]
            frame = median([screens.first_frame(told, first) for _ in range(3)])
            keys, pages = screens.steps(told, [first])
            print(f"     {size}: {name}: first frame {frame * 1000:.0f} ms", end="", flush=True)
            print(f"; key p50 {keys * 1000:.1f} ms; page down p50 {pages * 1000:.1f} ms", end="", flush=True)
            print(f"; at most {screens.peak(told, [first]):.0f} MB", flush=True)


def _as_csv(database: Path, file: Path) -> str:
    """The cells of the database as a table; the path of its first row is what a first frame must show."""
    with View.open(database, datetime.date.today()) as view, file.open("w", encoding="utf-8", newline="") as out:
        frame = view.frame(ViewSpec())
        table = csv.writer(out)
        table.writerow(["path", "title", *(f"{unit.short}{unit.unit_id}" for unit in frame.units)])
        columns = [unit.unit_id for unit in frame.units]
        for row in view.all_rows(frame):
            cells = ("".join(cell.role[:1] for cell in row.cells.get(unit, ())) for unit in columns)
            table.writerow([f"p{row.path}", row.title, *cells])
        return "p1.1.1"
