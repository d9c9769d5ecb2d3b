"""The tasks of a draft by action and part, where an action stands within what is counted by itself."""

from __future__ import annotations

import datetime

from sciplan_tui.core.draft.facts import Draft, DraftKind, counted
from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.plan import Kind, Status
from sciplan_tui.core.progress.actions import Node
from sciplan_tui.core.progress.counting import overview
from sciplan_tui.core.progress.facts import BoardTask, Mark, PlanMilestone, Progress
from sciplan_tui.core.view.spec import ViewSpec
from tests.statements import shares_of

NODES = [
    Node(1, 1, None, None, "1", "一部分", Kind.PART),
    Node(2, 1, 1, None, "1.1", "不在行动里的任务", Kind.TASK),
    Node(3, 1, 1, None, "1.2", "目标", Kind.GOAL),
    Node(4, 1, 3, None, "1.2.1", "行动", Kind.ACTION),
    Node(5, 1, 4, None, "1.2.1.1", "行动里的任务", Kind.TASK),
    Node(6, 1, None, None, "2", "没有上级的任务", Kind.TASK),
]
PLAN = PlanHead(1, "甲市-2021", "某方案", "甲市", 2021, 2025, names_units=True)
MIDTERM = PlanMilestone(7, 1, "midterm-2023", "midterm_review", "中期督查", "2023-12-31", presses=True)


def draft(kind: DraftKind = DraftKind.SUMMARY, title: str = "", note: str | None = None) -> Draft:
    """`title`: of all nodes, in the place of their own; `note`: of what is marked."""
    named = [node._replace(title=title or node.title) for node in NODES]
    tasks = tuple(BoardTask(n.task_id, 1, n.path, n.title) for n in named if n.kind in (Kind.TASK, Kind.ACTION))
    marks = {7: {2: Mark(Status.DONE, None, note), 5: Mark(Status.BLOCKED, None, note)}}
    progress = Progress(ViewSpec(), datetime.date(2024, 1, 8), (PLAN,), (MIDTERM,), tasks, marks, {})
    nodes = {node.task_id: node for node in named}
    return Draft(kind, PLAN, MIDTERM, "科普", overview(progress, nodes, shares_of({}), ()), nodes, "")


def test_an_action_within_is_left_out_of_what_is_counted_around_it() -> None:
    first, second = draft().parts
    told = [(action.node.path, [card.task.path for card in action.cards], action.terms) for action in first.actions]
    assert told == [
        ("1", ["1.1"], ("path:1", "-path:1.2.1")),
        ("1.2.1", ["1.2.1", "1.2.1.1"], ("path:1.2.1",)),
    ]
    assert (first.node.path, first.terms, len(first.cards)) == ("1", ("path:1",), 3)
    assert (second.node.path, [action.node.path for action in second.actions]) == ("2", ["2"])


def test_every_task_stands_under_one_action() -> None:
    made = draft()
    under = [card.task.task_id for part in made.parts for card in part.cards]
    assert sorted(under) == [2, 4, 5, 6]


def test_states_are_counted_and_the_late_among_them() -> None:
    assert counted(draft().cards) == [("done", 1), ("blocked", 1), ("unmarked", 2), ("late", 3)]


def test_queries_say_of_what_they_are() -> None:
    made = draft()
    assert made.asking("path:1", made.at("late")) == "科普 plan:甲市-2021 path:1 mark:midterm-2023=late kind:counted"
    assert made.unled is not None
    assert (made.unled.name, made.unled.terms, len(made.unled.cards)) == (None, ("no:lead",), 4)
    assert (made.led, made.units) == (False, ())
