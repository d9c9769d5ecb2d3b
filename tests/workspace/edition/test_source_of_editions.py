"""A task is shown with the lines of the edition that said it last, never with what stands there in a newer one."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.cli.detail_page import detail_page
from sciplan_tui.core.detail.task import TaskDetail
from sciplan_tui.core.plan import ParsedPlan, Problem, Role
from sciplan_tui.tui.widgets.text.task_text import task_text
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import decide, pending
from sciplan_tui.workspace.problem.doubts import doubts
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, assignment, changed, of, small

TODAY = datetime.date(2023, 7, 1)
FIRST = "\n".join(f"旧{number}" for number in range(1, 30))
SECOND = "\n".join(f"新{number}" for number in range(1, 30))


def first() -> ParsedPlan:
    """One task states its units on line 15; one inherits those of line 9; and each has lines of its own."""
    plan = small()
    states = replace(of(plan, "2.1.2"), line=14, line_end=15)
    duties = tuple(replace(one, line=15, quote="旧15") for one in states.assignments)
    inherits = replace(of(plan, "2.1.1"), line=11, line_end=12)
    tasks = {"p2_1_2": replace(states, assignments=duties), "p2_1_1": inherits}
    above = replace(of(plan, "2.1"), assignments=(replace(assignment("市教育局", Role.LEAD), quote=None),))
    return changed(plan, "1", **tasks, p2_1=above)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second edition says neither of both tasks, and has a problem on the lines that they stood on."""
    path = tmp_path_factory.mktemp("editions") / "sciplan.db"
    import_plan(path, first(), FIRST, at=AT)
    newer = replace(changed(first(), "2", p2_1_1=None, p2_1_2=None), problems=(Problem("odd_number", 14),))
    import_plan(path, newer, SECOND, accept=True, at=AT)
    return path


def shown(database: Path, path: str) -> TaskDetail:
    with View.open(database, TODAY) as view:
        (found,), _ = view.named(path, path, None)
        return view.task(found[0])


def test_a_task_that_the_newest_edition_does_not_say_shows_the_lines_of_the_one_that_did(database: Path) -> None:
    task = shown(database, "2.1.2")
    assert task.edition == 1
    assert [(line.text, line.edition) for line in task.lines] == [(f"旧{n}", 1) for n in (13, 14, 15, 16)]
    assert [line.text for line in task.lines if line.lit] == ["旧15"]


def test_a_figure_keeps_the_sentence_that_it_was_read_from_until_another_is_accepted(tmp_path: Path) -> None:
    path, plan = tmp_path / "sciplan.db", small()
    said = plan.targets[0]

    def edition(number: int, value: int) -> ParsedPlan:
        words = replace(said, value=float(value), line=10 + number, quote=f"每年培训{value}人次")
        return replace(changed(plan, str(number)), targets=(words,))

    def raw(number: int, value: int) -> str:
        return "\n" * (9 + number) + f"每年培训{value}人次"

    import_plan(path, edition(1, 200), raw(1, 200), at=AT)
    import_plan(path, edition(2, 300), raw(2, 300), accept=frozenset(), at=AT)
    task = shown(path, "2.2.1")
    assert [(one.value, one.line, one.quote, edition) for one, _, edition in task.figures] == [
        (200.0, 11, "每年培训200人次", 1)
    ]
    assert [(line.number, line.edition) for line in task.lines if line.lit and line.edition] == [(11, 1)]
    assert "第 1 版第 11 行" in task_text(task, 80).plain
    seen = pending(path, "甲市-2021").differences
    decide(path, "甲市-2021", accepted=[0], rejected=[], seen=seen, at=AT)
    assert [(one.value, one.line, edition) for one, _, edition in shown(path, "2.2.1").figures] == [(300.0, 12, None)]


def test_where_only_its_line_changes_a_figure_follows(tmp_path: Path) -> None:
    path, plan = tmp_path / "sciplan.db", small()
    import_plan(path, plan, "raw", at=AT)
    moved = replace(changed(plan, "2"), targets=(replace(plan.targets[0], line=21),))
    import_plan(path, moved, "raw2", accept=frozenset(), at=AT)
    assert [one.line for one in shown(path, "2.2.1").targets] == [21]


def test_problems_of_another_edition_are_not_its_own(database: Path) -> None:
    assert shown(database, "2.1.2").problems == ()


def test_a_problem_is_not_laid_to_a_task_by_the_lines_of_another_edition(database: Path) -> None:
    named = {one.problem.code: one.path for one in doubts(database, today=TODAY) if one.problem.line is not None}
    assert named == {"odd_number": None}


def test_what_it_inherits_is_shown_from_the_edition_that_says_that(database: Path) -> None:
    lines = shown(database, "2.1.1").lines
    assert [(line.text, line.edition) for line in lines if not line.lit] == [(f"旧{n}", 1) for n in (10, 11, 12, 13)]
    assert [(line.text, line.edition) for line in lines if line.lit] == [("新9", None)]


def test_a_task_that_stays_shows_the_newest_edition(database: Path) -> None:
    task = shown(database, "2.2")
    assert task.edition is None
    assert all(line.text.startswith("新") and line.edition is None for line in task.lines)


def test_the_pages_name_the_edition(database: Path) -> None:
    gone, stays = shown(database, "2.1.1"), shown(database, "2.2")
    page = "\n".join(detail_page(gone))
    assert page.index("源（第 1 版）：") < page.index("旧10") < page.index("源（最新一版）：") < page.index(">>新9<<")
    assert "版）" not in "\n".join(detail_page(stays))
    assert "源 第 15 行（第 1 版）" in task_text(shown(database, "2.1.2"), 80).plain
    assert "行号是第 1 版的" in task_text(gone, 80).plain
    assert "版" not in task_text(stays, 80).plain.partition("源")[2]


def test_nothing_is_lit_on_a_blank_line(tmp_path: Path) -> None:
    path = tmp_path / "sciplan.db"
    import_plan(path, first(), "\n" * 30, at=AT)
    assert not any(line.lit for line in shown(path, "2.1.2").lines)


def test_a_unit_that_the_newest_edition_drops_is_shown_with_the_sentence_of_the_one_that_named_it(
    tmp_path: Path,
) -> None:
    def edition(stamp: str, *units: str) -> ParsedPlan:
        said = f"责任单位：{'、'.join(units)}"
        held = tuple(replace(assignment(unit, order=at), line=9, quote=said) for at, unit in enumerate(units, start=1))
        return changed(small(), stamp, p2_1=replace(of(small(), "2.1"), line=8, line_end=9, assignments=held))

    path = tmp_path / "sciplan.db"
    for stamp, units in (("1", ("市教育局", "团市委")), ("2", ("市教育局",)), ("3", ("市教育局", "市科协"))):
        raw = "\n".join(f"第{stamp}版{n}" if n != 9 else f"责任单位：{'、'.join(units)}。" for n in range(1, 30))
        import_plan(path, edition(stamp, *units), raw, accept=True, at=AT)
    lit = [(line.edition, line.text[slice(*line.lit[0])]) for line in shown(path, "2.1").lines if line.lit]
    assert lit == [(None, "责任单位：市教育局、市科协"), (1, "责任单位：市教育局、团市委")]
    below = [(line.edition, line.text) for line in shown(path, "2.1.1").lines if line.lit]
    assert below == [(None, "责任单位：市教育局、市科协。"), (1, "责任单位：市教育局、团市委。")]
    page = "\n".join(detail_page(shown(path, "2.1")))
    assert page.index("最新一版") < page.index("（第 1 版）") < page.index(">>责任单位：市教育局、团市委<<")
