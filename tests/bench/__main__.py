"""Run by hand: `python -m tests.bench`. Prints medians and ratios beside a peer or a limit measured in the same run."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import commands, importing, packing, reading, screens, writing
from tests.bench.large import Peers, large

SIZES = ((10_000, 100, 1), (100_000, 500, 20))
"""Tasks, units and plans of the large databases."""


def main() -> None:
    """All measurements, told as they come; at the end one line of verdict each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--vd", help="path of VisiData's vd")
    asked.add_argument("--fastdatatable", metavar="PYTHON", help="a Python that has textual-fastdatatable and pyarrow")
    asked.add_argument("--screens", action="store_true", help="the screens on large databases, alone")
    asked.add_argument("--readers", action="store_true", help="reading alone, beside the bare libraries")
    asked.add_argument("--writing", action="store_true", help="writing alone, beside the bare libraries")
    asked.add_argument("--imports", nargs="?", const="txt", metavar="KIND", help="a thousand plans imported, alone")
    asked.add_argument("--seeds", type=Path, default=Path(__file__).parents[3] / "shared" / "seeds")
    told = asked.parse_args()
    print("measured:", flush=True)
    verdicts = list(_asked(told))
    print("verdicts:", *verdicts, sep="\n")


def _asked(told: argparse.Namespace) -> Iterator[str]:
    if told.readers:
        yield from reading.ratios()
        yield from reading.ratios_of(sorted((told.seeds.parent / "corpus").glob("*")))
    if told.imports:
        yield from importing.imports(told.imports)
    if told.writing:
        yield from writing.rates()
    alone = told.readers or told.imports or told.writing
    if not alone and not told.screens:
        yield from measured(told.seeds, told.vd)
    if not alone:
        yield from on_screen(Peers(told.vd or shutil.which("vd"), told.fastdatatable))


def measured(seeds: Path, visidata: str | None) -> Iterator[str]:
    """Each verdict when it is there."""
    yield from reading.ratios()
    yield from importing.imports()
    yield from writing.rates()
    if seeds.is_dir():
        yield commands.check_cost(seeds)
        yield packing.pack_of_plans(seeds)
    else:
        yield f"left out: check --json and the pack, for there are no plans at {seeds}"
    yield packing.sheets_of_a_plan()
    yield commands.help_cost(visidata)
    yield screens.frames("demo", [screens.SCIPLAN, "demo"], ("牵", "帮助"), 3.0)


def on_screen(peers: Peers) -> Iterator[str]:
    """The screens on large databases."""
    for tasks, units, plans in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            yield from large(Path(folder), tasks, units, plans, peers)


if __name__ == "__main__":
    main()
