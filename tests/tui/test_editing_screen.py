"""Editing by hand on the screen, on a real database: each line changed, added to, dropped, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot

from sciplan_tui.core.kinds import Role
from sciplan_tui.locale import speak
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.desk.desk import Desk
from sciplan_tui.tui.messages import Finished, Refused
from sciplan_tui.tui.screens.edit.edit import EditScreen
from sciplan_tui.tui.screens.edit.forms import EditForm
from sciplan_tui.tui.screens.main.matrix import MatrixScreen
from sciplan_tui.tui.screens.milestone.milestones import MilestonesScreen
from sciplan_tui.workspace.edit.ruling import rule
from sciplan_tui.workspace.edition.importing import import_plan
from tests.hostile import HOSTILE
from tests.store_cases import AT, small
from tests.tui.driving import opened_on, press, settled, shown
from tests.workspace.stored import ask

TARGETS = "SELECT indicator, value, unit FROM target ORDER BY id"
MILESTONES = "SELECT label, start_on, end_on FROM milestone ORDER BY id"


@pytest.fixture(autouse=True)
def in_chinese() -> Iterator[None]:
    yield
    speak("zh")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


async def write(pilot: Pilot[Any], **fields: str) -> None:
    """Fill in the form on screen and accept it."""
    form = pilot.app.screen
    assert isinstance(form, EditForm)
    for key, text in fields.items():
        form.query_one(f"#{key}").value = text  # type: ignore[attr-defined]
    await press(pilot, "enter")


async def to_line(pilot: Pilot[Any], section: str, which: object) -> EditScreen:
    screen = pilot.app.screen
    assert isinstance(screen, EditScreen)
    screen.lines.find((section, which))
    await settled(pilot)
    assert screen.lines.key == (section, which)
    return screen


async def at_task(pilot: Pilot[Any], database: Path, path: str) -> int:
    (number,) = ask(database, "SELECT id FROM task WHERE path = ?", path)[0]
    screen = pilot.app.screen
    assert isinstance(screen, MatrixScreen)
    screen.matrix.find(number)
    await settled(pilot)
    return int(number)


async def test_one_key_shows_all_that_can_be_edited(database: Path) -> None:
    async with opened_on(database) as pilot:
        await at_task(pilot, database, "2.2.1")
        await press(pilot, "E")
        text = shown(pilot)
        for part in ("培训高素质农民队伍", "市农业农村局", ">= 200 人次", "培训人次", "2023", "中期督查", "2021-2025"):
            assert part in text
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MatrixScreen)


async def test_a_figure_is_changed_added_dropped_and_taken_back(database: Path) -> None:
    told: list[Message] = []
    async with opened_on(database, told=told) as pilot:
        await at_task(pilot, database, "2.2.1")
        await press(pilot, "E")
        await to_line(pilot, "target", 1)
        await press(pilot, "enter")
        await write(pilot, value="很多")
        assert "很多 不是数" in shown(pilot)
        await write(pilot, value="300")
        assert ask(database, TARGETS) == [("培训人次", 300.0, "人次")]
        assert "数值 200 改为 300" in shown(pilot)
        await press(pilot, "plus")
        await write(pilot, indicator="培训班", value="12", unit="期")
        assert len(ask(database, TARGETS)) == 2
        await to_line(pilot, "target", 1)
        await press(pilot, "minus")
        assert ask(database, TARGETS) == [("培训班", 12.0, "期")]
        await press(pilot, "u", "u", "u")
        assert ask(database, TARGETS) == [("培训人次", 200.0, "人次")]
        await press(pilot, "r")
        assert ask(database, TARGETS) == [("培训人次", 300.0, "人次")]
    assert len({id(one) for one in told if isinstance(one, Finished)}) == 7


async def test_a_milestone_is_changed_and_dropped_at_once_and_its_marks_are_told(database: Path) -> None:
    async with opened_on(database) as pilot:
        await at_task(pilot, database, "2.1.1")
        await press(pilot, "m", "enter", "dollar_sign", "E")
        screen = await to_line(pilot, "milestone", "midterm-2023")
        await press(pilot, "enter")
        await write(pilot, label="中期评估会", date="2023-13")
        assert "2023-13 不是日期" in shown(pilot)
        await write(pilot, date="2023-09-15")
        assert ask(database, MILESTONES) == [("中期评估会", "2023-09-15", "2023-09-15")]
        assert screen.lines.key == ("milestone", "midterm-2023")
        await press(pilot, "minus")
        assert ask(database, MILESTONES) == []
        assert "没有节点" in shown(pilot)
        told = shown(pilot).replace(" \n ", "")
        assert "去掉节点 中期评估会，连同 1 个标记" in told
        assert "u 撤销" in told
        await press(pilot, "u", "escape")
        assert "中期评估会" in shown(pilot) or ask(database, MILESTONES)


async def test_title_kind_units_and_roles_are_lines_too(database: Path) -> None:
    async with opened_on(database) as pilot:
        task = await at_task(pilot, database, "2.1")
        await press(pilot, "E", "enter")
        pilot.app.screen.query_one("#title").value = "青少年提升行动"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert ask(database, "SELECT title FROM task WHERE id = ?", task) == [("青少年提升行动",)]
        held = "SELECT unit.name, role FROM assignment JOIN unit ON unit.id = unit_id WHERE task_id = ? ORDER BY role"
        await to_line(pilot, "unit", 2)
        await press(pilot, "o")
        pilot.app.screen.query_one("#role").chosen = 2  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert ask(database, held, task) == [("市教育局", "lead"), ("团市委", "support")]
        await press(pilot, "minus")
        assert ask(database, held, task) == [("市教育局", "lead")]
        await press(pilot, "u", "u", "u")
        assert ask(database, held, task) == [("市教育局", "lead"), ("团市委", "responsible")]


async def test_after_a_ruling_the_cursor_is_on_the_unit_that_was_ruled(database: Path) -> None:
    rule(database, None, "2.1.2", "团市委", Role.RESPONSIBLE, by="纪要", on="2023-01-01", at=AT)
    youth = "SELECT assignment.id, unit.id, role FROM assignment JOIN unit ON unit.id = unit_id WHERE name = '团市委'"
    (number, unit, _) = ask(database, youth)[-1]
    async with opened_on(database) as pilot:
        await at_task(pilot, database, "2.1.2")
        await press(pilot, "E")
        edit = await to_line(pilot, "unit", number)
        await press(pilot, "d")
        pilot.app.screen.query_one("#by").value = "会议纪要"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert edit.known is not None
        at = edit.lines.key
        held = {one.assignment_id: (one.unit_id, str(one.role)) for one in edit.known.task.units}
        assert at is not None
        assert held[int(at.which)] == (unit, "lead")


async def test_what_is_long_hangs_under_itself_however_wide_the_screen(database: Path) -> None:
    async with opened_on(database, (140, 40)) as pilot:
        await press(pilot, "j", "j", "E", "enter", "end", *("长" * 60), "enter")
        told = shown(pilot).splitlines()[-8:]
        (first,) = (at for at, line in enumerate(told) if line.startswith("  标题"))
        assert "长" in told[first]
        assert told[first + 1].startswith(" " * 8 + "长")


async def test_a_task_is_added_by_one_key_and_the_cursor_goes_there(database: Path) -> None:
    async with opened_on(database) as pilot:
        await at_task(pilot, database, "2.1.1")
        await press(pilot, "plus")
        assert "新任务，在 2.1.1" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, EditForm)
        await write(pilot, title="开放科普场馆")
        screen = pilot.app.screen
        assert isinstance(screen, MatrixScreen)
        (number,) = ask(database, "SELECT id FROM task WHERE path = '2.1.3'")[0]
        assert screen.matrix.ref is not None
        assert screen.matrix.ref.task_id == number
        assert "开放科普场馆" in shown(pilot)
        await press(pilot, "E", "minus")
        assert isinstance(pilot.app.screen, MatrixScreen)
        assert "去掉任务 2.1.3 开放科普场馆" in shown(pilot)
        assert ask(database, "SELECT id FROM task WHERE path = '2.1.3'") == []
        await press(pilot, "u")
        assert ask(database, "SELECT id FROM task WHERE path = '2.1.3'") == [(number,)]


async def test_it_begins_at_what_the_cursor_is_on(database: Path) -> None:
    async with opened_on(database) as pilot:
        await at_task(pilot, database, "2.1.1")
        await press(pilot, "l", "E")
        screen = pilot.app.screen
        assert isinstance(screen, EditScreen)
        assert screen.lines.key == ("unit", 1)
        assert "它写在 2.1" in shown(pilot)
        await press(pilot, "escape", "dollar_sign", "E")
        assert pilot.app.screen.lines.key == ("milestone", "midterm-2023")  # type: ignore[attr-defined]


async def test_what_the_document_says_is_not_dropped_and_it_is_said_why(database: Path) -> None:
    told: list[Message] = []
    async with opened_on(database, told=told) as pilot:
        await at_task(pilot, database, "2.1.1")
        await press(pilot, "E", "minus")
        assert "是方案文件里写的" in shown(pilot)
    assert [one for one in told if isinstance(one, Refused)]


async def test_a_plan_is_begun_and_shown_and_what_it_says_is_changed(database: Path) -> None:
    async with opened_on(database) as pilot:
        await press(pilot, "P")
        await write(pilot, title="乙市科普方案", region="乙市", period="明年", first="重点任务")
        assert "明年 不是年份" in shown(pilot)
        await write(pilot, period="2024-2026")
        assert "乙市科普方案" in shown(pilot)
        assert "重点任务" in shown(pilot)
        await press(pilot, "E")
        await to_line(pilot, "plan", "issuer")
        await press(pilot, "enter")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "issuer"
        await write(pilot, issuer="乙市人民政府")
        assert ask(database, 'SELECT issuer FROM plan WHERE "key" = ?', "乙市-2024") == [("乙市人民政府",)]
        await press(pilot, "minus")
        assert "方案不在这里去掉" in shown(pilot)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_line_is_as_wide_as_the_screen_and_no_form_is_cut(
    database: Path, size: tuple[int, int], language: str
) -> None:
    from rich.cells import cell_len

    speak(language)
    async with opened_on(database, size=size) as pilot:
        await at_task(pilot, database, "2.2.1")
        await press(pilot, "E")
        for section, which in (("task", "title"), ("target", 1), ("milestone", "midterm-2023"), ("plan", "title")):
            await to_line(pilot, section, which)
            for key in ("enter", "plus"):
                await press(pilot, key)
                assert {cell_len(line) for line in shown(pilot).split("\n")} == {size[0]}
                keys = pilot.app.screen.query_one("KeyLine").region
                assert keys.bottom <= size[1]
                await press(pilot, "escape")


async def test_names_from_outside_are_harmless(tmp_path: Path) -> None:
    from dataclasses import replace

    path = tmp_path / "sciplan.db"
    plan, hostile = small(), "".join(HOSTILE)
    targets = (replace(plan.targets[0], indicator=hostile, unit="[b]"),)
    stones = (replace(plan.milestones[0], label=hostile),)
    import_plan(path, replace(plan, targets=targets, milestones=stones, issuer=hostile), "raw", at=AT)
    async with opened_on(path) as pilot:
        await at_task(pilot, path, "2.2.1")
        await press(pilot, "E")
        for section, which in (("target", 1), ("milestone", "midterm-2023"), ("plan", "issuer")):
            await to_line(pilot, section, which)
            await press(pilot, "enter")
            assert "\x1b" not in shown(pilot)
            await press(pilot, "escape")
        assert isinstance(pilot.app.screen, EditScreen)


async def test_from_the_page_of_a_task_and_back(database: Path) -> None:
    async with opened_on(database) as pilot:
        await at_task(pilot, database, "2.2.1")
        await press(pilot, "enter", "E")
        assert isinstance(pilot.app.screen, EditScreen)
        await press(pilot, "escape")
        assert "培训高素质农民队伍" in shown(pilot)


async def test_milestones_are_edited_where_they_are_looked_at(database: Path) -> None:
    async with opened_on(database) as pilot:
        await press(pilot, "b")
        assert isinstance(pilot.app.screen, MilestonesScreen)
        await press(pilot, "E")
        await write(pilot, label="年中检查")
        assert ask(database, MILESTONES)[0][0] == "年中检查"
        assert "年中检查" in shown(pilot)
        await press(pilot, "minus")
        assert ask(database, MILESTONES) == []
        assert "u 撤销" in shown(pilot)
        await press(pilot, "u")
        assert len(ask(database, MILESTONES)) == 1


async def test_an_empty_database_begins_with_a_plan_by_hand(tmp_path: Path) -> None:
    database = tmp_path / "new.db"
    desk = Desk(database, date(2023, 7, 1))
    app = SciplanApp(desk, None, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "手工新建方案" in shown(pilot)
        await press(pilot, "n")
        await write(pilot, title="乙市科普方案", region="乙市", period="2024-2026", first="重点任务")
        assert isinstance(pilot.app.screen, MatrixScreen)
        assert "重点任务" in shown(pilot)
        await press(pilot, "plus")
        await write(pilot, title="科普进社区")
        assert "科普进社区" in shown(pilot)
    desk.close()
    assert ask(database, "SELECT path FROM task ORDER BY position") == [("1",), ("1.1",)]


async def test_all_that_is_selected_is_marked_at_once_with_date_note_and_evidence(database: Path) -> None:
    from sciplan_tui.tui.screens.mark import MarkScreen

    async with opened_on(database) as pilot:
        await press(pilot, "a", "m")
        form = pilot.app.screen
        assert isinstance(form, MarkScreen)
        form.query_one("#on").value = "2023-06-20"  # type: ignore[attr-defined]
        form.query_one("#note").value = "长" * 2001  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert pilot.app.screen is form
        assert "2001" in shown(pilot)
        form.query_one("#note").value = "汇总表已报"  # type: ignore[attr-defined]
        form.query_one("#evidence").value = "三号柜"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        marks = ask(database, "SELECT on_date, note, evidence, count(*) FROM mark GROUP BY on_date, note, evidence")
        assert marks == [("2023-06-20", "汇总表已报", "三号柜", 5)]
        assert "已标记 5 项" in shown(pilot)
        await press(pilot, "u")
        assert ask(database, "SELECT id FROM mark") == []
