"""Characters become lines whatever boxes their fonts give them; a blank is room that no writing explains."""

from collections.abc import Iterable

from sciplan_tui.readers.pdf.letters import _once
from sciplan_tui.readers.pdf.lines import lines_of
from sciplan_tui.readers.pdf.page import Letters, letters_at

SIZE = 16.0


def written(words: str, y: float, *, left: float = 90.0, marks: str = "") -> list[Letters]:
    """Words on a base line; those of `marks` have boxes that are drawn tightly around them."""
    found = []
    for place, letter in enumerate(words):
        low, high = {"、": (-1, 3), "。": (-1, 3), "”": (9, 14), "—": (5, 6.5)}.get(letter, (0, 0))
        bottom, top = (low, high) if letter in marks else (-2, SIZE - 2)
        found.append(letters_at(letter, (left + SIZE * place, y + bottom, left + SIZE * (place + 1), y + top)))
    return found


def texts(chars: Iterable[Letters]) -> list[str]:
    return [line.text for line in lines_of(list(chars))]


def test_marks_with_tight_boxes_stand_in_their_line() -> None:
    lines = ["市科协、市教育局。", "办好“科技”活动周、", "2021—2025年。"]
    chars = [char for place, line in enumerate(lines) for char in written(line, 700 - 28 * place, marks="、。”—")]
    assert texts(chars) == lines


def test_small_print_stays_by_itself() -> None:
    small = [char._replace(bottom=660.0, top=667.0, middle=663.5, size=7.0) for char in written("注", 660)]
    assert texts([*written("正文第一行文字", 700), *written("正文第二行文字", 672), *small]) == [
        "正文第一行文字",
        "正文第二行文字",
        "注",
    ]


def test_a_long_dash_drawn_as_one_sign_is_two_letters() -> None:
    dash = letters_at("—", (90.0, 698.0, 122.0, 714.0))
    assert [char.text for char in _once([dash, dash, *written("科普", 700, left=122.0)])] == ["—", "—", "科", "普"]


def test_a_blank_that_the_file_writes_is_kept_however_narrow() -> None:
    one = written("1", 700)
    rest = [char._replace(blank=place == 0) for place, char in enumerate(written("总体要求", 700, left=110.0))]
    assert texts([*one, *rest]) == ["1 总体要求"]
