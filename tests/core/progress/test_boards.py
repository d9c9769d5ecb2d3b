"""Boards, leads and the timeline are made of what was read, without reading again."""

from __future__ import annotations

import datetime
from dataclasses import replace

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.board import board, by_lead, grouped, settled
from sciplan_tui.core.progress.facts import COLUMNS, LED_BELOW, BoardTask, Mark, PlanMilestone, Progress
from sciplan_tui.core.progress.timeline import timeline
from sciplan_tui.core.view.spec import ViewSpec

TODAY = datetime.date(2024, 1, 8)
PLANS = (PlanHead(1, "甲-2021", "甲", None, 2021, 2025, True), PlanHead(2, "乙-2021", "乙", None, 2021, 2025, True))
MILESTONES = (
    PlanMilestone(1, 1, "evaluation-2025", "final_evaluation", "评估", "2025-12-31", True),
    PlanMilestone(2, 1, "midterm-2023", "midterm_review", "中期", "2023-12-31", True, 63),
    PlanMilestone(3, 1, "event-1", "annual_event", "科普日", None, False),
    PlanMilestone(4, 2, "evaluation-2025", "final_evaluation", "评估", "2025-06-30", True),
)
TASKS = (
    BoardTask(11, 1, "1", "a", (7, 8)),
    BoardTask(12, 1, "2", "b", (7,)),
    BoardTask(13, 1, "3", "c"),
    BoardTask(14, 1, "4", "d", (7, 8)),
    BoardTask(21, 2, "1", "e", (9,)),
)
MARKS = {2: {11: Mark(Status.DONE), 12: Mark(Status.BLOCKED, "2023-12-01", "缺钱"), 99: Mark(Status.DONE)}}
PROGRESS = Progress(ViewSpec(), TODAY, PLANS, MILESTONES, TASKS, MARKS, {})


def ids(name: str, key: str = "midterm-2023") -> list[int]:
    return [card.task.task_id for card in board(PROGRESS, key).column(name)]


def test_a_task_stands_once_under_its_state_and_among_the_late_if_it_is() -> None:
    assert (ids("done"), ids("blocked"), ids("unmarked")) == ([11], [12], [13, 14])
    assert ids("late") == [12, 13, 14]
    counts = board(PROGRESS, "midterm-2023").counts()
    assert {name: counts[name] for name in COLUMNS if counts[name]} == {
        "unmarked": 2,
        "done": 1,
        "blocked": 1,
        "late": 3,
    }


def test_plans_without_the_milestone_are_counted_and_left_out() -> None:
    assert board(PROGRESS, "midterm-2023").without == 1
    assert ids("unmarked", "evaluation-2025") == [11, 12, 13, 14, 21]
    assert board(PROGRESS, "nothing").cards == ()


def test_what_is_late_is_late_by_its_own_plans_day() -> None:
    later = Progress(ViewSpec(), datetime.date(2025, 7, 1), PLANS, MILESTONES, TASKS, MARKS, {})
    assert [card.task.task_id for card in board(later, "evaluation-2025").column("late")] == [21]


def test_cards_stand_by_who_leads_them_those_without_a_lead_last() -> None:
    groups = grouped(board(PROGRESS, "evaluation-2025").cards)
    assert [(group.leads, len(group.cards)) for group in groups] == [((7, 8), 2), ((7,), 1), ((9,), 1), ((None,), 1)]


def test_what_is_led_task_by_task_stands_by_itself_behind_what_nobody_leads() -> None:
    [unled] = [task for task in PROGRESS.tasks if not task.leads]
    parted = unled._replace(task_id=99, led_below=True)
    told = board(replace(PROGRESS, tasks=(parted, *PROGRESS.tasks)), "evaluation-2025")
    assert [group.leads for group in grouped(told.cards)][-2:] == [(None,), (LED_BELOW,)]
    assert [(lead.unit_id, lead.total) for lead in by_lead(told)][-2:] == [(None, 1), (LED_BELOW, 1)]


def test_a_task_of_two_leads_counts_for_both() -> None:
    leads = by_lead(board(PROGRESS, "midterm-2023"))
    assert [(lead.unit_id, lead.total, settled(lead.counts)) for lead in leads] == [(7, 3, 1), (8, 2, 1), (None, 1, 0)]
    assert leads[0].counts == {"done": 1, "blocked": 1, "unmarked": 1, "late": 2}


def test_a_lead_is_told_with_the_plan_whose_unit_it_is() -> None:
    leads = by_lead(board(PROGRESS, "evaluation-2025"))
    assert {(lead.unit_id, lead.plan_id) for lead in leads} == {(7, 1), (8, 1), (9, 2), (None, None)}


def test_the_timeline_is_in_order_of_days_and_counts_what_the_board_counts() -> None:
    moments = timeline(PROGRESS)
    assert [(one.milestone.milestone_id, one.days) for one in moments] == [(2, -8), (4, 539), (1, 723), (3, None)]
    for one in moments:
        if one.tells and one.milestone.plan_id == 1:
            counts = board(PROGRESS, one.milestone.key).column
            mine = {name: sum(card.task.plan_id == 1 for card in counts(name)) for name in COLUMNS}
            assert {name: count for name, count in one.counts.items() if count} == {k: v for k, v in mine.items() if v}
    assert not moments[-1].tells


def test_a_milestone_has_a_board_where_it_presses_or_is_marked_at() -> None:
    assert PROGRESS.keys == ("midterm-2023", "evaluation-2025")
    marked = Progress(ViewSpec(), TODAY, PLANS, MILESTONES, TASKS, {3: {11: Mark(Status.DONE)}}, {})
    assert marked.keys == ("midterm-2023", "evaluation-2025", "event-1")
    assert PROGRESS.nearest == "midterm-2023"
    assert Progress(ViewSpec(), TODAY, (), (), (), {}, {}).nearest is None
