"""Whole commands measured from outside: wall and CPU seconds of the finished process, medians of runs taken in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, in seconds."""

    wall: float
    cpu: float


def run(command: Sequence[str]) -> Cost:
    """One run, its output thrown away."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(time.perf_counter() - began, usage.ru_utime + usage.ru_stime)


def in_turn(commands: Sequence[Sequence[str]], runs: int) -> list[list[Cost]]:
    """Each command `runs` times, A B A B …, after one run of each that does not count."""
    for command in commands:
        run(command)
    costs: list[list[Cost]] = [[] for _ in commands]
    for _ in range(runs):
        for kept, command in zip(costs, commands, strict=True):
            kept.append(run(command))
    return costs


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def verdict(name: str, ratio: float, limit: float) -> str:
    """One line: what was measured, against what it may be."""
    return f"{'ok  ' if ratio <= limit else 'OVER'} {name}: {ratio:.2f} (limit {limit})"
