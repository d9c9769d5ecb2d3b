"""The pictures of the README show the program as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sciplan_tui import locale
from sciplan_tui.workspace.demo import demo_database
from tests.tui.pictures import FOLDER, PICTURES, drawn


@pytest.fixture(scope="module")
def demo() -> Iterator[Path]:
    with demo_database(None) as database:
        yield database


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_shows_the_program_as_it_is(name: str, demo: Path) -> None:
    before = locale.language()
    try:
        now = await drawn(name, demo)
    finally:
        locale.speak(before)
    shown = (FOLDER / name).read_text(encoding="utf-8")
    assert now == shown, "the program looks different: python -m tests.tui.pictures draws them anew, then look at them"
