"""Layouts that parts of a country print: indicators by field, cells broken over lines, headings without cells."""

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan


def read(*lines: str) -> ParsedPlan:
    return parse(readers.read("x.txt", "\n".join(lines).encode()), str)


def held(plan: ParsedPlan) -> list[tuple[str, list[str]]]:
    return [(task.title, [one.unit for one in task.assignments]) for task in plan.tasks if task.assignments]


def test_the_indicator_is_the_task_of_a_table_by_fields() -> None:
    rows = "1\t科普\t科学素质比例\t15%\t市科协", "2\t科普\t场馆数\t10个\t市教育局"
    for before in ((), ("临川市实施方案", "一、总体要求", "稳步推进。", "附件", "任务分工表")):
        plan = read(*before, "序号\t领域\t指标\t目标值\t责任单位", *rows)
        assert held(plan) == [("科学素质比例", ["市科协"]), ("场馆数", ["市教育局"])]


def test_a_data_set_is_the_task_that_is_to_be_gathered() -> None:
    rows = "1\t科普\t场馆数据\t归集\t市科协", "2\t教育\t教师数据\t归集\t市教育局"
    plan = read("临川市数据表", "序号\t领域\t数据集\t归集要求\t责 任 单 位", *rows)
    assert held(plan) == [("场馆数据", ["市科协"]), ("教师数据", ["市教育局"])]


def test_a_line_without_tabs_heads_the_rows_below_it() -> None:
    head, first, second = (
        "序号\t工作任务\t牵头单位\t责任单位",
        "1\t制作展品\t市科协\t市财政局",
        "2\t建馆\t市科协\t市财政局",
    )
    for groups in (("一、提升行动", "二、重点工程"), ("提升行动", "重点工程")):
        plan = read("临川市实施方案", "一、总体要求", "稳步推进。", "附件", head, groups[0], first, groups[1], second)
        assert held(plan) == [("制作展品", ["市科协", "市财政局"]), ("建馆", ["市科协", "市财政局"])]
        assert [task.title for task in plan.tasks if not task.assignments][-2:] == ["提升行动", "重点工程"]


def test_a_wrapped_task_with_nothing_beside_it_but_its_units_is_whole() -> None:
    rows = "1 建设科技馆 市科协", "2 办好面向中小学的科普", "节，每年一次 市教育局", "3 培训教师 市教育局"
    plan = read("附件", "临川市任务表", "序号 任务 牵头", "部门", *rows)
    assert [title for title, _ in held(plan)] == ["建设科技馆", "办好面向中小学的科普节，每年一次", "培训教师"]


def test_a_figure_cut_by_the_edge_of_the_page_ends_no_table() -> None:
    head = "序号 任务名称 任务内容 责任单位 时间节点"
    rows = (
        *("1 建设科技馆 新建一座面向全市的科技馆，配齐 市教育局 2", "026 年底"),
        *("2 办好科普节 每年办好科普节，面向学校，办好展览", "12 个以上 市科协 2026 年底"),
        *("3 培训教师 把全市的科学教师都培训一遍 市教育局，各区县政府", "2027 年底"),
        "4 编印读本 编印科普读本 市科协 2027 年底",
    )
    plan = read("附件", "临川市任务表", head, *rows, "2026 年 3 月 1 日")
    assert [title for title, _ in held(plan)] == ["建设科技馆", "办好科普节", "培训教师", "编印读本"]
    assert [task.deadline for task in plan.tasks if task.assignments] == [
        "2026年底",
        "2026年底",
        "2027年底",
        "2027年底",
    ]


def test_names_broken_within_are_whole_and_the_last_row_is_not_lost() -> None:
    head = "序号", "项目", "建设内容", "2024年目标", "2025年目标", "牵头单位"
    first = "1", "科普节", "举办科普节，", "面向学校", "1次", "2次", "市教育体", "育局"
    last = "2", "科学教师", "培训", "培训科学", "教师", "100人", "200人", "市科学技", "术协会"
    plan = read("临川市科普项目表", *head, *first, *last)
    assert held(plan) == [("科普节", ["市教育体育局"]), ("科学教师培训", ["市科学技术协会"])]
