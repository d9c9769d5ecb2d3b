"""Which task a problem is about, and its lines of the source."""

from __future__ import annotations

import pytest

from sciplan_tui.core.detail.doubt import Doubt, PlacedTask, Whereabouts, grouped, lines_of
from sciplan_tui.core.plan import Problem

TASKS = (
    PlacedTask(1, "2", 3, 20),
    PlacedTask(2, "2.1", 4, 12),
    PlacedTask(3, "2.1.1", 5, 9),
    PlacedTask(4, "2.1.2", 10, 12),
    PlacedTask(5, "3", None, None),
)


@pytest.mark.parametrize(
    ("problem", "task"),
    [
        (Problem("two_roles", 12, (("path", "2.1"),)), 2),
        (Problem("number_order", 10), 4),
        (Problem("role_ambiguous", 12), 2),
        (Problem("joined", 7), 3),
        (Problem("no_item_numbers", 15), 1),
        (Problem("title_differs", 40), None),
        (Problem("no_region"), None),
        (Problem("proposed_removal", None, (("path", "2.1.2"), ("title", "某事"))), 4),
        (Problem("conflict", None, (("path", "-"),)), None),
    ],
)
def test_it_is_the_task_named_begun_stated_or_holding_the_line(problem: Problem, task: int | None) -> None:
    assert Whereabouts(TASKS, {12: 2}).task_of(problem) == task


RAW = "一\r\n二\r\n三、做到，�好\n \n五\n六\n七\n八"


def test_the_lines_around_are_shown_and_the_words_lit() -> None:
    lines = lines_of(RAW, Problem("number_order", 3, (("number", "三、"),)))
    assert [line.number for line in lines] == [1, 2, 3, 5, 6, 7]
    assert (lines[0].text, lines[2].lit) == ("一", ((0, 2),))
    assert lines[1].lit == ()


@pytest.mark.parametrize(
    ("problem", "lit"),
    [
        (Problem("unreadable", 3, (("text", "“别处”(3)"),)), (5, 6)),
        (Problem("role_ambiguous", 3, (("text", "做到…"),)), (2, 4)),
        (Problem("role_ambiguous", 1, (("text", ""),)), None),
        (Problem("joined", 8), None),
    ],
)
def test_what_is_lit(problem: Problem, lit: tuple[int, int] | None) -> None:
    (own,) = [line for line in lines_of(RAW, problem) if line.number == problem.line]
    assert own.lit == ((lit,) if lit else ())


def test_where_nothing_is_quoted_the_statement_is_lit() -> None:
    (own,) = [line for line in lines_of(RAW, Problem("lists_open", 5), "五") if line.number == 5]
    assert own.lit == ((0, 1),)


@pytest.mark.parametrize("line", [None, 0, -1, 9, 10**9])
def test_a_line_that_is_not_there_shows_none(line: int | None) -> None:
    assert lines_of(RAW, Problem("noted", line)) == ()


def test_doubts_are_grouped_as_they_first_come() -> None:
    doubts = [Doubt(n, "甲", Problem(code)) for n, code in enumerate(("b", "a", "b"))]
    assert [(code, [one.problem_id for one in some]) for code, some in grouped(doubts).items()] == [
        ("b", [0, 2]),
        ("a", [1]),
    ]
