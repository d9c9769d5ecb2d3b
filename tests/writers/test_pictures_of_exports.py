"""The pictures of exports in the README: there, small, shown, and of files as the program still writes them."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from sciplan_tui.workspace.demo import demo_database
from tests.writers.pictures import DRAWN_OF, FOLDER, LARGEST, PICTURES, exported, mark
from tests.writers.pictures.png import png

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture(scope="module")
def demo() -> Iterator[Path]:
    with demo_database(None) as database:
        yield database


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_of_what_is_written_now(name: str, demo: Path) -> None:
    shot = PICTURES[name]
    drawn_of = json.loads(DRAWN_OF.read_text(encoding="utf-8"))[name]
    assert mark(shot, exported(shot, demo)) == drawn_of, (
        "the file says otherwise: python -m tests.writers.pictures draws it anew, then look at it"
    )


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_small_and_in_the_readme(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert content.startswith(b"\x89PNG")
    assert 600 < width < 1300
    assert 500 < height < 1000
    assert len(content) <= LARGEST
    assert f"(tests/writers/pictures/{name})" in README.read_text(encoding="utf-8")


def test_no_other_pictures_lie_about() -> None:
    assert {file.name for file in FOLDER.glob("*.png")} == set(PICTURES)


def test_a_page_of_many_colours_is_drawn_with_256() -> None:
    line = bytes(value for place in range(400) for value in (place % 256, place * 7 % 256, place * 13 % 256))
    made = png(400, 3, [line, line])
    assert made.startswith(b"\x89PNG")
    assert struct.unpack(">II", made[16:24]) == (400, 2)
    palette = made.index(b"PLTE")
    assert struct.unpack(">I", made[palette - 4 : palette])[0] <= 768
