"""Text that wants to drive the terminal, or to act on a click, is only text: on every screen, in a real terminal.

The program is walked through on a hostile database; at the same time it is looked at on a plain one, and, so that the
test is seen to see it, on the hostile one with the cleaning of texts switched off.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.widgets import Static

from sciplan_tui.core.characters import show_text
from sciplan_tui.tui.widgets.measure import narrow
from tests import busy_database
from tests.hostile import NOT_IN_A_LINE, PAYLOADS, make_hostile, payload
from tests.terminal import Terminal
from tests.terminal_bytes import kinds
from tests.tui.crawl import Crawl, screen_classes

ROOT = Path(__file__).parents[2]
MARK = re.compile(r":(\d+)\}")
POINTER = "string ] 22"
"""How the mouse pointer looks: Textual tells the terminal so."""
WITHOUT_FOREIGN_TEXT = {"ThemeScreen", "HelpScreen", "PaletteScreen", "WelcomeScreen"}
"""Screens on which nothing of a plan stands."""


@dataclass(frozen=True)
class Walk:
    """What a terminal was told, and what stood on its screens."""

    output: bytes
    texts: dict[str, list[str]]
    driven: list[str]
    code: int


@pytest.mark.timeout(300)
def test_hostile_text_is_only_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One test, since one walk serves all that is asked of it."""
    walks = walked(databases(tmp_path, monkeypatch))
    no_byte_of_a_text_drives_the_terminal(walks)
    without_the_cleaning_the_terminal_would_be_driven(walks)
    no_text_is_a_link_or_acts_on_a_click(walks)
    every_screen_is_reached(walks)
    what_is_shown_whole_is_what_is_stored(walks)
    every_screen_shows_foreign_text(walks)


def databases(home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Path, str]]:
    """The databases, each with the way in which it is walked through."""
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("SCIPLAN_TODAY", "2024-01-08")
    plain, hostile = home / "plain.db", home / "hostile.db"
    busy_database.fill(plain)
    hostile.write_bytes(plain.read_bytes())
    make_hostile(hostile)
    busy_database.import_hostile(hostile)
    unclean = home / "unclean.db"
    unclean.write_bytes(hostile.read_bytes())
    busy_database.remember_hostile(hostile)
    busy_database.folder_of_hostile_files(home / "files")
    return {"plain": (plain, "glance"), "hostile": (hostile, "whole"), "unclean": (unclean, "glance unclean")}


def walked(asked: dict[str, tuple[Path, str]]) -> dict[str, Walk]:
    """The walks, all at once."""
    terminals = {name: _begun(database, how.split()) for name, (database, how) in asked.items()}
    try:
        codes: dict[str, int] = {}
        while len(codes) < len(terminals):
            for name, terminal in terminals.items():
                while terminal.read(0.005):
                    pass
                if name not in codes and (done := os.waitpid(terminal.pid, os.WNOHANG))[0]:
                    codes[name] = os.waitstatus_to_exitcode(done[1])
        for terminal in terminals.values():
            while terminal.read(0.05):
                pass
    finally:
        for terminal in terminals.values():
            terminal.__exit__(None, None, None)
    return {name: _told(asked[name][0], terminal, codes[name]) for name, terminal in terminals.items()}


def _begun(database: Path, how: Sequence[str]) -> Terminal:
    words = [sys.executable, "-m", "tests.tui.crawl", str(database), str(database.with_suffix(".json")), "清屿", *how]
    environment = {"HOME": str(database.parent), "PYTHONPATH": str(ROOT)}
    return Terminal(words, columns=100, lines=30, environment=environment, drawn=False)


def _told(database: Path, terminal: Terminal, code: int) -> Walk:
    report = database.with_suffix(".json")
    assert report.exists(), terminal.output[-4000:].decode(errors="replace")
    return Walk(terminal.output, code=code, **json.loads(report.read_text(encoding="utf-8")))


async def test_markup_that_is_obeyed_would_be_seen() -> None:
    class Careless(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("[@click=app.exit]x[/]")
            yield Static("[link='http://evil.example']y[/link]")

    async with Careless().run_test() as pilot:
        crawl = Crawl(pilot)
        crawl.note()
    assert len(crawl.driven) == 2


def test_the_payloads_are_many() -> None:
    assert len(PAYLOADS) - len(set(PAYLOADS)) == 0
    assert sum("[" in one and "\x1b" not in one for one in PAYLOADS) >= 30
    assert sum(show_text(one) != one for one in PAYLOADS) >= 40


def no_byte_of_a_text_drives_the_terminal(walks: dict[str, Walk]) -> None:
    hostile = walks["hostile"]
    assert hostile.code == 0
    assert kinds(hostile.output) - kinds(walks["plain"].output) == set()
    told = {kind for kind in kinds(hostile.output) if kind.startswith(("string", "control", "ESC"))}
    assert told <= {POINTER, "control '\\n'", "control '\\r'"}


def without_the_cleaning_the_terminal_would_be_driven(walks: dict[str, Walk]) -> None:
    new = kinds(walks["unclean"].output) - kinds(walks["plain"].output)
    assert {"string ] 52", "string ] 0", "ESC c"} <= new


def no_text_is_a_link_or_acts_on_a_click(walks: dict[str, Walk]) -> None:
    assert walks["hostile"].driven == []


def every_screen_is_reached(walks: dict[str, Walk]) -> None:
    """One that is not needs a key in the registry, or a route in `tests.tui.crawl`."""
    assert screen_classes() - set(walks["hostile"].texts) - {"WelcomeScreen"} == set()


def what_is_shown_whole_is_what_is_stored(walks: dict[str, Walk]) -> None:
    seen: set[str] = set()
    for screen, lines in walks["hostile"].texts.items():
        for line in lines:
            for end in MARK.finditer(line):
                begun = line.rfind(f"{{{end[1]}:", 0, end.start())
                if begun >= 0:
                    said, wanted = line[begun + len(end[1]) + 2 : end.start()], payload(int(end[1]))
                    plainly = {show_text(one) for one in (wanted, wanted.translate(NOT_IN_A_LINE))}
                    assert said in plainly | {narrow(one) for one in plainly}, (screen, line)
                    seen.add(wanted)
    assert len(seen) > 0.9 * len(PAYLOADS), sorted(set(PAYLOADS) - seen)


def every_screen_shows_foreign_text(walks: dict[str, Walk]) -> None:
    without = {screen for screen, lines in walks["hostile"].texts.items() if not re.search(r"\{\d+:", "".join(lines))}
    assert without <= WITHOUT_FOREIGN_TEXT
