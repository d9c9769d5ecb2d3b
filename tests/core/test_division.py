from __future__ import annotations

import pytest

from sciplan_tui.core.division import Task, division
from sciplan_tui.core.sheet import Code, Names


def task(
    path: str, kind: str, lead: str = "", responsible: str = "", *, inherited: bool = False, **more: object
) -> Task:
    names = {role: Names(tuple(said.split())) for role, said in (("lead", lead), ("responsible", responsible))}
    facts = {"task": path, "plan": "甲市-2021", "path": path, "number": f"{path} ", "title": f"任务{path}"}
    return {
        **facts, **names, "support": Names(()), "kind": Code("kind", kind), "inherited": inherited, "open_list": False,
        **more,
    }  # type: ignore[dict-item]  # fmt: skip


PLAN = [
    task("1", "goal"),
    task("2", "part"),
    task("2.1", "action", "教育局", "科协 团委", open_list=True),
    task("2.1.1", "task", "教育局", "科协 团委", inherited=True),
    task("2.1.2", "task", "科协"),
    task("2.1.3", "task", "教育局", "科协 团委", inherited=True),
    task("2.2", "task_group"),
    task("2.2.1", "task"),
    task("3", "part"),
    task("3.1", "safeguard"),
]


def test_a_holder_is_one_row_with_the_titles_that_inherit_under_its_headings() -> None:
    made = division(PLAN)
    assert [column.key for column in made.columns] == ["place", "content", "lead", "responsible"]
    assert [row[:2] for row in made.rows] == [
        (None, "2 任务2"),
        (1, "2.1 任务2.1\n2.1.1 任务2.1.1\n2.1.3 任务2.1.3"),
        (2, "2.1.2 任务2.1.2"),
        (None, "2.2 任务2.2"),
        (3, "2.2.1 任务2.2.1"),
    ]
    assert made.headings == {0, 3}
    assert made.rows[1][2:] == (Names(("教育局",)), Names(("科协", "团委"), more=True))
    assert made.rows[4][2:] == (None, None)


def test_a_number_is_parted_from_the_title_however_it_is_printed() -> None:
    printed = {
        "12": "12.村级清单",
        "1.2": "1.2.村级清单",
        "12.": "12.村级清单",
        "（一）": "（一）村级清单",
        "十": "十、村级清单",
    }
    for number, told in {**printed, "第3号": "第3号、村级清单", None: "村级清单"}.items():
        assert division([task("1", "task", number=number, title="村级清单")]).rows[0][1] == told


def test_what_inherits_from_a_row_that_is_not_there_has_its_own() -> None:
    made = division(PLAN[3:4])
    assert made.rows == ((1, "2.1.1 任务2.1.1", Names(("教育局",)), Names(("科协", "团委"))),)


def test_context_only_heads() -> None:
    made = division(PLAN, frozenset({"2", "2.1"}))
    assert [row[1] for row in made.rows][:3] == ["2 任务2", "2.1 任务2.1", "2.1.1 任务2.1.1"]
    assert made.headings == {0, 1, 5}


def test_several_plans_stand_under_their_names_and_support_has_a_column_where_there_is_any() -> None:
    other = task("2.1", "action", plan="乙县-2022", support=Names(("财政局",)), task="x")
    made = division([*PLAN, other])
    assert [row[1] for row in made.rows if row[0] is None] == ["甲市-2021", "2 任务2", "2.2 任务2.2", "乙县-2022"]
    assert [column.key for column in made.columns][-1] == "support"
    assert made.rows[-1] == (1, "2.1 任务2.1", None, None, Names(("财政局",)))


@pytest.mark.parametrize("kind", ["goal", "part", "principle", "safeguard", "preface"])
def test_what_is_no_work_and_heads_none_is_left_out(kind: str) -> None:
    assert division([task("1", kind)]).rows == ()
    assert len(division([task("1", kind, "科协")]).rows) == 1
