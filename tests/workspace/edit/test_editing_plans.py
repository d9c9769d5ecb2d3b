"""Plans by hand: begun without a file, filled, found, exported; what one says about itself, and which files are its."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.plan import Kind, MilestoneKind, Role
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import RefusedError
from sciplan_tui.workspace.doctor import examine
from sciplan_tui.workspace.edit.correcting_duties import add_assignment
from sciplan_tui.workspace.edit.milestones import add_milestone
from sciplan_tui.workspace.edit.plans import add_plan, set_plan
from sciplan_tui.workspace.edit.tasks import add_task
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.export import exporting
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.view.viewing import View
from tests.store_cases import AT, plan, small, task
from tests.workspace.stored import TODAY, ask, found, state, task_id

FACTS = 'SELECT "key", title, region, period_start, period_end, document_number, issuer, issued_on FROM plan'
GIVEN = {"title": "乙市科普工作方案（2024—2026年）", "region": "乙市", "period": "2024-2026"}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


def facts(database: Path) -> list[object]:
    return ask(database, FACTS)


def test_a_plan_is_begun_in_an_empty_folder_and_filled(tmp_path: Path) -> None:
    database = tmp_path / "new.db"
    told = sentence(add_plan(database, {**GIVEN, "document_number": "乙政发〔2024〕1号"}, "重点任务", at=AT))
    assert told == "新建方案 乙市科普工作方案（2024—2026年），首个部分 重点任务（乙市-2024）"
    assert facts(database) == [("乙市-2024", GIVEN["title"], "乙市", 2024, 2026, "乙政发〔2024〕1号", None, None)]
    add_task(database, 1, "科普进社区行动", below=True, kind=Kind.ACTION, at=AT)
    add_assignment(database, task_id(database, "1.1"), "市科协", Role.LEAD, at=AT)
    add_milestone(database, plan="乙市", kind=MilestoneKind.MIDTERM_REVIEW, date="2025", at=AT)
    assert found(database, "lead:科协") == {"1.1"}
    with View.open(database, TODAY) as view:
        assert view.task(task_id(database, "1.1")).units[0].name == "市科协"
    assert not [one for one in examine(database) if one.level == "broken"]


def test_taken_back_exactly(database: Path) -> None:
    before = state(database), facts(database)
    add_plan(database, GIVEN, "重点任务", at=AT)
    after = state(database), facts(database)
    undo(database, at=AT)
    assert (state(database), facts(database)) == before
    redo(database, at=AT)
    assert (state(database), facts(database)) == after
    set_plan(database, "乙市", {"issuer": "乙市人民政府", "period": "2024-2027"}, at=AT)
    undo(database, at=AT)
    assert (state(database), facts(database)) == after


def test_its_file_comes_later_and_what_was_added_stays(tmp_path: Path) -> None:
    database = tmp_path / "new.db"
    add_plan(database, {"title": small().title, "region": "甲市", "period": "2021-2025"}, "重点任务", at=AT)
    add_task(database, 1, "青少年科学素质提升行动", below=True, kind=Kind.ACTION, at=AT)
    add_task(database, 1, "老年人行动", below=True, kind=Kind.ACTION, at=AT)
    done = import_plan(database, small(), "raw", accept=True, at=AT)
    assert done.plan_key == "甲市-2021"
    paths = dict(ask(database, "SELECT title, path FROM task"))
    assert len(paths) == 7
    assert paths["青少年科学素质提升行动"] == "2.1"
    assert import_plan(database, small(stamp="2"), "raw", accept=True, at=AT).differences == ()


def test_what_a_person_says_of_a_plan_is_kept_and_its_editions_still_find_it(database: Path) -> None:
    given = {
        "title": "甲市科学素质方案",
        "region": "甲县",
        "period": "2021-2026",
        "document_number": "甲政办〔2021〕9号",
    }
    told = sentence(set_plan(database, None, given, at=AT))
    assert "地区 甲市 改为 甲县" in told
    assert "年份 2021-2025 改为 2021-2026" in told
    assert "文号 - 改为 甲政办〔2021〕9号" in told
    kept = facts(database)
    done = import_plan(database, small(stamp="2"), "raw 2", accept=True, at=AT)
    assert (done.status, done.plan_key, done.differences) == ("edition", "甲市-2021", ())
    assert facts(database) == kept
    as_now = replace(small(stamp="3"), title="甲市科学素质方案", region="甲县", period_end=2026)
    done = import_plan(database, as_now, "raw 3", accept=True, at=AT)
    assert (done.status, done.plan_key) == ("edition", "甲市-2021")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"title": " "}, "plan_title_empty"),
        ({"title": "长" * 201}, "too_long"),
        ({"period": "2025-2021"}, "no_period"),
        ({"period": "十四五"}, "no_period"),
        ({"issued_on": "2021-02-30"}, "not_a_day"),
        ({"region": "乙市", "title": "乙市全民科学素质行动规划纲要实施方案"}, "plan_there"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(database: Path, given: dict[str, str], code: str) -> None:
    import_plan(database, plan(task("1", "任务"), region="乙市"), "raw", at=AT)
    before = facts(database)
    with pytest.raises(RefusedError) as refused:
        set_plan(database, "甲市", given, at=AT)
    assert refused.value.code == code
    assert "{" not in str(refused.value)
    assert facts(database) == before


def test_a_plan_that_is_there_is_not_begun_again(database: Path, tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        add_plan(database, {"title": small().title, "region": "甲市", "period": "2021-2025"}, "重点任务", at=AT)
    assert refused.value.code == "plan_there"
    empty = tmp_path / "never.db"
    with pytest.raises(RefusedError):
        add_plan(empty, GIVEN, "  ", at=AT)
    assert not empty.exists()


def test_it_is_exported_and_read_back(tmp_path: Path) -> None:
    database, out = tmp_path / "new.db", tmp_path / "plan.json"
    add_plan(database, GIVEN, "重点任务", at=AT)
    exporting.export(database, "plan", ViewSpec(), out=out, today=datetime.date(2024, 1, 1))
    assert "重点任务" in out.read_text(encoding="utf-8")
