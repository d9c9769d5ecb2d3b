"""The registry of units as a person uses it: found, looked at, and kept true by one gesture each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.unit.record import UnitRecord
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import speak
from sciplan_tui.tui.screens.unit.units import UnitsScreen
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.text import unit_lines
from tests.hostile import HOSTILE
from tests.tui.driving import opened, press, shown
from tests.tui.fake_desk import FakeDesk
from tests.tui.fake_units import ALIAS, PLAN, UNITS, FakeUnitDesk
from tests.tui.test_review import line


async def at(pilot: Pilot[None], desk: FakeUnitDesk, unit: int) -> None:
    await pilot.app.push_screen(UnitsScreen(desk, 1000 + unit))  # type: ignore[arg-type]
    await press(pilot)


async def test_units_stand_by_class_in_protocol_order_behind_the_aliases_that_are_proposed() -> None:
    async with opened(FakeDesk()) as pilot:
        await at(pilot, FakeUnitDesk(), 0)
        text = shown(pilot)
    heads = ("建议的别名", "党委部门", "政府部门", "群团", "集合")
    assert [text.index(f"  {head}  ") for head in heads] == sorted(text.index(f"  {head}  ") for head in heads)
    assert "市科学技术局 = 市科技局  都简称科技局" in text
    row = next(row for row in text.splitlines() if "李敏" in row)
    assert row.split() == ["市科技局", "科技局", "科技", "3", "6", "李敏", "5582", "1203"]


async def test_the_detail_tells_names_dates_heirs_and_members() -> None:
    async with opened(FakeDesk()) as pilot:
        await at(pilot, FakeUnitDesk(), 5)
        assert "原文名  市文化旅游广电体育局（2021-12-30 起）" in shown(pilot)
        assert "现为    市文化和旅游局（改名 2024-03-01）" in shown(pilot)
        await press(pilot, "j")
        assert "承接    市文化旅游广电体育局（改名 2024-03-01）" in shown(pilot)
        await press(pilot, "end")
        assert "成员    东山县人民政府  西河区人民政府（2023-05-01 起）" in shown(pilot)


async def test_a_filter_finds_names_functions_and_initials_as_it_is_written() -> None:
    async with opened(FakeDesk()) as pilot:
        await at(pilot, FakeUnitDesk(), 0)
        await press(pilot, "slash", *"jy")
        assert "1/6 个单位" in shown(pilot)
        assert "市教育局" in shown(pilot)
        await press(pilot, "enter", "escape")
        assert "6 个单位   另有 1 个已改名、并入或拆分" in shown(pilot)
        await press(pilot, "slash", *"文旅", "enter")
        assert "1/6 个单位   另有 1 个" in shown(pilot)
        await press(pilot, "slash", *"体", "enter")
        assert "没有符合的单位" in shown(pilot), "a filter is gone on with"


def test_a_narrow_list_has_its_numbers_whole_and_who_took_a_unit_s_place() -> None:
    for width in (58, 78, 118):
        for one in UNITS:
            told = "".join(text for text, _ in unit_lines.pieces(one, width))
            head = "".join(text for text, _ in unit_lines.header(width))
            assert cell_len(head) <= width
            assert all(str(count) in told[: cell_len(head)] for count in (one.lead, one.responsible) if count)
            if one.heir:
                told = "".join(text for text, _ in unit_lines.pieces(replace(one, responsible=0), width))
                assert cell_len(told) <= width
                assert told.endswith(f"今 {one.heir}")


@pytest.mark.parametrize(
    ("unit", "keys", "asked"),
    [
        (2, ["r", *"科技委", "down", "down", *"机改", "enter"],
         ("rename", "市科技局", "科技委", "2024-06-30", "机改")),
        (2, ["r", "end", "backspace", *"委", "down", *"2024-02-29", "enter"],
         ("rename", "市科技局", "市科技委", "2024-02-29", None)),
        (2, ["g", *"市教", "right", "enter"], ("merge", "市科技局", "市教育局", "2024-06-30", None)),
        (2, ["equals_sign", *"市科协", "enter"], ("alias", "市科技局", "市科协")),
        (2, ["s", *"甲局 乙局", "enter", "1", "2", "a", "enter"],
         ("split", "市科技局", {1001: "甲局", 1005: "乙局", 1009: "乙局"}, "2024-06-30", None)),
        (2, ["plus", *"市数据局", "down", "right", "right", "down", *"数据", "enter"],
         ("add", PLAN, "市数据局", {"unit_class": "government", "function": "数据", "contact": None})),
        (2, ["e", "down", "down", "down", "end", "x", "enter"],
         ("set", "市科技局", "科技局", "government", "科技", "李敏 5582 1203x")),
        (13, ["m", *"北山县 南湖区", "down", *"东山县人民政府", "down", *"2024-01-01", "enter"],
         ("members", "各县市区人民政府", ["北山县", "南湖区"], ["东山县人民政府"], "2024-01-01", None)),
    ],
)  # fmt: skip
async def test_each_gesture_is_asked_for_in_a_form(unit: int, keys: list[str], asked: tuple[object, ...]) -> None:
    desk = FakeUnitDesk()
    async with opened(FakeDesk()) as pilot:
        await at(pilot, desk, unit)
        await press(pilot, *keys)
        assert desk.asked == [asked]
        assert len(pilot.app.screen_stack) == 2
        assert "标记 1 项任务" in shown(pilot)


async def test_the_cursor_goes_to_a_unit_that_was_added() -> None:
    desk = FakeUnitDesk()
    async with opened(FakeDesk()) as pilot:
        await at(pilot, desk, 2)
        await press(pilot, "plus", *"市科协 ", "enter")
        assert desk.asked == [("add", PLAN, "市科协", {"unit_class": None, "function": None, "contact": None})]
        await press(pilot, "m")
        assert "市科协 的成员" in shown(pilot)


async def test_a_proposed_alias_is_accepted_or_settled_as_not_the_same() -> None:
    desk = FakeUnitDesk()
    async with opened(FakeDesk()) as pilot:
        await at(pilot, desk, 2)
        await press(pilot, "y")
        assert "光标不在建议的别名上" in shown(pilot)
        await press(pilot, "home", "y", "x")
        assert desk.asked == [("alias", "市科学技术局", "市科技局"), ("differ", "市科学技术局", "市科技局")]
        assert "建议的别名" not in shown(pilot)
        await press(pilot, "home", "r", "escape")


async def test_a_split_asks_until_every_task_has_its_heir() -> None:
    desk = FakeUnitDesk()
    async with opened(FakeDesk()) as pilot:
        await at(pilot, desk, 2)
        await press(pilot, "s", *"甲局", "enter")
        assert "至少要写两个单位" in shown(pilot)
        await press(pilot, "end", *" 乙局", "enter", "1", "enter")
        assert "还有 2 项没有分" in shown(pilot)
        assert line(pilot, "2.1 ").rstrip().endswith("甲局")
        assert "2.1       牵头        青少年" in line(pilot, "2.1 ")
        assert "2.2       责任、配合  农民" in line(pilot, "2.2 "), "what is split is told with its role"
        assert "a 余下的 2 项都给 甲局" in shown(pilot)
        await press(pilot, "2")
        assert "a 余下的 1 项都给 乙局" in shown(pilot)
        await press(pilot, "escape")
        assert desk.asked == []


async def test_what_is_needed_is_asked_for_and_a_wrong_date_is_refused() -> None:
    desk = FakeUnitDesk()
    async with opened(FakeDesk()) as pilot:
        await at(pilot, desk, 2)
        await press(pilot, "g", "enter")
        assert "要填并入" in shown(pilot)
        await press(pilot, *"市科协", "down", "x", "enter")
        assert "日期要写成" in shown(pilot)
    assert desk.asked == []


async def test_what_is_refused_comes_again_with_what_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = FakeUnitDesk()

    renamed, refused = desk.rename, [True]

    def rename(unit: UnitRecord, new_name: str, on: str | None, by: str | None) -> Gesture:
        if refused and refused.pop():
            raise RefusedError("unit_taken", unit=new_name, plan=PLAN)
        return renamed(unit, new_name, on, by)

    monkeypatch.setattr(desk, "rename", rename)
    async with opened(FakeDesk()) as pilot:
        await at(pilot, desk, 2)
        await press(pilot, "r", *"市科技委", "down", "down", *"机改", "enter")
        assert "已有单位 市科技委" in shown(pilot)
        form = pilot.app.screen
        assert [form.query_one(f"#{name}", TextLine).value for name in ("new_name", "on", "by")] == [
            "市科技委", "2024-06-30", "机改",
        ]  # fmt: skip
        await press(pilot, "enter")
        assert desk.asked == [("rename", "市科技局", "市科技委", "2024-06-30", "机改")]
        await press(pilot, "u")
        assert len(pilot.app.screen_stack) == 2, "a later refusal is none of that form"


async def test_enter_shows_the_duties_in_the_matrix_and_o_unfolds_there() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "U")
        await press(pilot, "j", "j", "enter")
        assert pilot.app.screen.spec.query == 'unit:"市科技局"'  # type: ignore[attr-defined]
        await press(pilot, "U", "end", "o")
        assert pilot.app.screen.spec.unfolded == {1013}  # type: ignore[attr-defined]


@pytest.mark.parametrize("payload", ["[/]", "[red]红[@click=app.exit]出[/]", "".join(HOSTILE[2:])])
async def test_hostile_text_is_harmless_in_every_line_and_form(payload: str, monkeypatch: pytest.MonkeyPatch) -> None:
    named = tuple(replace(one, name=one.name + payload, contact=payload, function=payload) for one in UNITS)
    monkeypatch.setattr("tests.tui.fake_units.UNITS", named)
    async with opened(FakeDesk()) as pilot:
        await at(pilot, FakeUnitDesk(), 0)
        for keys in (["home"], ["end"], ["e"], ["escape", "m"], ["escape", "s", *"甲 乙", "enter"]):
            await press(pilot, *keys)
            text = shown(pilot)
            assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
            assert not payload.startswith("[") or payload in text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_line_is_as_wide_as_the_screen(size: tuple[int, int], language: str) -> None:
    speak(language)
    try:
        async with opened(FakeDesk(), size) as pilot:
            await at(pilot, FakeUnitDesk(), 13)
            for keys in (["home"], ["e"], ["escape", "s", *"甲 乙", "enter"]):
                await press(pilot, *keys)
                strips = pilot.app.screen._compositor.render_strips()
                assert {strip.cell_length for strip in strips} == {size[0]}
    finally:
        speak("zh")


async def test_who_comes_from_a_problem_of_two_names_stands_on_them_and_reads_which_will_stay() -> None:
    other = replace(ALIAS, name="市文旅局", same_as="市文化和旅游局", problem_id=32, short="文旅局")
    async with opened(FakeDesk()) as pilot:
        await pilot.app.push_screen(UnitsScreen(FakeUnitDesk(aliases=(ALIAS, other)), doubt=32))  # type: ignore[arg-type]
        await press(pilot)
        assert any(line.startswith("> 市文旅局") for line in shown(pilot).splitlines())
        assert "以后都叫 市文化和旅游局" in shown(pilot)
