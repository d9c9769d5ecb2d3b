"""What a person waits for at the screen: the first full frame, and a key until it is drawn."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.bench.measure import median, percentile, verdict
from tests.terminal import Terminal

SCIPLAN = str(Path(sys.executable).with_name("sciplan"))
BARE = [sys.executable, "-m", "tests.bench.bare_app"]
SIZE = {"columns": 200, "lines": 50}
READY = 0.5
"""Seconds in which a program that is ready writes nothing and works next to nothing."""
BLINK = 0.4
"""The same while a line is written: its cursor is drawn anew twice a second."""
CHINESE = {"SCIPLAN_LANG": "zh"}


def first_frame(command: list[str], *words: str) -> float:
    """Seconds from start to the arrival of the last of the words that a full first frame holds."""
    with Terminal(command, **SIZE, environment=CHINESE, drawn=False) as terminal:
        return terminal.wait_for(*words) - terminal.started


def frames(name: str, command: list[str], words: Sequence[str], limit: float, runs: int = 7) -> str:
    """The first full frame of `command` (it holds `words`) against a bare app's, run in turn."""
    ours, bare = [], []
    for _ in range(runs + 1):
        bare.append(first_frame(BARE, "bare and ready"))
        ours.append(first_frame(command, *words))
    mine, other = median(ours[1:]), median(bare[1:])
    print(f"     {name}: first full frame {mine * 1000:.0f} ms; bare app {other * 1000:.0f} ms", flush=True)
    return verdict(f"{name}, first frame, of a bare app", mine / other, limit)


def settle(terminal: Terminal, quiet: float = 0.3) -> None:
    """Read until nothing more is written."""
    while terminal.read(quiet):
        pass


def rest(terminal: Terminal) -> None:
    """Read until the program neither writes nor works, in the background either."""
    spent = -1.0
    while terminal.read(READY) or cpu(terminal.pid) > spent + READY / 20:
        spent = cpu(terminal.pid)


def key_times(terminal: Terminal, keys: Iterable[str]) -> list[float]:
    """For each key the seconds until the program's first output after it."""
    times = []
    for key in keys:
        began = time.perf_counter()
        terminal.send(key)
        if terminal.read(2.0):
            times.append(terminal.arrived - began)
        settle(terminal, 0.03)
    return times


def bare_keys() -> float:
    """Seconds from a key to the output of the bare app, at p50: the floor under every key, on this machine, now."""
    with Terminal(BARE, **SIZE, drawn=False) as terminal:
        terminal.wait_for("bare and ready")
        settle(terminal)
        return median(key_times(terminal, "x" * 40))


def keys(command: Sequence[str], *words: str) -> list[str]:
    """Key to output at p95 for moves, and a page down at p50, on a large database; the bare app's keys beside them."""
    floor = bare_keys() * 1000
    with Terminal(command, **SIZE, environment=CHINESE, drawn=False) as terminal:
        terminal.wait_for(*words)
        rest(terminal)
        moves = key_times(terminal, "jjjjjjjjjjllllllllllkkkkkhhhhh" * 5)
        pages = key_times(terminal, ["\x1b[6~"] * 30)
        spent = cpu(terminal.pid)
    low, high, page = median(moves) * 1000, percentile(moves, 0.95) * 1000, median(pages) * 1000
    print(
        f"     key p50 {low:.1f} ms, p95 {high:.1f} ms; page down p50 {page:.1f} ms; bare app's key p50 {floor:.1f} ms"
    )
    print(f"     CPU of the whole run, its start included: {spent * 1000 / (len(moves) + len(pages)):.1f} ms a key")
    return [verdict("key to output p95, ms", high, 36), verdict("page down p50, ms", page, 30)]


def steps(command: Sequence[str], words: Sequence[str]) -> tuple[float, float]:
    """Seconds of a key and of a page down, at p50, of any program that shows a table."""
    with Terminal(command, **SIZE, environment=CHINESE, drawn=False) as terminal:
        terminal.wait_for(*words)
        rest(terminal)
        down = key_times(terminal, ["\x1b[B"] * 60)
        return median(down), median(key_times(terminal, ["\x1b[6~"] * 30))


def query(command: Sequence[str], begun: str, last: str, found: str, words: Sequence[str]) -> float:
    """Seconds from the last character of a query to what it finds, its count, on screen."""
    with Terminal(command, **SIZE, environment=CHINESE, drawn=False) as terminal:
        terminal.wait_for(*words)
        rest(terminal)
        terminal.send("/")
        settle(terminal, BLINK)
        terminal.send(begun)
        settle(terminal, BLINK)
        terminal.output = b""
        began = time.perf_counter()
        terminal.send(last)
        return terminal.wait_for(found) - began


def peak(command: Sequence[str], words: Sequence[str]) -> float:
    """The most megabytes that a program takes until it has shown some pages."""
    with Terminal(command, **SIZE, environment=CHINESE, drawn=False) as terminal:
        terminal.wait_for(*words)
        rest(terminal)
        key_times(terminal, ["\x1b[6~"] * 10)
        status = Path(f"/proc/{terminal.pid}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


def idle(command: Sequence[str], *words: str, limit: float, seconds: float = 20.0) -> str:
    """What the screens cost while nothing happens, in hundredths of a core; RuntimeError if anything is drawn."""
    with Terminal(command, **SIZE, environment=CHINESE, drawn=False) as terminal:
        terminal.wait_for(*words)
        rest(terminal)
        before = cpu(terminal.pid)
        if terminal.read(seconds):
            raise RuntimeError(f"something was drawn while nothing happened: {terminal.output[-200:]!r}")
        share = (cpu(terminal.pid) - before) / seconds * 100
    print(f"     idle for {seconds:.0f} s: {share:.2f} % of a core, nothing drawn", flush=True)
    return verdict("idle, hundredths of a core", share, limit)


def cpu(process: int) -> float:
    """CPU seconds that a process has spent so far."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
