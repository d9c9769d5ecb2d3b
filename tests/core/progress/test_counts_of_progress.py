"""Counts by action and by unit: each task by its own mark, once for each that it is counted under."""

from __future__ import annotations

import datetime

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import Comparator, Kind, Role, Status, Target
from sciplan_tui.core.progress.actions import Node, actions_of
from sciplan_tui.core.progress.counting import Overview, overview
from sciplan_tui.core.progress.facts import BoardTask, Mark, PlanMilestone, Progress
from sciplan_tui.core.progress.figures import Aim, by_year
from sciplan_tui.core.view.spec import ViewSpec
from tests.statements import leads_at, shares_of

TODAY = datetime.date(2024, 1, 8)
PLANS = (PlanHead(1, "甲-2021", "甲", None, 2021, 2025, True), PlanHead(2, "乙-2021", "乙", None, 2021, 2025, True))
MILESTONES = (
    PlanMilestone(1, 1, "evaluation-2025", "final_evaluation", "评估", "2025-12-31", True),
    PlanMilestone(2, 1, "midterm-2023", "midterm_review", "中期", "2023-12-31", True, 63),
    PlanMilestone(4, 2, "evaluation-2025", "final_evaluation", "评估", "2025-06-30", True),
)
NODES = {
    node.task_id: node
    for node in (
        Node(10, 1, None, None, "1", "行动部分", Kind.PART),
        Node(11, 1, 10, 11, "1.1", "行动", Kind.ACTION),
        Node(12, 1, 11, 11, "1.1.1", "一组", Kind.TASK_GROUP),
        Node(13, 1, 12, 13, "1.1.1.1", "任务", Kind.TASK),
        Node(14, 1, 10, None, "1.2", "旁边的任务", Kind.TASK),
        Node(15, 1, None, None, "2", "任务部分", Kind.PART),
        Node(16, 1, 15, None, "2.1", "任务甲", Kind.TASK),
        Node(17, 1, 15, 16, "2.2", "任务乙", Kind.TASK),
        Node(18, 1, 17, 16, "2.2.1", "任务丙", Kind.TASK),
        Node(20, 2, None, 20, "1", "单独", Kind.TASK),
    )
}
HELD = {
    11: [(7, Role.LEAD), (8, Role.RESPONSIBLE), (7, Role.RESPONSIBLE)],
    13: [(7, Role.LEAD), (8, Role.LEAD)],
    20: [(9, "lead")],
}
UNITS = {7: ("市教育局", "教育局"), 8: ("市科协", "科协"), 9: ("县科协", "科协")}
MARKS = {
    1: {11: Mark(Status.IN_PROGRESS)},
    2: {11: Mark(Status.DONE), 13: Mark(Status.BLOCKED, "2023-12-01", "缺钱"), 10: Mark(Status.DONE)},
}
TASKS = tuple(
    BoardTask(node.task_id, node.plan_id, node.path, node.title, leads_at(HELD, node.holder_id))
    for node in NODES.values()
    if node.kind is not Kind.PART
)
AIM = Target("1.1.1.1", "培训", Comparator.GE, 200, "人次", deadline="2025-12-31")
BARE = Target("1", "比例", Comparator.GT, 15, "%")


def counted(tasks: tuple[BoardTask, ...] = TASKS) -> Overview:
    progress = Progress(ViewSpec(), TODAY, PLANS, MILESTONES, tasks, MARKS, UNITS)
    return overview(progress, NODES, shares_of(HELD), [Aim(10, BARE), Aim(13, AIM, leads=(7, 8))])


def test_a_task_is_counted_under_its_topmost_action_else_under_its_part() -> None:
    found = actions_of([node for node in NODES.values() if node.kind is not Kind.PART], NODES)
    assert found == {11: 11, 12: 11, 13: 11, 14: 14, 16: 15, 17: 15, 18: 15, 20: 20}


def test_the_lines_of_actions_add_up_to_the_tasks_of_their_plan() -> None:
    lines = counted().actions
    assert [(line.plan_id, line.path, line.tasks) for line in lines] == [
        (1, "1.1", 3),
        (1, "1.2", 1),
        (1, "2", 3),
        (2, "1", 1),
    ]
    assert sum(line.tasks for line in lines) == len(TASKS)


def test_each_task_counts_by_its_own_mark_and_the_mark_of_a_part_counts_nowhere() -> None:
    lines = counted().actions
    assert lines[0].counts["midterm-2023"] == {"done": 1, "blocked": 1, "unmarked": 1, "late": 2}
    assert lines[2].counts["midterm-2023"] == {"unmarked": 3, "late": 3}
    assert lines[0].counts["evaluation-2025"] == {"in_progress": 1, "unmarked": 2}


def test_a_plan_is_counted_only_at_milestones_of_its_own() -> None:
    assert counted().keys == ("midterm-2023", "evaluation-2025")
    assert counted().actions[-1].counts == {"evaluation-2025": {"unmarked": 1}}


def test_leads_count_the_tasks_they_lead_inherited_ones_too() -> None:
    leads = counted().leads
    assert [(line.plan_id, line.key, line.tasks) for line in leads] == [
        (1, 7, 3),
        (1, 8, 1),
        (1, None, 4),
        (2, 9, 1),
    ]
    assert leads[0].name == "市教育局"
    assert leads[0].counts["midterm-2023"] == {"done": 1, "blocked": 1, "unmarked": 1, "late": 2}


def test_in_all_roles_a_unit_with_two_of_them_counts_once() -> None:
    assert [(line.key, line.tasks) for line in counted().holders] == [(7, 3), (8, 3), (None, 4), (9, 1)]


def test_only_what_is_looked_at_is_counted() -> None:
    assert [(line.path, line.tasks) for line in counted(TASKS[2:3]).actions] == [("1.1", 1)]


def test_figures_stand_by_the_year_of_their_aim_with_the_marks_of_their_task() -> None:
    years = by_year(counted().figures)
    assert [(year, [figure.aim.indicator for figure in some]) for year, some in years] == [
        ("2025", ["培训"]),
        (None, ["比例"]),
    ]
    figure = years[0][1][0]
    assert (figure.leads, figure.marks) == ((7, 8), {"midterm-2023": Mark(Status.BLOCKED, "2023-12-01", "缺钱")})


def test_nothing_is_nothing() -> None:
    empty = overview(Progress(ViewSpec(), TODAY, (), (), (), {}, {}), {}, {}, [])
    assert (empty.actions, empty.leads, empty.keys, empty.nearest) == ((), (), (), None)
