"""A task that an edition takes apart into items below it: one difference, whatever is decided of it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.plan import ParsedPlan, Role, Status, Task
from sciplan_tui.store.database.engine import opened
from sciplan_tui.workspace.edition.import_draft import ImportResult
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import decide, pending
from sciplan_tui.workspace.journal.undoing import undo
from sciplan_tui.workspace.progress.marking import mark_tasks
from tests.store_cases import AT, assignment, changed, of, small, task, with_tasks

KEY, DAY = "甲市-2021", datetime.date(2024, 1, 8)
WORDS = ("每年举办科学家进校园宣讲活动。", "组织师生参观科普基地。", "编印科普读本发到各校。")
SAID = "责任单位：市科协"
TITLES = ("举办进校园宣讲", "组织参观科普基地", "编印科普读本")


def plan(stamp: str, whole: str, *items: Task) -> ParsedPlan:
    """The task 2.1.1 with these words, and items below it."""
    held = replace(assignment("市科协"), quote=SAID)
    own = replace(of(small(), "2.1.1"), text=whole, assignments=(held,))
    tasks = [one for old in small().tasks for one in ((own, *items) if old.path == "2.1.1" else (old,))]
    return with_tasks(small(), tasks, stamp)


def first() -> ParsedPlan:
    return plan("1", "".join(WORDS) + SAID)


def apart(stamp: str = "2", whole: str = "", *, last: str = "") -> ParsedPlan:
    held = assignment("市教育局", Role.LEAD)
    items = [
        task(f"2.1.1.{place}", title, held, text=words)
        for place, (title, words) in enumerate(zip(TITLES, WORDS, strict=True), start=1)
    ]
    return plan(stamp, whole or SAID, *items[:2], replace(items[2], text=items[2].text + last))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, first(), "raw", at=AT)
    mark_tasks(path, [3], milestone="2023", status=Status.DONE, at=AT)
    return path


def bring(database: Path, said: ParsedPlan, *, accept: bool | frozenset[int] = True) -> ImportResult:
    return import_plan(database, said, "raw", accept=accept, at=AT)


def told(result: ImportResult) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.path, one.reason) for one in result.differences]


def tasks(database: Path) -> dict[str, str]:
    with opened(database) as connection:
        return dict(connection.execute("SELECT title, text FROM task WHERE path LIKE '2.1.1%'").fetchall())


def test_it_is_told_once_and_the_task_and_its_mark_stay(database: Path) -> None:
    result = bring(database, apart())
    assert told(result) == [("split", "2.1.1", None)]
    (split,) = result.differences
    assert (split.old, split.new) == ("弘扬科学家精神进校园", " / ".join(TITLES))
    assert tasks(database) == {"弘扬科学家精神进校园": SAID, **dict(zip(TITLES, WORDS, strict=True))}
    with opened(database) as connection:
        marks = connection.execute("SELECT task_id, status FROM mark").fetchall()
        led = connection.execute(
            "SELECT COUNT(*) FROM assignment JOIN task ON task.id = task_id WHERE path LIKE '2.1.1.%'"
        )
        assert (marks, led.fetchone()) == ([(3, "done")], (3,))
    assert bring(database, apart("3", last="附有插图。")).differences[0].kind == "text_changed"


def test_the_statement_may_stand_behind_the_last_item(database: Path) -> None:
    assert told(bring(database, apart(whole="分三步走。", last=SAID))) == [("split", "2.1.1", None)]


def test_what_is_not_accepted_waits_whole_and_may_be_accepted_later(database: Path) -> None:
    before = tasks(database)
    bring(database, apart(), accept=frozenset())
    assert tasks(database) == before
    again = bring(database, apart("3", last="附有插图。"), accept=frozenset())
    assert told(again) == [("split", "2.1.1", "waiting")]
    waits = pending(database, KEY).differences
    assert [(one.kind, one.reason) for one in waits] == [("split", "waiting")]
    decide(database, KEY, accepted=[0], rejected=[], seen=waits, at=AT)
    assert tasks(database)["编印科普读本"] == WORDS[2] + "附有插图。"
    assert pending(database, KEY).differences == ()
    undo(database, at=AT)
    assert tasks(database) == before


def test_what_is_rejected_is_not_asked_about_again(database: Path) -> None:
    before = tasks(database)
    bring(database, apart(), accept=frozenset())
    waits = pending(database, KEY).differences
    decide(database, KEY, accepted=[], rejected=[0], seen=waits, at=AT)
    assert pending(database, KEY).differences == ()
    other = replace(apart("3"), issuer="甲市人民政府")
    assert told(bring(database, other)) == [("plan_changed", None, None)]
    assert tasks(database) == before


def test_units_that_go_down_to_the_items_tell_it_where_the_wording_says_less(tmp_path: Path) -> None:
    database, words = tmp_path / "sciplan.db", "每年培训科学教师100名。"
    held = replace(assignment("市科协"), quote=SAID)
    before = replace(of(small(), "2.1.1"), title="培训科学教师", text=words + SAID, assignments=(held,))
    bring(database, changed(small(), p2_1_1=before))

    def items(unit: str) -> list[Task]:
        named = replace(assignment(unit), quote=SAID)
        return [
            task(f"2.1.1.{place}", f"培训{school}教师", named, text=f"每年培训科学教师{count}名。{SAID}")
            for place, (school, count) in enumerate((("中学", 60), ("小学", 40)), start=1)
        ]

    def edition(stamp: str, unit: str) -> ParsedPlan:
        whole = replace(before, text="", assignments=())
        tasks = [one for old in small().tasks for one in ((whole, *items(unit)) if old.path == "2.1.1" else (old,))]
        return with_tasks(small(), tasks, stamp)

    dry = import_plan(database, edition("5", "市教育局"), "raw", dry_run=True, at=AT)
    assert "split" not in {one.kind for one in dry.differences}, "other units tell nothing"
    result = bring(database, edition("6", "市科协"))
    assert told(result) == [("unit_removed", "2.1.1", "removal"), ("split", "2.1.1", None)]
    assert result.differences[1].new == "培训中学教师 / 培训小学教师"


def test_new_items_that_say_something_else_are_new(database: Path) -> None:
    held = assignment("市科协")
    items = [
        task("2.1.1.1", "建设流动科技馆", replace(held, quote=SAID), text=SAID),
        task("2.1.1.2", "培训讲解员", replace(held, quote=SAID), text=SAID),
    ]
    found = {kind for kind, _, _ in told(bring(database, plan("2", "".join(WORDS), *items)))}
    assert found == {"task_added", "text_changed"}
