"""The form of a mark begins with what is there: state, day, note, and the milestone that was marked at last."""

from __future__ import annotations

from dataclasses import replace

from textual.events import Paste

from sciplan_tui.core.detail.task import PastMark
from sciplan_tui.core.matrix import MarkCell, MarkColumn
from sciplan_tui.core.plan import COUNTED_KINDS, Status
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.desk.desk import MarkForm
from sciplan_tui.tui.screens.mark import MarkScreen
from sciplan_tui.tui.widgets.field import TextLine
from sciplan_tui.tui.widgets.text.task_text import task_text
from tests.tui.driving import matrix, opened, press, shown
from tests.tui.fake_desk import TODAY, FakeDesk, plan


async def test_a_mark_opens_with_what_is_there_and_accepting_it_changes_nothing() -> None:
    desk = FakeDesk()
    reference, row = desk.plans[0].rows[3]
    blocked = MarkCell(Status.BLOCKED, None, "2023-04-01", "等经费", "三号柜")
    desk.plans[0].rows[3] = (reference, row._replace(marks={**row.marks, 1001: blocked}))
    async with opened(desk) as pilot:
        await press(pilot, "j", "j", "j", "m", "enter")
        assert desk.asked[-1] == MarkForm((1003,), "midterm-2023", Status.BLOCKED, "2023-04-01", "等经费", "三号柜")
        await press(pilot, "m", "2", "enter")
        assert desk.asked[-1] == MarkForm((1003,), "midterm-2023", Status.IN_PROGRESS, "2023-05-04", None)


async def test_a_note_that_was_emptied_goes_and_one_that_was_written_stays_with_another_state() -> None:
    mark = MarkCell(Status.BLOCKED, None, "2023-04-01", "等经费")
    app = SciplanApp(FakeDesk(), None, None)
    answers: list[MarkForm | None] = []
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("tab", "tab", "tab", "backspace"), ("tab", "tab", "tab", "x", "up", "up", "up", "3"), ("5", "4")):
            column = MarkColumn(1, 1, "midterm-2023", "督查", "2023-12-31")
            app.push_screen(MarkScreen(frozenset({7}), [column], None, TODAY, None, {1: mark}), answers.append)
            await press(pilot, *keys, "enter")
    assert [answer and (answer.status, answer.on, answer.note) for answer in answers] == [
        (Status.BLOCKED, "2023-04-01", ""),
        (Status.DONE, "2023-05-04", "x"),
        (Status.ONGOING, "2023-05-04", None),
    ]


async def test_evidence_is_said_in_ones_own_words_and_kept_harmless() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "j", "j", "j", "m", "up")
        assert "佐证材料" in shown(pilot)
        pilot.app.screen.query_one("#evidence", TextLine).value = "三号柜\x1b 第2盒"
        await press(pilot, "enter")
        assert desk.asked[-1].evidence == "三号柜\ufffd 第2盒"


async def test_all_lines_of_a_note_that_is_pasted_are_written() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "j", "j", "j", "m", "down", "down", "down")
        pilot.app.screen.query_one("#note", TextLine).post_message(Paste("\n第一行\r\n第二行\t完\n"))
        await press(pilot, "enter")
        assert desk.asked[-1].note == "第一行 第二行 完"


def test_the_page_of_a_task_tells_the_evidence_behind_the_note() -> None:
    desk = FakeDesk()
    task = desk.task(desk.plans[0].rows[3][1].task_id)
    proved = replace(task.marks[0], note="已报", evidence="三号柜\x1b")
    past = PastMark("2023-05-01T09:00:00", "mark", 1, "督查", Status.DONE, None, "已报", "三号柜")
    lines = task_text(replace(task, marks=(proved,), past=(past,)), 80).plain.splitlines()
    assert [line[line.index("已报") :] for line in lines if "已报" in line] == [
        "已报  佐证材料 三号柜\ufffd",
        "已报  佐证材料 三号柜",
    ]


async def test_the_next_mark_is_at_the_milestone_that_was_marked_at_last() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "j", "j", "m", "down", "right", "enter", "j", "m", "enter")
    assert [form.milestone for form in desk.asked if isinstance(form, MarkForm)] == ["evaluation-2025"] * 2


async def test_a_heading_is_refused_before_anything_is_asked() -> None:
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "m")
        assert not isinstance(pilot.app.screen, MarkScreen)
        assert "是大纲里的标题" in shown(pilot)
        await press(pilot, "j", "j", "m")
        assert isinstance(pilot.app.screen, MarkScreen)


async def test_over_several_plans_a_milestone_bears_all_its_names_and_each_row_its_own() -> None:
    desk = FakeDesk(plans=[plan(1), plan(2)])
    named = tuple(
        replace(mark, label="总结表彰") if mark.key == "evaluation-2025" else mark for mark in desk.plans[1].marks
    )
    desk.plans[1] = replace(desk.plans[1], marks=named)
    async with opened(desk) as pilot:
        await press(pilot, "dollar_sign", "j")
        assert "2025年总结评估" in matrix(pilot).note.text
        await press(pilot, "G")
        assert "总结表彰：未标记" in matrix(pilot).note.text
        await press(pilot, "a", "m")
        assert "[2025年总结评估 / 总结表彰]" in shown(pilot)
        await press(pilot, "enter")
        assert "2025年总结评估 / 总结表彰" in matrix(pilot).note.text


async def test_what_is_selected_in_a_plan_goes_with_the_plan_so_that_nothing_unseen_is_marked() -> None:
    desk = FakeDesk(plans=[plan(1), plan(2, "石桥县方案")])
    async with opened(desk) as pilot:
        await press(pilot, "p", "down", "enter", "j", "j", "space")
        assert "选中 1" in shown(pilot)
        await press(pilot, "p", "home", "enter")
        assert "选中 1" in shown(pilot), "all plans are on screen, this one too"
        await press(pilot, "p", "end", "enter")
        assert "石桥县方案" in shown(pilot)
        assert "选中" not in shown(pilot)


async def test_a_form_for_many_counts_those_that_will_be_marked_and_tells_the_headings_apart() -> None:
    desk = FakeDesk()
    desk.plans[0].rows[:] = [(ref._replace(counted=row.kind in COUNTED_KINDS), row) for ref, row in desk.plans[0].rows]
    async with opened(desk) as pilot:
        await press(pilot, "g", "v", "j", "j", "j", "v", "m")
        assert "标记 3 项任务  另有 1 行大纲标题，不记" in shown(pilot)


async def test_what_is_selected_and_filtered_out_or_folded_away_is_told_before_it_is_marked() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "j", "j", "space", "j", "space", "m")
        assert "没有显示" not in shown(pilot)
        await press(pilot, "escape", "slash", *"农民", "enter", "m")
        assert "标记 2 项任务  其中 2 项没有显示出来" in shown(pilot)


async def test_a_date_that_is_none_is_where_one_writes_next() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "j", "j", "m", "tab", "tab", *"x", "tab", "enter")
        assert pilot.app.focused is pilot.app.screen.query_one("#on")
