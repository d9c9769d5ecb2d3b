"""Text that wants to drive the terminal is only text in what commands print, in a real terminal."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from sciplan_tui.core.characters import show_text
from tests import busy_database
from tests.cli.every_command import DATA, commands, every
from tests.hostile import NOT_IN_A_LINE, PAYLOADS, make_hostile, payload
from tests.terminal import Terminal
from tests.terminal_bytes import kinds

ROOT = Path(__file__).parents[2]
MARK = re.compile(r"\{(\d+):((?:(?!\{\1:).)*?):\1\}")


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SCIPLAN_TODAY", "2024-01-08")
    database = tmp_path / "own.db"
    busy_database.fill(database)
    make_hostile(database)
    busy_database.import_hostile(database)
    busy_database.remember_hostile(database)
    return database


def printed(database: Path, *more: str) -> bytes:
    """What the terminal is told by all commands."""
    words = [sys.executable, "-m", "tests.cli.every_command", str(database), *more]
    environment = {"HOME": str(database.parent), "PYTHONPATH": str(ROOT), "SCIPLAN_TODAY": "2024-01-08"}
    with Terminal(words, columns=400, lines=60, environment=environment, drawn=False) as terminal:
        assert terminal.end(60) == 0, terminal.output[-4000:].decode(errors="replace")
        return terminal.output


def test_every_command_is_tried() -> None:
    tried = [tuple(words) for words in every(Path("x"))]
    assert {one for one in commands() if not any(words[: len(one)] == one for words in tried)} == set()


def test_no_byte_of_a_text_drives_the_terminal(hostile: Path) -> None:
    output = printed(hostile)
    assert kinds(output) <= {"CSI m", "control '\\n'", "control '\\r'"}
    seen = set()
    read_by_people = "".join(part for part in output.decode().split("$ ") if not part.startswith(DATA))
    for found in MARK.finditer(read_by_people):
        wanted = payload(int(found[1]))
        alike = {wanted, wanted.translate(NOT_IN_A_LINE), " ".join(wanted.splitlines())}
        assert found[2] in set(map(show_text, alike)), found[0]
        seen.add(wanted)
    assert len(seen) > 0.9 * len(PAYLOADS), sorted(set(PAYLOADS) - seen)


def test_without_the_cleaning_it_would_be_driven(hostile: Path) -> None:
    assert {"string ] 52", "string ] 0", "ESC c"} <= kinds(printed(hostile, "unclean"))
