"""Run commands in this process, on a database of the test's own."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sciplan_tui import locale
from sciplan_tui.cli.app import run
from sciplan_tui.exits import Exit


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it printed."""

    code: Exit
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Sciplan = Callable[..., Ran]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "own.db"
    monkeypatch.setenv("SCIPLAN_DB", str(path))
    return path


@pytest.fixture
def opened() -> list[Path]:
    """The databases that screens were opened on."""
    return []


@pytest.fixture
def sciplan(
    capsys: pytest.CaptureFixture[str], database: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sciplan]:
    monkeypatch.setenv("SCIPLAN_TODAY", "2023-07-01")
    monkeypatch.chdir(database.parent)

    class Door:
        """The door to screens that no one looks at."""

        def load(self) -> None:
            pass

        def open(self, database: Path, today: datetime.date, plan: str | None = None) -> Exit:
            opened.append(database)
            return Exit.DONE

    def command(*arguments: str, language: str = "zh") -> Ran:
        locale.speak(language)
        capsys.readouterr()
        code = run(Door(), arguments)
        return Ran(code, *capsys.readouterr())

    yield command
    locale.speak("zh")
