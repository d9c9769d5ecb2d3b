"""Plans of text and tables: rows become tasks, repeated statements are held against the text, pages are joined."""

from collections.abc import Sequence

from sciplan_tui.core.document import Block, Document, Paragraph, Table, TableRow
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Role, Source, Task

HEAD = ["序号", "工作任务", "主要内容", "牵头单位", "责任单位"]
Grid = list[list[str]]


def read(*found: str | Grid | tuple[int, Grid]) -> ParsedPlan:
    blocks: list[Block] = []
    lines = 0
    for one in found:
        page, one = one if isinstance(one, tuple) else (None, one)
        if isinstance(one, str):
            lines += 1
            blocks.append(Paragraph(lines, one, page))
            continue
        blocks.append(Table(tuple(TableRow(lines + i, tuple(row), page) for i, row in enumerate(one, start=1))))
        lines += len(one)
    raw = "\n".join(block.text if isinstance(block, Paragraph) else "" for block in blocks)
    return parse(Document(Source("x.docx", "0", "docx", None), tuple(blocks), raw), lambda text: text)


def held(task: Task) -> dict[Role, list[str]]:
    return {role: [a.unit for a in task.assignments if a.role is role] for role in Role if task.assignments}


def tasks(plan: ParsedPlan) -> list[tuple[str, str, Sequence[str]]]:
    return [(task.path, task.title, [a.unit for a in task.assignments]) for task in plan.tasks]


def test_the_rows_of_an_annex_are_tasks_below_its_title() -> None:
    plan = read(
        *(
            "某某市全民科学素质行动规划纲要实施方案",
            "一、总体要求",
            "到2025年，比例达到15%。",
            "二、保障措施",
            "加强领导。",
        ),
        [
            ["附件\n某某市科学素质工作任务分工表", "", "", "", ""],
            HEAD,
            ["1", "办好科普活动周", "每年办一次。", "市科协", "市教育局、市科技局"],
            ["2", "建设科普基地", "建成十家。", "市科技局", "/"],
        ],
    )
    assert tasks(plan)[-3:] == [
        ("3", "某某市科学素质工作任务分工表", []),
        ("3.1", "办好科普活动周", ["市科协", "市教育局", "市科技局"]),
        ("3.2", "建设科普基地", ["市科技局"]),
    ]
    assert plan.tasks[-1].line == 9


def test_an_annex_that_repeats_the_text_is_counted_once() -> None:
    plan = read(
        *("某某市实施方案", "一、重点任务", "（一）办好科普活动周。每年一次。（牵头单位：市科协；责任单位：市教育局）"),
        "（二）建设科普基地。建成十家。（牵头单位：市科技局；责任单位：市财政局）",
        [HEAD, ["1", "办好科普活动周", "", "市科协", "市教育局"], ["2", "建设科普基地", "", "市科技局", "市科协"]],
    )
    assert [path for path, _, units in tasks(plan) if units] == ["1.1", "1.2"]
    assert {"annex_repeats", "annex_units_differ"} <= {problem.code for problem in plan.problems}


ROW = ["1", "办好科普活动周", "每年办一次。", "市科协", "市教育局"]


def test_a_table_goes_on_over_pages_with_its_head_or_without() -> None:
    for top in ([HEAD], []):
        plan = read("某某市实施方案", (1, [HEAD, ROW]), (2, [*top, ["2", "建设基地", "建成十家。", "市科技局", "/"]]))
        assert [(title, units) for _, title, units in tasks(plan)] == [
            ("办好科普活动周", ["市科协", "市教育局"]),
            ("建设基地", ["市科技局"]),
        ]


def test_a_row_that_a_page_has_cut_is_one() -> None:
    rest = ["", "", "办一次，深入乡村。", "", "科技局"]
    first = ["1", "办好科普活动周", "每年", "市科协", "市教育局、市"]
    plan = read("某某市实施方案", (1, [HEAD, first]), (2, [HEAD, rest, ["2", "建设基地", "建成。", "市科技局", ""]]))
    assert [units for _, _, units in tasks(plan)] == [["市科协", "市教育局", "市科技局"], ["市科技局"]]


def test_a_name_that_a_page_has_cut_is_one() -> None:
    first = ["1", "办好科普活动周", "办好。", "市科协", "市教育局、各区人"]
    plan = read("某某市实施方案", (1, [HEAD, first]), (2, [["", "", "", "", "民政府"]]))
    assert [units for _, _, units in tasks(plan)] == [["市科协", "市教育局", "各区人民政府"]]


def test_a_table_goes_on_behind_a_page_that_holds_the_rest_of_a_row_alone() -> None:
    first = ["1", "办好科普活动周", "每年", "市科协", "市教育局、市"]
    rest = ["", "", "办一次，深入乡村。", "", "科技局"]
    plan = read("某某市实施方案", (1, [HEAD, first]), (2, [rest]), (3, [["2", "建设基地", "建成。", "市科技局", ""]]))
    assert [units for _, _, units in tasks(plan)] == [["市科协", "市教育局", "市科技局"], ["市科技局"]]


def test_a_table_without_rows_does_no_harm() -> None:
    for rows in ([], [["1", "", "", "", ""]], [["", "", "", "", ""]]):
        plan = read("某某市实施方案", "一、重点任务", "（一）办好活动周。（牵头单位：市科协）", [HEAD, *rows])
        assert [units for _, _, units in tasks(plan) if units] == [["市科协"]]


def test_the_title_of_a_plan_that_is_a_table_may_stand_above_it() -> None:
    plan = read("附件", "某某市2024年科普工作任务分解表", [HEAD, ROW])
    assert (plan.title, plan.region, plan.period_start) == ("某某市2024年科普工作任务分解表", "某某市", 2024)


def test_a_row_without_a_name_is_a_further_one_of_the_task_above() -> None:
    plan = read(
        *("某某市实施方案", "一、总体要求", "稳步推进。"),
        [HEAD, ROW, ["", "", "进社区。", "市民政局", ""], ["2", "建设基地", "建成。", "市科技局", ""]],
    )
    assert [(path, units) for path, _, units in tasks(plan) if units] == [
        ("2.1.1", ["市科协", "市教育局"]),
        ("2.1.2", ["市民政局"]),
        ("2.2", ["市科技局"]),
    ]


def test_a_table_of_data_is_hidden_from_the_outline_and_a_frame_is_text() -> None:
    plan = read(
        *("某某市实施方案", "一、主要目标", "（一）提高素质。"),
        [["序号", "指标", "2020年", "2025年"], ["1", "科学素质比例", "10%", "15%"], ["2", "基地", "5家", "10家"]],
        [["二、重点任务"], ["（一）办好活动周。每年一次。（责任单位：市科协）"]],
        "（二）建设基地。（责任单位：市科技局）",
    )
    assert tasks(plan) == [
        ("1", "主要目标", []),
        ("1.1", "提高素质", []),
        ("2", "重点任务", []),
        ("2.1", "办好活动周", ["市科协"]),
        ("2.2", "建设基地", ["市科技局"]),
    ]


def test_one_head_over_two_columns_groups_the_tasks() -> None:
    head = ["序号", "工作内容", "工作内容", "牵头单位", "责任单位"]
    plan = read(
        *("某某市实施方案", "一、总体要求", "稳步推进。"),
        [head, ["1", "提升行动", "青少年行动", "市教育局", "市科协"], ["2", "提升行动", "农民行动", "市科协", ""]],
    )
    assert [title for _, title, units in tasks(plan) if units] == ["青少年行动", "农民行动"]


def test_a_cell_in_two_heads_is_read_by_the_lower_one() -> None:
    plan = read(
        *("某某市实施方案", "一、总体要求", "稳步推进。"),
        [
            ["序号", "工作任务", "责任分工", "责任分工"],
            ["序号", "工作任务", "牵头单位", "配合单位"],
            ["1", "办好活动周", "市科协", "市教育局"],
        ],
    )
    assert held(plan.tasks[-1]) == {Role.LEAD: ["市科协"], Role.RESPONSIBLE: [], Role.SUPPORT: ["市教育局"]}


def test_headings_of_rows_stand_below_each_other() -> None:
    head, over = ["序号", "工作任务", "牵头单位"], ["一、灯塔", "", ""]
    rows = [
        ["（一）", "刷墙", ""],
        ["1", "刷白墙面", "市海洋局"],
        ["（二）换灯", "", ""],
        ["2", "换亮灯泡", "市港口局"],
    ]
    below = [["二", "航道", ""], ["3", "捞泥沙", "市渔业局"], ["三", "其他", ""]]
    plan = read("一、总体要求", "灯塔要亮。", "附件：任务分解表", [head, over, *rows, *below])
    assert tasks(plan)[1:] == [
        ("2", "附件：任务分解表", []),
        ("2.1", "灯塔", []),
        ("2.1.1", "刷墙", []),
        ("2.1.1.1", "刷白墙面", ["市海洋局"]),
        ("2.1.2", "换灯", []),
        ("2.1.2.1", "换亮灯泡", ["市港口局"]),
        ("2.2", "航道", []),
        ("2.2.1", "捞泥沙", ["市渔业局"]),
    ]
    assert [problem.line for problem in plan.problems if problem.code == "row_untitled"] == [12]
