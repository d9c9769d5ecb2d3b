"""The installed program in a real terminal, on a home of its own: what the stories of a day are told on."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.terminal import Terminal
from tests.terminal_bytes import given_back

SCIPLAN = str(Path(sys.executable).with_name("sciplan"))
FIXTURES = Path(__file__).parents[2] / "fixtures"
WIDE, NARROW = (120, 40), (80, 24)
OPEN, ENTER, ESCAPE, DOWN = "Enter 打开", "\r", "\x1b", "\x1b[B"


class Office:
    """A home of its own with a database in it, on a day that stands still."""

    def __init__(self, home: Path, *plans: str) -> None:
        self.environment = {
            "HOME": str(home),
            "SCIPLAN_DB": str(home / "sciplan.db"),
            "SCIPLAN_TODAY": "2024-01-08",
            "SCIPLAN_LANG": "zh",
            "LANG": "C.UTF-8",
        }
        if plans:
            self.sciplan("import", *(str(FIXTURES / plan) for plan in plans))

    def sciplan(self, *words: str) -> str:
        """A command run to its end; what it says."""
        environment = {"PATH": os.environ["PATH"], **self.environment}
        done = subprocess.run([SCIPLAN, *words], env=environment, capture_output=True, check=True, text=True)
        return done.stdout

    def rows(self, view: str, query: str = "") -> list[dict[str, str]]:
        """An export, by its English heads."""
        told = self.sciplan("--lang", "en", "export", view, query, "--format", "csv")
        return list(csv.DictReader(io.StringIO(told.lstrip("\ufeff"))))

    def history(self) -> list[dict[str, Any]]:
        """The journal as JSON tells it."""
        return [json.loads(line) for line in self.sciplan("history", "--json").splitlines()]

    def tasks(self, view: str, query: str) -> set[tuple[str, str]]:
        """Plan and path of each task in an export; ancestors that are shown for orientation left out."""
        return {(row["plan"], row["path"]) for row in self.rows(view, query) if row.get("matched") != "context"}

    def terminal(self, size: tuple[int, int] = WIDE, **environment: str) -> Terminal:
        """The screens on the database."""
        told = {**self.environment, **environment}
        return Terminal([SCIPLAN], columns=size[0], lines=size[1], environment=told)


def foot(text: str) -> str:
    """What the detail line says, which is one line or two, and the keys below it."""
    return "\n".join(text.splitlines()[-3:])


def leave(terminal: Terminal) -> None:
    terminal.send("q")
    assert terminal.end() == 0
    assert given_back(terminal.output)


def find(terminal: Terminal, query: str) -> None:
    """Write a query and end it, seeing each step."""
    terminal.send("/")
    terminal.wait(lambda text: "m 标记" not in text)
    terminal.send(query)
    terminal.wait(lambda text: f"筛选 {query}" in text.splitlines()[0])
    terminal.send(ENTER)
    terminal.wait(lambda text: "m 标记" in text)
