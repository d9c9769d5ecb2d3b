"""What commands cost beside their peers: `check` in CPU, `--help` in wall time."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.bench.measure import in_turn, median, verdict

SCIPLAN = str(Path(sys.executable).with_name("sciplan"))


def check_cost(seeds: Path, runs: int = 7) -> str:
    """CPU of `check --json` on the five plans, against three runs of a Python that imports typer and rich."""
    files = sorted(map(str, seeds.glob("*.txt")))
    peer = [sys.executable, "-c", "import typer, rich.console"]
    ours, theirs = in_turn([[SCIPLAN, "check", "--json", *files], peer], runs)
    mine, other = median([c.cpu for c in ours]), median([c.cpu for c in theirs])
    print(f"     check --json on {len(files)} plans {mine * 1000:.0f} ms CPU", end="; ")
    print(f"import typer, rich.console {other * 1000:.0f} ms", flush=True)
    return verdict("check --json, CPU, of three such imports", mine / (3 * other), 1.0)


def help_cost(visidata: str | None, runs: int = 9) -> str:
    """Wall time of `sciplan --help`, against `vd --version`."""
    vd = visidata or shutil.which("vd")
    if vd is None:
        return "left out: VisiData is not here (pip install visidata, then --vd PATH)"
    ours, theirs = in_turn([[SCIPLAN, "--help"], [vd, "--version"]], runs)
    mine, other = median([c.wall for c in ours]), median([c.wall for c in theirs])
    print(f"     sciplan --help {mine * 1000:.0f} ms; vd --version {other * 1000:.0f} ms", flush=True)
    return verdict("--help, wall, of vd --version", mine / other, 0.7)
