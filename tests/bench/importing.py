"""A thousand plans imported in one command: seconds a hundred, and the memory of all its processes together."""

from __future__ import annotations

import contextlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import verdict
from tests.bench.plans import BUILDERS, plan, text

SCIPLAN = str(Path(sys.executable).with_name("sciplan"))
PAGES = 12
"""Some 4,700 letters, 43 tasks, 86 assignments: as the median of the plans that this program was made for."""
COUNTS = (100, 500, 1_000)
SECONDS_A_HUNDRED = 3.0
MOST_GROWTH = 1.2
"""Memory for a thousand plans, of that for a hundred."""
_NAMES = "东南西北中上下左右前后高低长短"


def imports(kind: str = "txt") -> Iterator[str]:
    """The verdicts: how long, and whether memory stays flat."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        costs = [_import(folder, kind, count) for count in COUNTS]
    seconds, peaks = [cost[0] for cost in costs], [cost[1] for cost in costs]
    yield verdict(f"{COUNTS[-1]} plans ({kind}), seconds a hundred", seconds[-1], SECONDS_A_HUNDRED)
    yield verdict(f"memory for {COUNTS[-1]} plans, of that for {COUNTS[0]}", peaks[-1] / peaks[0], MOST_GROWTH)


def _import(folder: Path, kind: str, count: int) -> tuple[float, float]:
    """Seconds a hundred and the most megabytes, for one command on `count` plans of as many regions."""
    plans = folder / f"{kind}-{count}"
    plans.mkdir()
    for number in range(count):
        region = "".join(_NAMES[number // 15**place % 15] for place in range(3)) + "市"
        blocks = plan(PAGES, region, number)
        (plans / f"{number:04}.{kind}").write_bytes(text(blocks) if kind == "txt" else BUILDERS[kind](blocks))
    began, before = time.perf_counter(), _processor_time()
    command = [SCIPLAN, "--db", str(folder / f"{kind}-{count}.db"), "import", str(plans)]
    peak = _peak(subprocess.Popen(command, stdout=subprocess.DEVNULL))
    hundreds = count / 100
    wall, cpu = (time.perf_counter() - began) / hundreds, (_processor_time() - before) / hundreds
    told = f"{wall:.2f} s a hundred (processor time of both cores {cpu:.2f} s), at most {peak:.0f} MB in all"
    print(f"     {count} plans ({kind}): {told}", flush=True)
    return wall, peak


def _processor_time() -> float:
    """Of all processes that have ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peak(process: subprocess.Popen[bytes]) -> float:
    """The most megabytes that the process and its children took together, looked at ten times a second."""
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(map(_megabytes, _with_children(process.pid))))
        time.sleep(0.1)
    if process.returncode:
        raise RuntimeError(f"the import ended with {process.returncode}")
    return most


def _with_children(process: int) -> list[int]:
    """The process, and all that its threads have started; one just forked has its parent's pages, which count once."""
    found = [process]
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in map(int, (thread / "children").read_text().split()):
                if _command(child) != _command(process):
                    found += _with_children(child)
    return found


def _command(process: int) -> bytes:
    return Path(f"/proc/{process}/cmdline").read_bytes()


def _megabytes(process: int) -> float:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    return 0.0
