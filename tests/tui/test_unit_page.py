"""The duty sheet of a unit as a person uses it: opened from the matrix and the registry, folded, marked on, left."""

from __future__ import annotations

import pytest
from textual.message import Message
from textual.pilot import Pilot

from sciplan_tui.core.plan import Status
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import speak
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.desk.desk import MarkForm
from sciplan_tui.tui.desk.out import ExportForm
from sciplan_tui.tui.messages import Answered, Finished, UnitOpened
from sciplan_tui.tui.screens.task import TaskScreen
from sciplan_tui.tui.screens.unit.unit import UnitScreen
from sciplan_tui.tui.screens.unit.units import UnitsScreen
from tests.hostile import HOSTILE
from tests.tui.driving import matrix, opened, press, settled, shown
from tests.tui.fake_desk import FakeDesk, plan

EDUCATION = 1003


async def at(pilot: Pilot[None], unit: int = EDUCATION) -> UnitScreen:
    matrix(pilot).post_message(UnitOpened(unit))
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, UnitScreen)
    return screen


def cursor(pilot: Pilot[None]) -> str:
    """The line under the cursor."""
    return next(row for row in shown(pilot).splitlines() if row.startswith(">"))


async def test_one_key_leads_from_a_units_column_to_its_sheet_and_back() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "l", "w")
        text = shown(pilot)
        assert text.startswith(" 市委宣传部   责任清单   单位 1/14   云溪市")
        assert "责任  2 项  含下级 7 项" in text
        await press(pilot, "escape")
        assert pilot.app.screen is matrix(pilot)


async def test_the_sheet_tells_names_duties_figures_marks_and_changes() -> None:
    async with opened(FakeDesk()) as pilot:
        await at(pilot)
        text = shown(pilot)
    for said in (
        "联系 李敏 5582",
        "原文名  市教育局（2021-12-30 起）  旧市教育局",
        "属于    市教育局们",
        "中期23  评估25",
    ):
        assert said in text
    assert "+ 牵 2.1 青少年科学素质提升行动 [3]" in text
    assert "建议  由程序提出，待人确认，不计入分工" in text
    assert "牵?3.1 科技资源科普化工程" in text
    assert "2.1.1   >= 200 人次  培训市教育局  每年" in text
    assert "2023-05-04 10:00  标记 1 项任务" in text


async def test_duties_unfold_to_what_inherits_them_and_parts_fold() -> None:
    async with opened(FakeDesk()) as pilot:
        await at(pilot)
        await press(pilot, "j", "j", "j", "j", "z")
        assert "- 牵 2.1 " in cursor(pilot)
        assert '"  2.1.1 弘扬科学精神' in shown(pilot)
        row = next(row for row in shown(pilot).splitlines() if "2.1.1 弘扬科学精神" in row)
        assert row.split()[-2:] == ["完", "!进"]
        await press(pilot, "j", "z")
        assert "+ 牵 2.1 " in cursor(pilot), "from below, the duty is folded"
        await press(pilot, "k", "enter")
        assert '+ 二 实施"五大提升行动"' in cursor(pilot)
        await press(pilot, "Z")
        assert '"  2.1.3' in shown(pilot)
        await press(pilot, "Z")
        assert "2.1.3" not in shown(pilot)


async def test_tasks_are_marked_here_and_taken_back() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await at(pilot)
        await press(pilot, "m")
        assert "先把光标放在一项任务上" in shown(pilot)
        await press(pilot, "Z", "j", "j", "j", "j", "space", "space", "m")
        assert "标记 2 项任务" in shown(pilot)
        await press(pilot, "enter")
        form = desk.asked[-1]
        assert isinstance(form, MarkForm)
        assert (form.tasks, form.milestone, form.status) == ((1001, 1002), "midterm-2023", Status.DONE)
        assert "已标记 2 项" in shown(pilot)
        row = next(row for row in shown(pilot).splitlines() if "牵 2.1 " in row)
        assert row.split()[-2] == "完"
        await press(pilot, "u")
        assert "已撤销第 7 号" in shown(pilot)


async def test_enter_opens_the_task_and_n_there_goes_through_the_duties() -> None:
    async with opened(FakeDesk()) as pilot:
        await at(pilot)
        await press(pilot, "j", "j", "j", "j", "enter")
        assert isinstance(pilot.app.screen, TaskScreen)
        assert shown(pilot).startswith(" 2.1 ")
        await press(pilot, "n")
        assert shown(pilot).startswith(" 3.1 ")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, UnitScreen)


async def test_a_task_that_the_query_leaves_out_is_opened_and_marked_all_the_same() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "slash", *"农民", "enter")
        await at(pilot)
        await press(pilot, "j", "j", "j", "j", "enter", "m", "enter")
        form = desk.asked[-1]
        assert isinstance(form, MarkForm)
        assert form.tasks == (1001,)


async def test_n_goes_to_the_next_unit_f_to_the_matrix_and_e_to_the_export() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await at(pilot)
        await press(pilot, "n")
        assert shown(pilot).startswith(" 市人力资源社会保障局 ")
        await press(pilot, "N", "N", "N", "N", "N")
        assert "已是第一个单位" in shown(pilot)
        await press(pilot, "e", "down", "down", "down", *"x", "enter")
        form = desk.asked[-1]
        assert isinstance(form, ExportForm)
        assert form.spec.query == 'unit:"市委宣传部"'
        await press(pilot, "f")
        assert matrix(pilot).spec.query == 'unit:"市委宣传部"'


async def test_the_registry_leads_to_the_sheet_and_to_the_matrix_from_there() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "U", "j", "j", "w")
        assert shown(pilot).startswith(" 市科技局   责任清单")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, UnitsScreen)
        await press(pilot, "w", "f")
        assert matrix(pilot).spec.query == 'unit:"市科技局"'


async def test_what_was_read_and_done_comes_as_messages() -> None:
    seen: list[Message] = []

    def hook(message: Message) -> None:
        if isinstance(message, Answered | Finished) and message not in seen:
            seen.append(message)

    desk = FakeDesk()
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec()))  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40), message_hook=hook) as pilot:
        await settled(pilot)
        await press(pilot, "l", "w", "j", "j", "j", "j", "m", "enter")
    assert [type(one) for one in seen] == [Answered, Finished, Answered]


@pytest.mark.parametrize("payload", ["[/]", "[red]红[@click=app.exit]出[/]", "".join(HOSTILE[2:])])
async def test_hostile_text_is_harmless(payload: str) -> None:
    async with opened(FakeDesk(plans=[plan(payload=payload)])) as pilot:
        await at(pilot)
        for keys in ((), ("Z",), ("j", "j", "j", "j"), ("G",), ("home", "m"), ("escape",)):
            await press(pilot, *keys)
            assert not set(shown(pilot)) & {"\x1b", "\x07", "\x9b", "\u202e"}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (300, 80)])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_line_is_as_wide_as_the_screen(size: tuple[int, int], language: str) -> None:
    speak(language)
    try:
        async with opened(FakeDesk(), size) as pilot:
            await at(pilot)
            for key in ("Z", "j", "G"):
                await press(pilot, key)
                strips = pilot.app.screen._compositor.render_strips()
                assert {strip.cell_length for strip in strips} == {size[0]}
    finally:
        speak("zh")
