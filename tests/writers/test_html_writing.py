from __future__ import annotations

import base64
import re
from hashlib import sha256

import pytest
from hypothesis import given, settings

from sciplan_tui.core.matrix import Cell, MarkCell
from sciplan_tui.core.plan import Role
from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.locale import speak
from sciplan_tui.writers import html
from sciplan_tui.writers.looks import LOOKS, Look
from tests.writers.odd_sheets import HOSTILE, book, sheets
from tests.writers.reading_back import of_html, said


@settings(max_examples=25, deadline=None)
@given(sheets())
def test_any_text_comes_back_cell_for_cell(made: Sheet) -> None:
    assert of_html(html.write(book(made))) == [said(made)]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_markup(text: str) -> None:
    made = Sheet("tasks", (Column("path"), Column("title")), ((text, text),))
    assert of_html(html.write(book(made))) == [said(made)]


def page(*rows: tuple[object, ...]) -> str:
    columns = (Column("title"), Column("unit:1", "市教育局"), Column("milestone:1", "2023年"))
    return html.write(book(Sheet("matrix", columns, rows))).decode()  # type: ignore[arg-type]


def test_nothing_is_fetched_and_only_its_own_script_runs() -> None:
    text = page(("</script><script>alert(1)</script>", None, None))
    assert not re.search(r"""(?:src|href|action)\s*=|url\((?!#)|@import|https?:""", text)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    for tag in ("style", "script"):
        [held] = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert base64.b64encode(sha256(held.encode()).digest()).decode() in policy[1]
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]


def test_roles_have_letters_and_classes_and_titles_are_heads_of_rows() -> None:
    text = page(("科普", (Cell(Role.LEAD),), MarkCell(None, "late")), ("节", (Cell(Role.LEAD, True),), None))
    assert '<th scope="row" class=short>科普</th><td class=lead>牵</td><td class=late>迟</td>' in text
    assert "<td class=lead_inherited>(牵)</td><td></td>" in text


def test_it_prints_on_its_side_with_the_heads_on_every_page() -> None:
    text = page()
    assert "@page { size: A4 landscape" in text
    assert "table-header-group" in text
    wide = Sheet("matrix", tuple(Column(f"unit:{n}", "局") for n in range(20)), ())
    assert "@page { size: A3 landscape" in html.write(book(wide)).decode()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_speaks_one_language(language: str) -> None:
    speak(language)
    try:
        text = page()
    finally:
        speak("zh")
    assert f'<html lang="{"zh-CN" if language == "zh" else "en"}">' in text
    assert ("筛选" in text) == (language == "zh")


@pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))
def test_every_look_can_be_read(look: Look) -> None:
    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(look.fill), light(look.ink)))
    assert (bright + 0.05) / (dark + 0.05) >= 4.5
