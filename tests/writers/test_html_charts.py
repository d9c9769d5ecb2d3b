"""Charts of a page: drawn to scale, told in words, each piece by its pattern and its sign, whatever its text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as reader
from lxml.html import HtmlElement

from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.writers import html
from sciplan_tui.writers.svg_chart import picture
from sciplan_tui.writers.wording import writable
from tests.writers.chart_cases import CHART, COUNTS, PIECES, drawn_book
from tests.writers.odd_sheets import HOSTILE, TEXT


def page(*charts: object, sheet: Sheet = COUNTS) -> HtmlElement:
    text = html.write(drawn_book(*charts, sheet=sheet)).decode()  # type: ignore[arg-type]
    return reader.fromstring(text, parser=reader.HTMLParser(encoding="utf-8", huge_tree=True))


def test_a_chart_is_a_picture_that_is_told_in_words() -> None:
    [drawn] = page().xpath("//section/figure/svg")
    assert drawn.get("role") == "img"
    title, words = (drawn.get_element_by_id(drawn.get(f"aria-{what}")) for what in ("labelledby", "describedby"))
    assert title.text_content() == "各行动的任务"
    assert words.text_content().split("\n")[1:] == [
        "=青少年&行动：完成 5、推进中 3",
        "农民：推进中 1、未标 3",
        "产业工人：未标 5",
    ]


def test_pieces_are_as_long_as_their_numbers() -> None:
    pieces = [float(one.get("width")) for one in page().xpath('//svg/rect[starts-with(@fill,"url")]')]
    numbers = [5, 3, 1, 3, 5]
    assert len(pieces) == len(numbers)
    assert [round(piece / pieces[0] * 5, 1) for piece in pieces] == numbers


def test_each_piece_has_its_pattern_and_where_it_fits_its_sign_and_number() -> None:
    made = page()
    patterns = {one.get("id") for one in made.xpath("//svg/defs/pattern")}
    used = re.findall(r"url\(#([^)]*)\)", " ".join(made.xpath("//svg//rect/@fill")))
    assert set(used) == patterns
    assert len(patterns) == len(PIECES)
    told = [one.text_content() for one in made.xpath("//svg/text")]
    assert {"完5", "进3", "3", "5"} <= set(told)


def test_a_number_that_has_no_room_is_left_to_the_words() -> None:
    counts = Sheet("by_action", COUNTS.columns, (("2.1", "甲", 1000, 999, 1, 0),))
    made = page(replace(CHART, rows=(0,)), sheet=counts)
    assert "进1" not in [one.text_content() for one in made.xpath("//svg/text")]
    assert "推进中 1" in made.xpath("//svg/desc")[0].text_content()


def test_names_on_a_page_are_all_different() -> None:
    made = page(CHART, replace(CHART, rows=(2, 3)))
    ids = made.xpath("//@id")
    assert len(made.xpath("//svg")) == 2
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("chart", [replace(CHART, rows=()), replace(CHART, pieces=()), replace(CHART, sheet="other")])
def test_what_has_no_bars_is_not_drawn(chart: object) -> None:
    assert page(chart).xpath("//figure") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_is_markup(text: str) -> None:
    counts = Sheet("by_action", (Column("title"), Column("done", title=text)), ((text, 3),))
    drawn = picture(replace(CHART, pieces=("done",)), counts, "one")
    tags = set(re.findall(r"<(\w+)", drawn))
    assert tags <= {"figure", "svg", "title", "desc", "defs", "pattern", "rect", "path", "text", "g", "circle"}
    assert not re.search(r"\bstyle=|\bon\w+=", re.sub(">[^<]*<", "><", drawn))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(TEXT, st.integers(0, 10**9), st.floats(0, 1e6)), min_size=1, max_size=5))
def test_any_counts_can_be_drawn(rows: list[tuple[str, int, float]]) -> None:
    counts = Sheet("by_action", (Column("title"), Column("done"), Column("late")), tuple(rows))
    made = page(replace(CHART, pieces=("done", "late"), rows=None), sheet=counts)
    [drawn] = made.xpath("//svg")
    assert all(float(one.get("x")) + float(one.get("width")) <= 901 for one in drawn.xpath("./rect"))
    assert all(writable(name) in drawn.text_content() for name, *_ in rows)
