"""Plain task tables: the columns are found by their heads, wherever the head row stands and in either language."""

from __future__ import annotations

import pytest

from sciplan_tui.core.document import Table, TableRow
from sciplan_tui.core.parse.table.in_file.task_table import read_task_table
from sciplan_tui.core.plan import ParsedPlan, Source
from sciplan_tui.errors import ReadingError


def read(text: str) -> ParsedPlan:
    rows = tuple(
        TableRow(line, tuple(cell.strip() for cell in row.split("|")))
        for line, row in enumerate(text.strip().split("\n"), 1)
    )
    return read_task_table(Table(rows), Source("分工表.csv", "0", "csv", "utf-8"))


def units(plan: ParsedPlan, path: str) -> list[tuple[str, str]]:
    (task,) = (task for task in plan.tasks if task.path == path)
    return [(str(held.role), held.unit) for held in task.assignments]


def outline(plan: ParsedPlan) -> list[tuple[str, str | None, str]]:
    return [(task.path, task.number, task.title) for task in plan.tasks]


def test_a_table_with_a_title_row_and_chapters() -> None:
    plan = read(
        """
        附件1|||||||
        中江市科普行动方案（2021—2025年）任务分工表|||||||
        序号|章节|重点任务|牵头单位|责任单位|配合单位|指标|完成时限
        1|青少年行动|办好科技节|市教育局|市科协、市科技局等部门|/|每年10场次以上|2025年底
        2||培训教师|市教育局、市科协|||培训教师不少于200人次|2023 年6月
        3|惠农工程|科技下乡|市农业农村局|||/|
        """
    )
    assert (plan.title, plan.region, plan.period_start, plan.period_end) == (
        "中江市科普行动方案（2021—2025年）任务分工表",
        "中江市",
        2021,
        2025,
    )
    assert outline(plan) == [
        ("1", None, "青少年行动"),
        ("1.1", "1", "办好科技节"),
        ("1.2", "2", "培训教师"),
        ("2", None, "惠农工程"),
        ("2.3", "3", "科技下乡"),
    ]
    assert [str(task.kind) for task in plan.tasks] == ["action", "task", "task", "project", "task"]
    assert units(plan, "1.1") == [("lead", "市教育局"), ("responsible", "市科协"), ("responsible", "市科技局")]
    assert [task.open_list for task in plan.tasks] == [False, True, False, False, False]
    assert [task.deadline for task in plan.tasks] == [None, "2025年底", "2023年6月", None, None]
    assert [(t.path, t.value, t.unit, t.frequency, t.deadline) for t in plan.targets] == [
        ("1.1", 10, "场次", "annual", "2025-12-31"),
        ("1.2", 200, "人次", None, "2023-06-30"),
    ]
    assert [(unit.name, unit.lead, unit.responsible) for unit in plan.units][:2] == [
        ("市教育局", 2, 0),
        ("市科协", 1, 1),
    ]
    assert plan.tasks[1].line == 4


def test_rows_that_head_a_group() -> None:
    plan = read("任务|责任单位\n一、青少年行动|\n办科技节|市教育局牵头，市科协参与\n办讲座|市科协")
    assert outline(plan) == [("1", "一、", "青少年行动"), ("1.1", None, "办科技节"), ("1.2", None, "办讲座")]
    assert units(plan, "1.1") == [("lead", "市教育局"), ("support", "市科协")]
    assert [held.reason for held in plan.tasks[2].proposals] == ["first_listed"]


def test_a_number_that_stands_at_several_rows_is_one_task_in_parts() -> None:
    plan = read("序号|工作内容|牵头单位\n1|甲项|市科协\n1|乙项|市教育局\n|丙项|市科技局\n2|丁项|市科协")
    assert outline(plan) == [
        ("1", "1", "甲项"),
        ("1.1", None, "甲项"),
        ("1.2", None, "乙项"),
        ("1.3", None, "丙项"),
        ("2", "2", "丁项"),
    ]
    assert units(plan, "1") == []
    assert units(plan, "1.2") == [("lead", "市教育局")]


def test_a_column_of_leads_and_others_proposes_its_first_unit() -> None:
    plan = read("任务|牵头及责任单位|配合单位\n甲项|市科协、市教育局|市科技局\n乙项|市科协|")
    assert units(plan, "1") == [("responsible", "市科协"), ("responsible", "市教育局"), ("support", "市科技局")]
    assert [(held.unit, held.role) for held in plan.tasks[0].proposals] == [("市科协", "lead")]
    assert units(plan, "2") == [("lead", "市科协")]
    assert [problem.line for problem in plan.problems if problem.code == "role_ambiguous"] == [2]


def test_a_head_or_a_note_may_make_the_first_unit_lead() -> None:
    for text in (
        "任务|责任单位（列第一位的为牵头单位）\n甲项|市科协、市教育局",
        "任务|责任单位\n甲项|市科协、市教育局\n注：列第一位的为牵头单位|",
    ):
        assert units(read(text), "1") == [("lead", "市科协"), ("responsible", "市教育局")]


def test_heads_in_english() -> None:
    plan = read("task|lead|responsible|deadline\nScience days|市科协|市教育局|2024")
    assert outline(plan) == [("1", None, "Science days")]
    assert units(plan, "1") == [("lead", "市科协"), ("responsible", "市教育局")]
    assert plan.title == "分工表"


@pytest.mark.parametrize("covered", ["||牵头单位|配合单位|完成时限", "序号|工作任务|牵头单位|配合单位|完成时限"])
def test_of_a_head_in_two_rows_the_lower_one_says_more(covered: str) -> None:
    plan = read(
        f"附件\n序号|工作任务|责任单位||\n{covered}\n1|办好科技周|市科协|市教育局|2024年6月\n2|建基地|市科技局||"
    )
    assert outline(plan) == [("1", "1", "办好科技周"), ("2", "2", "建基地")]
    assert units(plan, "1") == [("lead", "市科协"), ("support", "市教育局")]
    assert plan.title == "分工表"


def test_the_head_repeated_after_a_page_break_is_no_task() -> None:
    plan = read("序号|任务|牵头单位\n1|甲项|市科协\n序号|任务|牵头单位\n2|乙项|市科协")
    assert [task.title for task in plan.tasks] == ["甲项", "乙项"]


def test_long_wording_keeps_its_text_and_a_row_without_a_task_is_named() -> None:
    long = "开展面向全市中小学生的科学教育活动，" * 5
    plan = read(f"序号|任务|牵头单位\n1|{long}。其余从略|市科协\n2||市教育局\n3||")
    assert len(plan.tasks[0].title) <= 60
    assert plan.tasks[0].text.startswith(long)
    assert ("row_untitled", 4) in [(problem.code, problem.line) for problem in plan.problems]


def test_a_table_has_milestones_and_is_checked_as_a_whole() -> None:
    plan = read("中江市方案（2021—2025年）|\n任务|工作要求\n督查|2023年开展中期督查\n评估|2025年开展总结评估")
    assert [milestone.key for milestone in plan.milestones] == ["midterm-2023", "evaluation-2025"]
    assert "no_unit" in [problem.code for problem in plan.problems]


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("姓名|电话|备注\n甲|乙|丙", "no_task_column", "姓名"),
        ("任务|牵头单位", "table_empty", "1"),
    ],
)
def test_a_table_that_is_no_task_table(text: str, code: str, named: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(text)
    assert caught.value.code == code
    assert named in str(caught.value)


def test_a_table_without_a_title_says_so_and_what_else_its_plan_does_not_say() -> None:
    rows = "序号|工作内容|牵头单位|责任单位\n1|办好科普日|市科协|市教育局\n"
    codes = {problem.code for problem in read(rows).problems}
    assert {"title_of_file", "no_number", "no_issuer", "no_date", "no_region", "no_period"} <= codes
    titled = {problem.code for problem in read("甲市科普方案（2021—2025年）|||\n" + rows).problems}
    assert not titled & {"title_of_file", "no_period"}


def test_headings_stand_below_headings_and_their_number_may_have_a_cell_of_its_own() -> None:
    plan = read(
        """
        序号|任务|牵头单位|责任单位
        一、海上|||
        （一）灯塔行动|||
        1|修灯塔|市海洋局|市港口局
        （二）航标行动|||
        2|立浮标|市港口局|
        二|岸上||
        （一）|渔港行动||
        3|捞泥沙|市渔业局|
        """
    )
    assert outline(plan) == [
        ("1", "一、", "海上"),
        ("1.1", "（一）", "灯塔行动"),
        ("1.1.1", "1", "修灯塔"),
        ("1.2", "（二）", "航标行动"),
        ("1.2.2", "2", "立浮标"),
        ("2", "二、", "岸上"),
        ("2.1", "（一）", "渔港行动"),
        ("2.1.3", "3", "捞泥沙"),
    ]
    assert [task.parent for task in plan.tasks if task.assignments] == ["1.1", "1.2", "2.1"]


def test_a_task_numbered_in_words_heads_none() -> None:
    plan = read(
        """
        序号|任务|牵头单位
        一|修灯塔|市海洋局
        二|立浮标|
        三|捞泥沙|市渔业局
        """
    )
    assert [(task.path, task.title) for task in plan.tasks] == [("1", "修灯塔"), ("2", "立浮标"), ("3", "捞泥沙")]


@pytest.mark.parametrize("printed", ["2024-11-30", "2024/11/30", "2024.11.30", "2024年11月30日前"])
def test_a_figure_without_a_date_is_due_with_its_row_however_that_is_printed(printed: str) -> None:
    plan = read(f"序号|任务|目标|牵头单位|完成时限\n1|修路|修路20公里|县交通局|{printed}")
    assert [target.deadline for target in plan.targets] == ["2024-11-30"]
