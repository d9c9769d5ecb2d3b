"""A meeting's pack of the five plans, and the duty sheets of one: wall seconds of whole commands, beside the limit."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from tests.bench.commands import SCIPLAN
from tests.bench.measure import in_turn, median, verdict

SECONDS = 5.0
YEAR = "2023"


def pack_of_plans(seeds: Path, runs: int = 5) -> str:
    """The plans that name no midterm review are given one, so that the pack is of all of them."""
    files = sorted(map(str, seeds.glob("*.txt")))
    with tempfile.TemporaryDirectory() as name:
        database = Path(name) / "plans.db"
        _run(database, "import", *files)
        for key in _keys(database):
            _run(database, "milestone", "add", "--plan", key, "--kind", "midterm_review", "--year", YEAR)
        asked = ["pack", "--milestone", f"midterm-{YEAR}", "--on", f"{YEAR}-10-20", "-o", str(Path(name) / "pack")]
        [costs] = in_turn([[SCIPLAN, "--db", str(database), *asked, "--force"]], runs)
    wall, cpu = median([cost.wall for cost in costs]), median([cost.cpu for cost in costs])
    print(f"     pack of {len(files)} plans {wall:.2f} s (CPU {cpu:.2f} s)", flush=True)
    return verdict("pack of the five plans, seconds", wall, SECONDS)


def sheets_of_a_plan(runs: int = 3) -> str:
    """Word and Excel of each of its 27 units."""
    with tempfile.TemporaryDirectory() as name:
        database, folder = Path(name) / "demo.db", Path(name) / "sheets"
        _run(database, "demo", "--db", str(database), "--print")
        asked = ["duty-sheets", "--plan", "湘潭", "-o", str(folder), "--force"]
        [costs] = in_turn([[SCIPLAN, "--db", str(database), *asked]], runs)
        files = len(list(folder.iterdir()))
    wall, cpu = median([cost.wall for cost in costs]), median([cost.cpu for cost in costs])
    print(f"     {files} files of duty sheets {wall:.2f} s (CPU {cpu:.2f} s)", flush=True)
    return verdict("duty sheets of a plan, seconds", wall, SECONDS)


def _keys(database: Path) -> list[str]:
    listed = subprocess.run([SCIPLAN, "--db", str(database), "plans", "--json"], capture_output=True, check=True)
    return [json.loads(line)["key"] for line in listed.stdout.splitlines()]


def _run(database: Path, *words: str) -> None:
    """One that has the review already is left as it is."""
    subprocess.run([SCIPLAN, "--db", str(database), *words], capture_output=True, check=False)
