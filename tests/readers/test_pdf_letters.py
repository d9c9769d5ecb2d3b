"""Letters that follow evenly are read as one; each is still known to stand where the file says."""

import ctypes
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from sciplan_tui.readers.pdf.letters import apart_at, letters_of
from sciplan_tui.readers.pdf.page import Letters, Rule, letters_at
from sciplan_tui.readers.pdf.turn import Turn
from tests.readers.builders import pdf
from tests.readers.goldens import DATA

FILES = sorted(DATA.glob("*/*.pdf"))
EVEN = letters_at("全民科学素质", (100.0, 0.0, 206.0, 16.0), blank=True, gap=2.0)


def each_asked(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float, float]]:
    """Every letter of a page with its left and right, by asking for each."""
    text, box = page.get_textpage(), raw.FS_RECTF()
    for place, letter in enumerate(text.get_text_range()):
        if not letter.isspace() and raw.FPDFText_GetLooseCharBox(text.raw, place, ctypes.byref(box)):
            yield letter, box.left, box.right


def everywhere(letters: Letters) -> list[Rule]:
    """An upright line through the letters, so that each is taken by itself."""
    return [Rule(False, (letters.left + letters.right) / 2, 0.0, 800.0)]


UNEVEN = [(1.4, 1.4, 1.4, 1.4, 0, 0, 0, 0), (0, 0, 1.4, 1.4, 1.4, 0), (0, 0, -4, 4), (-2,), (1, 1, 1, 1, 1, 1)]
"""Room between letters of size 10, some of it such that a line has the ends of an even one."""


def uneven() -> bytes:
    """A page of lines, each of them letters with other room between them."""
    placed = []
    for row, gaps in enumerate(UNEVEN):
        lefts = accumulate((10 + gap for gap in gaps), initial=60)
        placed += [pdf.text(left, 700 - 20 * row, "全民科学素质行动计"[place], 10) for place, left in enumerate(lefts)]
    return pdf.document([placed])


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_each_letter_stands_where_the_file_says(file: Path) -> None:
    assert together_in(file.read_bytes()) > 100


def test_letters_that_follow_unevenly_stand_where_the_file_says() -> None:
    assert together_in(uneven()) > 0


def together_in(data: bytes) -> int:
    """How many letters are read together with the one before; each is held against the place the file tells."""
    together = 0
    for page in pypdfium2.PdfDocument(data):
        found, unknown = letters_of(page, Turn(0, *page.get_size()))
        apart = [one for letters in found for one in apart_at(everywhere(letters), [letters])]
        asked = list(each_asked(page))
        assert unknown == 0
        assert [one.text for one in apart] == [letter for letter, _, _ in asked]
        for one, (_, left, right) in zip(apart, asked, strict=True):
            assert abs(one.left - left) < 0.1 * one.size
            assert abs(one.right - right) < 0.1 * one.size
        together += len(apart) - len(found)
    return together


def test_letters_that_a_line_may_part_are_taken_apart_where_they_stand() -> None:
    apart = list(apart_at([Rule(False, 135.0, 0.0, 20.0)], [EVEN]))
    assert [one.text for one in apart] == list("全民科学素质")
    assert [one.left for one in apart] == pytest.approx([100, 118, 136, 154, 172, 190])
    assert {round(one.right - one.left, 6) for one in apart} == {16.0}
    assert [one.blank for one in apart] == [True, False, False, False, False, False]
    assert {round(below.left - above.right, 6) for above, below in pairwise(apart)} == {2.0}


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(Rule(False, 99.0, 0.0, 20.0), id="before_them"),
        pytest.param(Rule(False, 207.0, 0.0, 20.0), id="behind_them"),
        pytest.param(Rule(True, 8.0, 90.0, 210.0), id="level_and_longer"),
    ],
)
def test_letters_that_no_line_parts_stay_together(rule: Rule) -> None:
    assert list(apart_at([rule], [EVEN])) == [EVEN]


def test_the_end_of_a_level_line_may_be_the_side_of_a_table() -> None:
    assert len(list(apart_at([Rule(True, 8.0, 120.0, 400.0)], [EVEN]))) == len(EVEN.text)
