"""Stepping through the problems: the list, the source beside the reading, and what a key has done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from sciplan_tui.core.detail.doubt import Doubt, Proposed
from sciplan_tui.core.plan import Kind, Problem, Role
from sciplan_tui.tui.screens.problem.problems import ProblemsScreen
from sciplan_tui.tui.screens.task import TaskScreen
from tests.hostile import HOSTILE as KINDS
from tests.tui.driving import matrix, opened, press, shown
from tests.tui.fake_desk import FakeDesk
from tests.tui.fake_doubts import DOUBTS, FakeDoubts

WIDE, NARROW = (120, 40), (80, 24)
HOSTILE = "".join(KINDS)
PROPOSED = (
    Proposed(7, 1003, "2.1.1", "某事", "市科协", Role.LEAD, "first_listed", 9),
    Proposed(8, 1004, "2.1.2", "某事", "市妇联", Role.LEAD, "first_listed", 11),
)


def desk(**more: object) -> FakeDesk:
    made = FakeDesk()
    made.problems = FakeDoubts(made.task, **more)  # type: ignore[arg-type]
    return made


def at(pilot: Pilot[None]) -> object:
    """The problem under the cursor."""
    screen = pilot.app.screen
    assert isinstance(screen, ProblemsScreen)
    return screen.lines.key


def done(made: FakeDesk) -> list[tuple[object, ...]]:
    assert made.problems is not None
    return made.problems.done


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_list_the_source_and_the_reading_are_on_screen(size: tuple[int, int]) -> None:
    async with opened(desk(), size) as pilot:
        await press(pilot, "D", "n")
        text = shown(pilot)
    assert "待处理 4/4" in text
    lines = text.splitlines()
    heads = [line.split()[0] for line in lines if "4/4" not in line and ("1/1" in line or "2/2" in line)]
    assert heads[:2] == ["没有督查评估的日期", "编号不连续"], "what is to be decided comes first"
    assert any(line.startswith("> [ ]") and "第 12 行" in line for line in lines)
    for words in ("应为第 2 项", "> 看原文", "原文第11行", "> ", "原文第12行", "读成"):
        assert words in text
    if size == WIDE:
        assert "提升基础教育阶段科学教育水平" in text


async def test_n_goes_over_what_is_settled_and_says_when_there_is_no_more() -> None:
    async with opened(desk()) as pilot:
        await press(pilot, "D", "n", "s", "enter")
        assert at(pilot) == 4, "settled: on to the next open one"
        assert "[x]" in shown(pilot)
        await press(pilot, "N")
        assert at(pilot) == 2
        await press(pilot, "n", "n")
        assert at(pilot) == 1
        await press(pilot, "n")
        assert "后面没有" in shown(pilot)


async def test_settling_takes_a_note_and_again_opens_it() -> None:
    made = desk()
    async with opened(made) as pilot:
        await press(pilot, "D", "s", *"ok", "enter")
        assert done(made) == [("settle", (2,), "ok")]
        await press(pilot, "k", "s")
        assert done(made)[-1] == ("unsettle", (2,))
        await press(pilot, "s", "escape")
        assert len(done(made)) == 2


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        (("t", "end", *"XY", "enter"), ("title", 1003, "提升基础教育阶段科学教育水平XY")),
        (("c", "l", "enter"), ("kind", 1003, Kind.SAFEGUARD)),
        (("less_than_sign",), ("level", 1003, -1)),
        (("plus", *"AB", "enter", "enter"), ("add", 1003, "AB", Role.RESPONSIBLE)),
    ],
)
async def test_a_key_corrects_the_task_shown_and_stays_on_its_problem(
    keys: tuple[str, ...], asked: tuple[object, ...]
) -> None:
    made = desk()
    async with opened(made) as pilot:
        await press(pilot, "D", "n", *keys)
        assert done(made) == [asked]
        assert at(pilot) == 3
        assert "甲" in shown(pilot).splitlines()[-2]


@pytest.mark.parametrize("key", ["w", "o", "minus"])
async def test_a_unit_is_chosen_among_those_shown(key: str) -> None:
    made = desk()
    async with opened(made) as pilot:
        await press(pilot, "D", "n", key)
        assert "市教育局" in shown(pilot)
        await press(pilot, "right", "enter")
        if key == "w":
            assert done(made) == [], "a unit that the plan does not know is asked about"
            await press(pilot, "enter")
        assert len(done(made)) == 1


async def test_a_ruling_tells_who_holds_what_in_which_way_by_which_document_of_a_day() -> None:
    made = desk()
    async with opened(made) as pilot:
        await press(pilot, "D", "n", "d", *"科协", "tab", "right", "tab", "right", "enter")
        assert done(made) == [], "a ruling has a document"
        await press(pilot, *"纪要", "enter")
    told = {"name": "科协", "role": "responsible", "way": "instead", "by": "纪要", "on": "2023-05-04"}
    assert done(made) == [("rule", "云溪市1-2021", "2.1.2", told)]


@pytest.mark.parametrize("written", ["kx", "科协"])
async def test_a_unit_called_by_its_initials_or_its_short_form_is_written_in_full_before_it_is_taken(
    written: str,
) -> None:
    made = desk()
    async with opened(made) as pilot:
        await press(pilot, "D", "n", "plus", *written, "enter")
        assert f'"{written}"就是 市科协' in shown(pilot)
        assert done(made) == []
        await press(pilot, "enter")
    assert done(made) == [("add", 1003, "市科协", Role.RESPONSIBLE)]


async def test_a_name_that_fits_several_units_names_them_and_is_a_new_one_only_when_said_again() -> None:
    made = desk()
    async with opened(made) as pilot:
        await press(pilot, "D", "n", "plus", *"市教育", "enter")
        assert "可能是 市教育局、市教育考试院" in shown(pilot)
        assert done(made) == []
        await press(pilot, "enter")
    assert done(made) == [("add", 1003, "市教育", Role.RESPONSIBLE)]


async def test_a_unit_that_is_not_known_is_asked_about_once_more() -> None:
    made = desk()
    async with opened(made) as pilot:
        await press(pilot, "D", "n", "plus", *"AB", "enter")
        assert "还没有" in shown(pilot)
        assert done(made) == []
        await press(pilot, "escape")
        assert done(made) == []


async def test_what_is_refused_is_said() -> None:
    async with opened(desk()) as pilot:
        await press(pilot, "D", "n", "greater_than_sign")
        assert "不能再往下一级" in shown(pilot)
        await press(pilot, "u")
        assert "没有可以撤销" in shown(pilot)


async def test_a_problem_of_the_whole_document_has_no_task() -> None:
    made = desk()
    async with opened(made) as pilot:
        for key in ("t", "w", "o", "plus", "minus", "less_than_sign", "c", "enter"):
            await press(pilot, "D", key)
            assert "不在某一项任务上" in shown(pilot), key
            await press(pilot, "y")
            assert "没有建议" in shown(pilot)
            await press(pilot, "escape")
    assert done(made) == []


async def test_the_keys_are_those_that_the_advice_names_and_none_that_would_refuse() -> None:
    async with opened(desk()) as pilot:
        await press(pilot, "D")
        pilot.app.screen.lines.find(2)  # type: ignore[attr-defined]
        await press(pilot)
        foot = shown(pilot).splitlines()[-1]
        assert foot.split("   ")[0].strip() == "M 加节点"
        assert "Enter" not in foot
        assert "t 标题" not in foot
        pilot.app.screen.lines.find(3)  # type: ignore[attr-defined]
        await press(pilot)
        assert shown(pilot).splitlines()[-1].strip().startswith("< ")


async def test_all_leads_proposed_are_accepted_by_a_document() -> None:
    made = desk(
        known=[Doubt(5, "云溪市1-2021", Problem("no_lead", None, (("count", "2"), ("proposed", "2"))))],
        proposals=PROPOSED,
    )
    async with opened(made) as pilot:
        await press(pilot, "D")
        text = shown(pilot)
        assert "市科协" in text
        assert "排在第一位" in text
        assert "按 y 接受" in text
        await press(pilot, "y", *"no3", "enter")
        assert done(made) == [("accept", (7, 8), "no3", "2023-05-04")]
        text = shown(pilot)
        assert "按 y" not in text, "nothing is left to accept"
        assert "按 s 记为处理完" in text
        await press(pilot, "s", "enter")
        assert "按 s 记为处理完" not in shown(pilot), "s would open it again"


async def test_where_no_lead_is_proposed_none_is_offered() -> None:
    known = [Doubt(5, "云溪市1-2021", Problem("no_lead", None, (("count", "2"), ("proposed", "0"))))]
    async with opened(desk(known=known)) as pilot:
        await press(pilot, "D")
        assert "按 y" not in shown(pilot)
        assert "没有可以建议" in shown(pilot)
    async with opened(desk(known=known, proposals=PROPOSED)) as pilot:
        await press(pilot, "D")
        assert "按 y 接受" in shown(pilot), "another reason proposes one"


async def test_enter_opens_the_task_and_back_goes_to_it_in_the_matrix() -> None:
    async with opened(desk()) as pilot:
        await press(pilot, "D", "n", "n", "enter")
        assert isinstance(pilot.app.screen, TaskScreen)
        await press(pilot, "escape")
        assert at(pilot) == 4
        await press(pilot, "escape")
        ref = matrix(pilot).matrix.ref
        assert ref is not None
        assert ref.task_id == 1004


async def test_the_same_keys_correct_on_the_page_of_a_task() -> None:
    made = desk()
    async with opened(made) as pilot:
        await press(pilot, "j", "j", "j", "enter")
        await press(pilot, "t", "end", *"XY", "enter")
        assert isinstance(pilot.app.screen, TaskScreen)
        await press(pilot, "less_than_sign")
        await press(pilot, "o", "enter")
    assert [asked[0] for asked in done(made)] == ["title", "level", "role"]


async def test_no_problem_at_all() -> None:
    async with opened(desk(known=[])) as pilot:
        await press(pilot, "D")
        assert "没有疑点" in shown(pilot)
        await press(pilot, "n", "N", "s", "enter", "t", "y", "space", "escape")
        assert "任务 9/9" in shown(pilot)


async def test_a_problem_that_is_gone_is_said() -> None:
    made = desk()
    async with opened(made) as pilot:
        await press(pilot, "D")
        assert made.problems is not None
        made.problems.known = made.problems.known[:1]
        await press(pilot, "n")
        assert "已经不在了" in shown(pilot)


@pytest.mark.parametrize("size", [WIDE, NARROW, (40, 12)])
async def test_text_from_a_plan_never_drives_the_terminal(size: tuple[int, int]) -> None:
    hostile = [
        replace(
            one, plan_key=HOSTILE, problem=replace(one.problem, details=(("number", HOSTILE), ("expected", HOSTILE)))
        )
        for one in DOUBTS
    ]
    async with opened(desk(known=hostile, payload=HOSTILE), size) as pilot:
        await press(pilot, "D", "n", "n", "t")
        text = shown(pilot)
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize(("key", "seen"), [("U", "单位"), ("R", "待定"), ("M", "加一个节点")])
async def test_what_is_dealt_with_elsewhere_is_opened_from_here(key: str, seen: str) -> None:
    async with opened(desk()) as pilot:
        await press(pilot, "D", key)
        assert not isinstance(pilot.app.screen, ProblemsScreen)
        assert seen in shown(pilot)
        await press(pilot, "escape")
        assert at(pilot) == 2
