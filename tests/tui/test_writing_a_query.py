"""Writing a query: candidates, what is wrong and where, queries asked before."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from sciplan_tui.core.matrix import Frame
from sciplan_tui.core.query.syntax import parse
from sciplan_tui.core.query.words import FREE_FIELDS
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import QueryError
from sciplan_tui.locale import speak
from sciplan_tui.tui.widgets.query.candidates import Candidates
from sciplan_tui.tui.widgets.query.filter_line import FilterLine
from sciplan_tui.tui.widgets.query.under_line import UnderLine, caret_line
from tests.tui.driving import click, matrix, opened, press, settled, shown
from tests.tui.fake_desk import FakeDesk, FakeView
from tests.tui.fake_finding import FakeFrames


def line(pilot: Pilot[None]) -> FilterLine:
    return matrix(pilot).query_one(FilterLine)


def offered(pilot: Pilot[None]) -> list[str]:
    """What the list says, a line each; nothing where it does not show."""
    candidates = matrix(pilot).query_one(Candidates)
    return [" ".join(text.split()) for text in candidates.texts] if candidates.display else []


async def test_what_can_be_written_is_listed_and_tab_takes_it() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash")
        assert offered(pilot) == []
        await press(pilot, "l")
        assert offered(pilot) == ["lead: 牵头单位"]
        await press(pilot, "tab")
        assert line(pilot).line.value == "lead:"
        assert len(offered(pilot)) == 14
        await press(pilot, "s", "k")
        assert offered(pilot) == ["市科技局 科技局", "市科协 科协"]
        await press(pilot, "down", "down", "up", "down", "enter")
        assert line(pilot).line.value == "lead:市科协"
        assert offered(pilot) == []
        await press(pilot, "enter")
        assert not line(pilot).has_class("open")
        assert matrix(pilot).spec.query == "lead:市科协"


async def test_candidates_are_there_though_what_is_asked_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, frame = Event(), FakeFrames.frame

    def slow(frames: FakeFrames, *asked: Any) -> Frame | None:
        gate.wait(10)
        return frame(frames, *asked)

    async with opened(FakeDesk()) as pilot:
        monkeypatch.setattr(FakeFrames, "frame", slow)
        await press(pilot, "slash", "l", reads=False)
        assert offered(pilot) == ["lead: 牵头单位"]
        gate.set()


async def test_tab_right_behind_a_letter_takes_what_completes_it() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash")
        pilot.app.post_message(events.Key("l", "l"))
        pilot.app.post_message(events.Key("tab", None))
        await settled(pilot)
        assert line(pilot).line.value == "lead:"


async def test_enter_keeps_what_is_written_while_candidates_stand_by() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash", "农")
        assert offered(pilot) == ["unit:市农业农村局 农业农村局"]
        await press(pilot, "enter")
        assert matrix(pilot).spec.query == "农"
        assert "任务 2/9" in shown(pilot)


async def test_what_an_input_method_hands_over_in_one_go_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(FakeView, "match", lambda _, spec: asked.append(spec.query))
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash")
        for letter in "农业科技":
            pilot.app._driver.send_message(events.Key(letter, letter))  # type: ignore[union-attr]
        await settled(pilot)
        assert matrix(pilot).spec == ViewSpec(query="农业科技")
        assert asked == ["农业科技"]


async def test_escape_closes_the_list_first_and_then_clears() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash", "农", "escape")
        assert offered(pilot) == []
        assert line(pilot).line.value == "农"
        await press(pilot, "escape")
        assert matrix(pilot).spec.query == ""
        assert not line(pilot).has_class("open")


async def test_tab_on_an_empty_line_lists_the_fields() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash", "tab")
        assert offered(pilot)[:2] == ["lead: 牵头单位", "resp: 责任单位"]
        assert len(offered(pilot)) == len(FREE_FIELDS)


async def test_the_line_need_not_be_opened_for_another_view_to_be_shown() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "c", "slash", "农", "enter", "escape")
        assert matrix(pilot).spec.query == ""
        assert matrix(pilot).spec.hide_empty is False


async def test_milestones_then_states() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash", *"mark:", "tab")
        assert line(pilot).line.value == "mark:midterm-2023="
        assert offered(pilot)[2] == "done 完成"
        await press(pilot, "d", "tab")
        assert line(pilot).line.value == "mark:midterm-2023=done"


async def test_a_click_takes_a_candidate() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash", *"lead:sk")
        await click(pilot, Candidates, offset=(3, 1))
        assert line(pilot).line.value == "lead:市科协"
        assert line(pilot).line.has_focus


async def test_a_wrong_term_is_named_under_it_and_the_last_good_rows_stay() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash", *"农民")
        matrix(pilot).query_one("TextLine").value = "bad:x"  # type: ignore[attr-defined]
        await settled(pilot)
        rows = shown(pilot).splitlines()
        assert rows[-1].index("^") == rows[-2].index("bad") + 2  # 筛选 takes two cells more than it has characters
        assert "任务 2/9" in rows[0]
        await press(pilot, "enter")
        assert line(pilot).has_class("open")
        matrix(pilot).query_one("TextLine").value = "农"  # type: ignore[attr-defined]
        await settled(pilot)
        assert "^" not in shown(pilot).splitlines()[-1]
        assert "Enter 用" in shown(pilot).splitlines()[-1]


@pytest.mark.parametrize(
    ("sentence", "at", "width", "told"),
    [
        ("没有", 4, 12, "    ^ 没有  "),
        ("没有这一项", 9, 12, "没有这.. ^  "),
        ("没有", 9, 12, "    没有 ^  "),
        ("没有", 40, 12, "      没有 ^"),
        ("没有", 0, 12, "^ 没有      "),
        ("没有这一项这一项", 2, 12, "  ^ 没有这.."),
    ],
)
def test_the_caret_stands_where_it_should_and_the_sentence_where_there_is_room(
    sentence: str, at: int, width: int, told: str
) -> None:
    assert caret_line(sentence, at, width).rstrip() == told.rstrip()


@pytest.mark.parametrize(("query", "said"), [("kind:", '"kind:"后面还没有写'), ("kind:东西", "东西")])
async def test_a_value_that_is_not_begun_is_not_called_wrong(query: str, said: str) -> None:
    under = UnderLine()
    with pytest.raises(QueryError) as fault:
        parse(query)
    under.show_fault(fault.value, 0)
    assert said in under._said.text


async def test_what_was_asked_before_is_called_back() -> None:
    async with opened(FakeDesk()) as pilot:
        for query in ("农", "科", "农", "技"):
            await press(pilot, "slash", *["backspace"] * 3, query, "enter")
        await press(pilot, "escape", "slash", "up")
        assert line(pilot).line.value == "技"
        await press(pilot, "up")
        assert line(pilot).line.value == "农"
        assert "任务 2/9" in shown(pilot)
        await press(pilot, "up", "up")
        assert line(pilot).line.value == "科"
        await press(pilot, "down", "down", "down")
        assert line(pilot).line.value == ""
        await press(pilot, "up", "x", "up")
        assert line(pilot).line.value == "技x"


async def test_the_query_in_force_is_not_called_back_upon_itself() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "slash", "科", "enter", "slash", "backspace", "农", "enter", "slash", "up")
        assert line(pilot).line.value == "科"
        await press(pilot, "down")
        assert line(pilot).line.value == "农"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_an_input_method_composes_stands_in_the_line(size: tuple[int, int]) -> None:
    async with opened(FakeDesk(), size) as pilot:
        await press(pilot, "slash")
        left = shown(pilot).splitlines()[-2].index("教育局") + 2
        assert pilot.app.cursor_position == (left, size[1] - 2)
        await press(pilot, *"教育")
        assert pilot.app.cursor_position == (left + 4, size[1] - 2)
        await press(pilot, "left")
        assert pilot.app.cursor_position == (left + 2, size[1] - 2)
        await press(pilot, "end", *"局" * 60)
        assert pilot.app.cursor_position == (size[0] - 2, size[1] - 2)


async def test_every_line_is_as_wide_as_the_screen_with_a_list_over_it() -> None:
    for language in ("zh", "en"):
        speak(language)
        async with opened(FakeDesk(), (80, 24)) as pilot:
            await press(pilot, "slash", *"lead:s")
            assert offered(pilot)
            strips = pilot.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {80}
    speak("zh")
