# ruff: noqa: E501 (a statement is shown as one line, as plans print it)
"""Task tables that were flattened into text: what they add to a plan, and what they only repeat."""

from __future__ import annotations

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.holding.held import Statements, read_statements
from sciplan_tui.core.parse.outline.headings import outline
from sciplan_tui.core.parse.table.heads import Column, read_head, read_heads
from sciplan_tui.core.plan import LISTED
from sciplan_tui.core.sentence.problem import sentence

BODY = (
    "一、任务\n（一）修灯塔\n1.刷墙。年年刷。\n（牵头单位：市海洋局；责任单位：市港口局）\n"
    "（二）清航道\n1.捞泥。天天捞。\n（牵头单位：市港口局；责任单位：市渔业局）\n附件：分工表\n港口工作任务分工表\n"
)


def _read(text: str) -> Statements:
    lines = tuple(Line(number, line, line) for number, line in enumerate(text.split("\n"), start=1))
    nodes, _ = outline(lines)
    return read_statements(nodes, lines)


def _held(read: Statements) -> dict[str, list[tuple[str, str]]]:
    return {
        path: [(held.role.value[0], held.unit) for held in holding.assignments]
        for path, holding in read.by_path.items()
    }


def test_an_annex_that_repeats_the_text_is_counted_once() -> None:
    cells = "序号\n工作内容\n牵头单位\n责任单位\n1\n重点\n修灯塔\n市海洋局\n市港口局\n2\n清航道\n市港口局\n市渔业局\n新媒体\n"
    read = _read(BODY + cells)
    assert sum(len(holding.assignments) for holding in read.by_path.values()) == 4
    assert [(p.code, dict(p.details)) for p in read.problems] == [
        ("annex_repeats", {"rows": "2", "units": "0", "titles": "0"})
    ]


def test_each_difference_between_annex_and_text_is_a_problem() -> None:
    cells = "序号\n工作内容\n牵头单位\n责任单位\n1\n实施修灯塔\n市海洋局\n市港口局\n2\n清航道\n市港口局\n市渔业局、市旅游局\n"
    problems = {p.code: dict(p.details) for p in _read(BODY + cells).problems}
    assert problems["annex_repeats"] == {"rows": "2", "units": "1", "titles": "1"}
    assert problems["annex_title_differs"] == {"row": "1", "text": "修灯塔", "table": "实施修灯塔", "path": "1.1"}
    assert problems["annex_units_differ"] == {"row": "2", "title": "清航道", "units": "+市旅游局", "path": "1.2"}


def test_a_unit_that_the_annex_has_in_another_role_is_told_with_both() -> None:
    cells = "序号\n工作内容\n牵头单位\n责任单位\n1\n修灯塔\n市港口局\n市海洋局\n2\n清航道\n市港口局\n市渔业局\n"
    (told,) = (one for one in _read(BODY + cells).problems if one.code == "annex_units_differ")
    units = ["+市港口局 lead", "+市海洋局 responsible", "-市海洋局 lead", "-市港口局 responsible"]
    assert sorted(dict(told.details)["units"].split(LISTED)) == sorted(units)
    assert "+市港口局 牵头、" in sentence(told)


def test_rows_become_tasks_where_the_text_names_nobody() -> None:
    text = "一、目标\n灯塔要亮。\n附1\n港口重点任务分解表\n序号 任务名称 任务内容 责任单位 时间节点\n"
    rows = (
        "1 修灯塔 刷墙 3 面，换灯 2 盏 市海洋局，各区 县政府 2026 年底\n— 2 —\n序号 任务名称 任务内容 责任单位 时间节点\n"
        "2 清航道 捞泥并外运 市港口局牵头，相关部门参与 持续推进\n"
    )
    read = _read(text + rows)
    assert _held(read) == {
        "2.1": [("r", "市海洋局"), ("r", "各区县政府")],
        "2.2": [("l", "市港口局"), ("s", "相关部门")],
    }
    assert [read.by_path[path].deadline for path in ("2.1", "2.2")] == ["2026年底", "持续推进"]
    assert [(node.path, node.title) for node in read.nodes if node.path.startswith("2")] == [
        ("2", "港口重点任务分解表"),
        ("2.1", "修灯塔"),
        ("2.2", "清航道"),
    ]


def test_rows_of_one_number_are_its_parts_and_offices_are_no_units() -> None:
    head = "序号\n工作事项\n主要内容\n牵头单位\n配合单位\n局内牵头处室\n局内配合处室\n"
    rows = (
        "1\n修灯塔。\n刷墙，要白。\n市海洋局\n市港口局、市渔业局\n灯塔处\n人事处\n换灯，要亮。\n各区政府\n/\n/\n/\n"
        "2\n清航道。\n捞泥。\n市港口局\n/\n航道处\n/\n"
    )
    read = _read("一、目标\n灯塔要亮。\n附件2\n港口工作任务分工表\n" + head + rows)
    assert _held(read) == {
        "2.1.1": [("l", "市海洋局"), ("s", "市港口局"), ("s", "市渔业局")],
        "2.1.2": [("l", "各区政府")],
        "2.2": [("l", "市港口局")],
    }
    assert next(held.line for held in read.by_path["2.1.2"].assignments) == 20


def test_a_text_that_names_nobody_takes_the_units_of_its_annex() -> None:
    text = "一、任务\n（一）修灯塔\n年年刷墙。\n（二）清航道\n天天捞泥。\n附件：分工表\n"
    cells = "序号\n工作内容\n牵头单位\n责任单位\n1\n修灯塔\n市海洋局\n市港口局\n2\n清航道\n市港口局\n市渔业局\n"
    assert _held(_read(text + cells)) == {
        "1.1": [("l", "市海洋局"), ("r", "市港口局")],
        "1.2": [("l", "市港口局"), ("r", "市渔业局")],
    }


def test_heads_of_units_with_other_words_and_with_persons() -> None:
    told = {head: read_head(head) for head in ("承担单位", "办理单位", "推进部门", "责任人及单位", "责任单位和责任人")}
    assert set(told.values()) == {Column.RESPONSIBLE}, told
    assert {read_head(head) for head in ("责任人", "责任处室", "分管负责人")} == {Column.OFFICE}


def test_heads_in_both_languages() -> None:
    assert [
        read_head(head)
        for head in ("序号", "章节", "任务/工作内容", "牵头单位", "责任单位", "配合单位", "指标", "期限")
    ] == [
        Column.NUMBER,
        Column.GROUP,
        Column.CONTENT,
        Column.LEAD,
        Column.RESPONSIBLE,
        Column.SUPPORT,
        Column.TARGET,
        Column.DEADLINE,
    ]
    assert read_heads(["No.", "Section", "Task", "Lead unit", "Responsible units", "Supporting units", "Deadline"]) == (
        Column.NUMBER,
        Column.GROUP,
        Column.TITLE,
        Column.LEAD,
        Column.RESPONSIBLE,
        Column.SUPPORT,
        Column.DEADLINE,
    )
    assert read_heads(["序号", "姓名", "年龄"]) is None
    assert read_heads(["序号", "任务", "牵头部门", "主责单位"]) == read_heads(["序号", "任务", "牵头单位", "责任单位"])


def test_cells_that_are_cut_short_are_in_doubt_and_no_error() -> None:
    head = "附件\n港口工作任务分工表\n序号\n工作任务\n牵头单位\n责任单位\n"
    for cells in ("1\n2\n", "1\n修灯塔\n2\n市海洋局\n市港口局\n3\n", "1\n市海洋局\n市港口局\n2\n", "修灯塔\n"):
        assert _read("一、目标\n灯塔要亮。\n" + head + cells).problems, cells


def test_bars_behind_the_cells_part_them_and_heads_may_be_spaced() -> None:
    above = "一、目标\n灯塔要亮。\n附件\n港口任务分工表\n"
    for rows in (
        "序号 | 工 作 任 务 | 牵头部门 | 参与部门 |\n1 | 修灯塔 | 市海洋局 | 市港口局、市渔业局 |\n2 | 清航道 | 市港口局 | |\n",
        "序号 |\n工作任务 |\n牵头部门 |\n参与部门 |\n1 |\n修灯塔 |\n市海洋局 |\n市港口局、市渔业局 |\n2 | 清航道 | 市港口局 | / |\n",
    ):
        held = _held(_read(above + rows))
        assert held == {"2.1": [("l", "市海洋局"), ("s", "市港口局"), ("s", "市渔业局")], "2.2": [("l", "市港口局")]}
    spaced = "序号 工 作 任 务 牵头负责部门\n1 修灯塔 市海洋局\n2 清航道 市港口局\n"
    assert _held(_read(above + spaced)) == {"2.1": [("l", "市海洋局")], "2.2": [("l", "市港口局")]}


def test_a_second_table_with_a_long_head_and_marked_numbers_is_a_table_of_its_own() -> None:
    first = (
        "序号\n工作任务\n责任单位\n（一）海上\n1\n修好灯塔，刷白墙面。\n市海洋局\n2\n清理航道，捞尽泥沙。\n市港口局\n"
    )
    second = (
        "二、陆上的工作\n序号\n工作任务（本市有2项牵头工作、19项配合工作要做）\n责任单位\n"
        "1*\n护好渔港，加固堤岸。\n市渔业局\n2\n拓宽道路，栽种行道树。\n市交通局\n"
    )
    read = _read(BODY + first + second)
    added = {
        node.title: [held.unit for held in read.by_path[node.path].assignments]
        for node in read.nodes
        if node.number in ("1", "1*", "2") and node.path in read.by_path
    }
    assert added["护好渔港，加固堤岸"] == ["市渔业局"]
    assert added["拓宽道路，栽种行道树"] == ["市交通局"]
    assert added["清理航道，捞尽泥沙"] == ["市港口局"]


def test_a_head_that_comes_again_is_no_other_table() -> None:
    head = "序号\n工作任务\n牵头\n单位\n"
    rows = "1\n修好灯塔，刷白墙面。\n市海洋局\n" + head + "2\n清理航道，捞尽泥沙。\n市港口局\n"
    read = _read("一、目标\n灯塔要亮。\n附件\n" + head + rows)
    assert _held(read) == {"2.1": [("l", "市海洋局")], "2.2": [("l", "市港口局")]}
