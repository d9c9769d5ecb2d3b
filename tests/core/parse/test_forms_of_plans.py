# ruff: noqa: E501 (a statement is shown as one line, as plans print it)
"""The many forms in which plans write their headings, their units and their tables: each with a short text of our own."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan

HEAD = "海州市灯塔建设方案（2021—2025年）\n一、任务\n"
ANNEX = HEAD + "（一）看门。天天看。\n附件\n灯塔任务分解表\n"
LIGHT = "灯塔照亮海面，历来受到全市人民的爱护。" * 18


def _plan(text: str) -> ParsedPlan:
    return parse(readers.read("a.txt", text.encode()), lambda words: words)


def _held(text: str) -> dict[str, str]:
    """For each task its units, each with the first letter of its role."""
    return {
        task.title: " ".join(f"{held.role.value[0]}:{held.unit}" for held in task.assignments)
        for task in _plan(text).tasks
        if task.assignments
    }


STATEMENTS = {
    "verbs_win_over_the_label": (
        "（一）刷墙。年年刷。（责任单位：市海洋局牵头，市港口局、市渔业局配合）",
        {"刷墙": "l:市海洋局 s:市港口局 s:市渔业局"},
    ),
    "last_group_follows_the_label": (
        "（一）点灯。天天点。（责任单位：市港口局牵头，市渔业局、市海洋局）",
        {"点灯": "l:市港口局 r:市渔业局 r:市海洋局"},
    ),
    "several_lead_each": ("（一）点灯。天天点。（市港口局、市渔业局分别牵头负责）", {"点灯": "l:市港口局 l:市渔业局"}),
    "together_with": (
        "（一）刷墙。年年刷。（市海洋局会同市港口局、市渔业局负责）",
        {"刷墙": "r:市海洋局 r:市港口局 r:市渔业局"},
    ),
    "together_with_those_concerned": ("（一）点灯。天天点。（市港口局会同有关部门负责）", {"点灯": "r:市港口局"}),
    "persons_are_no_units": (
        "（一）刷墙。年年刷。（责任领导：李某某；牵头单位：市海洋局；责任人：王某某）",
        {"刷墙": "l:市海洋局"},
    ),
    "closes_a_group": (
        "（一）修灯塔\n1.刷墙。年年刷。\n2.换灯。换新灯。\n工作分工:市海洋局、市港口局牵头,市渔业局参与。\n（二）清航道\n3.捞泥。天天捞。",
        {"修灯塔": "l:市海洋局 l:市港口局 s:市渔业局"},
    ),
    "in_the_middle_of_a_sentence": (
        "（一）修灯塔。每年刷墙5次（责任单位：市海洋局、市港口局），换灯3盏，点灯不断。",
        {"修灯塔": "r:市海洋局 r:市港口局"},
    ),
    "first_second_third_are_no_nodes": (
        "（一）修灯塔。一是刷墙；二是换灯；三是点灯。（市海洋局负责）\n（二）清航道。天天清。（市港口局负责）",
        {"修灯塔": "r:市海洋局", "清航道": "r:市港口局"},
    ),
    "page_number_in_a_name": (
        "（一）刷墙。年年刷。（牵头单位：市海\n— 2 —\n洋局；责任单位：市港口局）\n（二）点灯。天天点。（牵头单位：市渔业局）",
        {"刷墙": "l:市海洋局 r:市港口局", "点灯": "l:市渔业局"},
    ),
    "menu_in_a_name": (
        "（一）刷墙。年年刷。（牵头单位：市海\n首页 > 公开 > 方案\n洋局；责任单位：市港口局）\n（二）点灯。天天点。（牵头单位：市渔业局）",
        {"刷墙": "l:市海洋局 r:市港口局", "点灯": "l:市渔业局"},
    ),
    "menu_of_lines_in_a_name": (
        "（一）刷墙。年年刷。\n牵头单位：市海洋局\n责任单位：市港口局、市发展\n首页\n走进海州\n政务公开\n互动交流\n改革委、市渔业局\n（二）点灯。天天点。（牵头单位：市渔业局）",
        {"刷墙": "l:市海洋局 r:市港口局 r:市发展改革委 r:市渔业局", "点灯": "l:市渔业局"},
    ),
    "blanks_between_characters": (
        "（一）刷墙。年年刷。\n牵 头 单 位： 市 海 洋 局\n责 任 单 位： 市 港 口 局、市 渔 业 局",
        {"刷墙": "l:市海洋局 r:市港口局 r:市渔业局"},
    ),
    "prefix_for_what_has_no_place": (
        "（一）刷墙。年年刷。（市科技局、广播电视台、关工委、海州广播电视台负责）",
        {"刷墙": "r:市科技局 r:市广播电视台 r:市关工委 r:海州广播电视台"},
    ),
    "a_bracket_behind_a_unit_makes_it_lead": (
        "（一）点灯。天天点。\n责任单位：市港口局（牵头）、市渔业局、市委组织部（人才办）。\n（二）刷墙。年年刷。（市海洋局(牵头)、市财政局）",
        {"点灯": "l:市港口局 r:市渔业局 r:市委组织部（人才办）", "刷墙": "l:市海洋局 r:市财政局"},
    ),
    "a_bracket_with_a_noun_behind_a_unit_makes_it_lead": (
        "（一）点灯。天天点。\n责任单位：市港口局（牵头单位）、市渔业局，各县（市、区）人民政府",
        {"点灯": "l:市港口局 r:市渔业局 r:各县（市、区）人民政府"},
    ),
    "a_bracket_behind_a_unit_makes_it_support": (
        "（一）点灯。天天点。\n责任单位：市港口局（牵头）、市渔业局（配合）",
        {"点灯": "l:市港口局 s:市渔业局"},
    ),
    "statement_before_the_title": (
        "（一）修灯塔\n1.【市海洋局牵头；市港口局、各农场配合】刷外墙。年年刷。\n2.（市财政局负责）买灯。买新的。",
        {"刷外墙": "l:市海洋局 s:市港口局 s:各农场", "买灯": "r:市财政局"},
    ),
    "two_brackets_in_one_item": (
        "（一）修灯塔\n1.刷外墙。刷3座（市海洋局负责）；补2座（市港口局负责）。\n2.买灯。买新的。【市财政局、市渔业局负责】",
        {"刷外墙": "r:市海洋局 r:市港口局", "买灯": "r:市财政局 r:市渔业局"},
    ),
    "statement_on_the_line_of_the_heading": (
        "（一）修灯塔行动［市海洋局牵头，市港口局、市财政局、市人力资源和社会保障局、市工业和信息化局、市住房和城乡建设局、海州师范学院配合］\n1.刷墙。年年刷。\n2.换灯。换新灯。",
        {
            "修灯塔行动": "l:市海洋局 s:市港口局 s:市财政局 s:市人力资源和社会保障局 s:市工业和信息化局 s:市住房和城乡建设局 s:海州师范学院"
        },
    ),
    "last_sentence_of_the_paragraph": (
        "（1）刷墙\n年年刷，每年不少于2次。由市海洋局、市港口局牵头，各村（社区）、海州中学配合，国网海州供电所参与。\n（2）点灯\n天天点。由市港口局牵头，各村（社区）民兵排等配合。\n（3）说明\n建立机制。工作专班由市海洋局牵头，各部门参与。",
        {
            "刷墙": "l:市海洋局 l:市港口局 s:各村（社区） s:海州中学 s:国网海州供电所",
            "点灯": "l:市港口局 s:各村（社区）民兵排",
        },
    ),
    "last_clauses_without_a_preposition": (
        "（1）刷墙\n年年刷，市海洋局、市港口局牵头，各村（社区）配合。\n（2）点灯，市港口局牵头负责，市渔业局、市财政局参与，5月底前完成。\n（3）说明\n海洋局牵头抓好，建立机制，专班牵头，各部门参与。",
        {"刷墙": "l:市海洋局 l:市港口局 s:各村（社区）", "点灯": "l:市港口局 s:市渔业局 s:市财政局"},
    ),
    "labels_behind_a_comma": (
        "（1）刷墙，责任单位：市海洋局、市港口局。\n（2）点灯，天天点，牵头单位：市港口局，配合单位：市渔业局。\n（3）说明，联系电话：123，责任重大：要抓好。",
        {"刷墙": "r:市海洋局 r:市港口局", "点灯，天天点": "l:市港口局 s:市渔业局"},
    ),
    "offices_where_nobody_else_is_named": (
        "（1）刷墙。年年刷。（责任科室：灯塔科；配合科室：办公室）\n（2）点灯。天天点。（责任单位：市港口局；责任科室：灯塔科）",
        {"刷墙": "r:灯塔科 s:办公室", "点灯": "r:市港口局"},
    ),
    "labels_right_behind_words_whose_line_end_is_lost": (
        "（1）刷墙\n年年刷，刷白墙面牵头部门:市海洋局责任单位:市港口局、市渔业局\n（2）说明\n报请各责任单位：市港口局、市渔业局",
        {"刷墙": "l:市海洋局 r:市港口局 r:市渔业局"},
    ),
    "a_label_cut_within_its_bracket": (
        "（1）刷墙。灯塔的墙面每年都要刷白一遍，从上到下一处也不能少。（责任\n单位：市海洋局、市港口局）\n（2）点灯。灯塔的灯每天都要点亮，从黄昏到天明一刻也不能断，油要加满。（责任\n单位：市渔业局）",
        {"刷墙": "r:市海洋局 r:市港口局", "点灯": "r:市渔业局"},
    ),
    "prose_behind_a_blank_behind_a_list": (
        "（1）刷墙。年年刷。责任单位:各片区管理局、市海洋局 各片区、相关单位要把灯塔放在心上，人人动手。",
        {"刷墙": "r:各片区管理局 r:市海洋局"},
    ),
    "sentences_amid_a_paragraph": (
        "（1）刷墙。年年刷。此项工作由市海洋局牵头，市港口局配合，6月底前完成。刷完再查一遍。\n（2）点灯。天天点，由市港口局牵头，市渔业局、各村（社区）参与。鼓励多点。\n"
        "（3）护堤。天天护。各镇人民政府负责，市水利局指导。\n（4）说明。由市海洋局牵头，市港口局配合，定期会商。再由市海洋局牵头抓好。",
        {
            "刷墙": "l:市海洋局 s:市港口局",
            "点灯": "l:市港口局 s:市渔业局 s:各村（社区）",
            "护堤": "r:各镇人民政府 s:市水利局",
        },
    ),
    "numbers_with_small_stops": (
        "1﹒刷墙。年年刷。\n牵头责任单位﹕市海洋局。\n协同责任单位﹕市港口局、市渔业局等。\n2﹒点灯。天天点。\n牵头责任单位﹕市港口局。",
        {"刷墙": "l:市海洋局 s:市港口局 s:市渔业局", "点灯": "l:市港口局"},
    ),
    "labels_without_a_noun": (
        "（一）刷墙。年年刷。〔主责：市海洋局；协同：市港口局、市渔业局〕\n（二）点灯。天天点。\n牵头：市港口局\n配合：市渔业局",
        {"刷墙": "l:市海洋局 s:市港口局 s:市渔业局", "点灯": "l:市港口局 s:市渔业局"},
    ),
    "a_name_with_the_place_in_it_is_whole": (
        "（一）刷墙。年年刷。（市海洋局、海州海防支队、水警支队负责）",
        {"刷墙": "r:市海洋局 r:海州海防支队 r:市水警支队"},
    ),
    "numbers_of_all_kinds": (
        "（一）修灯塔\n1.刷墙\n(1)刷外墙。年年刷。（市海洋局负责）\n①刷白。要白。（市港口局负责）\n②刷红。要红。（市渔业局负责）\n2.换灯\n1)买灯。买新的。（市财政局负责）",
        {"刷外墙": "r:市海洋局", "刷白": "r:市港口局", "刷红": "r:市渔业局", "买灯": "r:市财政局"},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), STATEMENTS.values(), ids=STATEMENTS)
def test_a_statement(text: str, wanted: dict[str, str]) -> None:
    assert _held(HEAD + text + "\n") == wanted


TABLES = {
    "drawn": (
        "┌──┬──┬──┬──┐\n│工 作 任 务│分管领│牵头组织│完成时限│\n│          │导    │实施单位│        │\n├──┼──┼──┼──┤\n"
        "│修灯塔外墙│李某某│市海洋局、│年内见成│\n│并刷白    │      │市港口局  │效      │\n├──┼──┼──┼──┤\n│清航道│王某某│市渔业局│10月底前│\n└──┴──┴──┴──┘",
        {"修灯塔外墙并刷白": "l:市海洋局 l:市港口局", "清航道": "l:市渔业局"},
    ),
    "dashes_and_crosses_within_a_cell_of_a_grid": (
        "┌──┬──┐\n│任务│责任单位│\n├──┼──┤\n│修灯塔A+级---B+级│市海洋局│\n├──┼──┤\n│点灯│市港口局│\n└──┴──┘",
        {"修灯塔A+级---B+级": "r:市海洋局", "点灯": "r:市港口局"},
    ),
    "cells_of_several_rows_in_a_grid": (
        "┌──┬──┬──┬──┐\n│工作任务│分管领导│牵头单位│配合单位│\n├──┼──┼──┼──┤\n│修灯塔。│李某某│市海洋局、│市财政局│\n"
        "├──┤　　　│各县(市、├──┤\n│清航道。│　　　│区)政府　│市渔业局│\n├──┤　　　│　　　　│　　　　│\n│点灯。　│　　　│　　　　│　　　　│\n"
        "├──┼──┼──┼──┤\n│修码头。│王某某│市港口局│　　　　│\n└──┴──┴──┴──┘",
        {
            "修灯塔": "l:市海洋局 l:各县(市、区)政府 s:市财政局",
            "清航道": "l:市海洋局 l:各县(市、区)政府 s:市渔业局",
            "点灯": "l:市海洋局 l:各县(市、区)政府 s:市渔业局",
            "修码头": "l:市港口局",
        },
    ),
    "drawn_with_broken_rows": (
        "│序号│工作任务│责任单位│\n├──┼──┼──┤\n│1│修灯塔│市海洋局│\n│2│清航道│市渔业局、各县(市、区)政│\n│ │ │府 │",
        {"修灯塔": "r:市海洋局", "清航道": "r:市渔业局 r:各县(市、区)政府"},
    ),
    "bars": (
        "| 序号 | 工作任务 | 牵头单位 | 配合单位 |\n|---|---|---|---|\n| 1 | 修灯塔 | 市海洋局 | 市港口局、市渔业局 |\n| 2 | 点灯 | 市港口局 | |",
        {"修灯塔": "l:市海洋局 s:市港口局 s:市渔业局", "点灯": "l:市港口局"},
    ),
    "tabs": (
        "序号\t工作任务\t年度目标\t包抓领导\t牵头单位\t责任单位\t完成时限\n1\t修灯塔\t刷墙 2座\t王某（副市长）\t市海洋局\t市港口局、市渔业局\t6月底\n2\t点灯\t天天点，换灯3盏\t李某（副市长）\t市港口局\t\t全年\n3\t清航道\t捞泥\t李某（副市长）\t市渔业局\t—\t全年",
        {"修灯塔": "l:市海洋局 r:市港口局 r:市渔业局", "点灯": "l:市港口局", "清航道": "l:市渔业局"},
    ),
    "tabs_with_breaks_in_cells_and_cells_left_out": (
        '序号\t工作任务\t工作内容\t牵头单位\t责任单位\n1\t修灯塔\t"刷墙\n换灯"\t市海洋局\t市港口局、\n市渔业局\n2\t点灯\t天天点\t市港口局\n3\t清航道\t捞泥\t市渔业局\t市海洋局\n说明：本表每年更新。',
        {"修灯塔": "l:市海洋局 r:市港口局 r:市渔业局", "点灯": "l:市港口局", "清航道": "l:市渔业局 r:市海洋局"},
    ),
    "tabs_with_merged_cells": (
        "序号\t工作任务\t工作内容\t牵头单位\n1\t修灯塔\t刷墙\t市海洋局\n\t\t换灯\t市港口局\n2\t清航道\t捞泥\t市渔业局",
        {"刷墙": "l:市海洋局", "换灯": "l:市港口局", "清航道": "l:市渔业局"},
    ),
    "cells_of_odd_names": (
        "序号\n重点任务\n分管领导\n牵头单位\n配合单位\n1\n修灯塔\n王某某（副市长）\n市海洋局\n少年宫、灯塔天地\n2\n点灯\n李某某（副市长）\n市港口局\n/\n3\n清航道\n李某某（副市长）\n市渔业局\n市海洋局",
        {"修灯塔": "l:市海洋局 s:少年宫 s:灯塔天地", "点灯": "l:市港口局", "清航道": "l:市渔业局 s:市海洋局"},
    ),
    "head_broken_on_its_line": (
        "序号 工作任务 牵头\n部门\n1 修灯塔外墙 市海洋局\n2 点灯 市港口局",
        {"修灯塔外墙": "l:市海洋局", "点灯": "l:市港口局"},
    ),
    "head_broken_in_its_cells": (
        "序\n号\n工作任务\n牵头\n单位\n责任\n单位\n1\n修灯塔\n市海洋局\n市港口局\n2\n清航道\n市渔业局\n市海洋局",
        {"修灯塔": "l:市海洋局 r:市港口局", "清航道": "l:市渔业局 r:市海洋局"},
    ),
    "short_rows_and_long_ones": (
        "序号 工作举措 推进方式 完成时间 责任单位 配合单位\n1 修灯塔 招标 6月底 市海洋局 市港口局\n2\n清航道并外运泥沙\n分段外包\n12月底\n市渔业局\n/\n3 点灯 自办 全年 市港口局 /",
        {"修灯塔": "r:市海洋局 s:市港口局", "清航道并外运泥沙": "r:市渔业局", "点灯": "r:市港口局"},
    ),
    "persons_beside_units_and_blanks_in_names": (
        "序号 任务内容 牵头领导 牵头单位 责任单位 完成时间\n1 修灯塔 李×× 海洋发展局 港口局、各街道办 事处 9月底\n2 点灯 王×× 灯塔管理中心 海洋 大学、航标研究院 持续推进",
        {"修灯塔": "l:海洋发展局 r:港口局 r:各街道办事处", "点灯": "l:灯塔管理中心 r:海洋大学 r:航标研究院"},
    ),
    "head_and_page_number_in_a_name": (
        "序号 工作任务 工作内容 责任单位 时间节点\n1 修灯塔外墙 刷墙并刷白 市海洋局，各县 2026年底\n（市、区）政府\n2 清航道 捞泥 市渔业\n— 3 —\n序号 工作任务 工作内容 责任单位 时间节点\n局 持续推进\n3 点灯 天天点 市港口局 持续推进",
        {"修灯塔外墙": "r:市海洋局 r:各县（市、区）政府", "清航道": "r:市渔业局", "点灯": "r:市港口局"},
    ),
    "no_numbers": (
        "工作任务 工作要求 牵头单位 配合单位\n修灯塔 每年刷一次 市海洋局 市港口局、市渔业局\n点灯 天天点 市港口局 市海洋局",
        {"修灯塔": "l:市海洋局 s:市港口局 s:市渔业局", "点灯": "l:市港口局 s:市海洋局"},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), TABLES.values(), ids=TABLES)
def test_a_table(text: str, wanted: dict[str, str]) -> None:
    assert _held(ANNEX + text + "\n") == wanted


def test_a_row_whose_units_cannot_be_told_is_kept_and_shown() -> None:
    plan = _plan(ANNEX + "序号 工作任务 牵头单位 责任单位\n1 修灯塔 谁都可以来 来了就好\n2 点灯 市港口局 市海洋局\n")
    assert "修灯塔" in [task.title for task in plan.tasks]
    assert "unit_unreadable" in [problem.code for problem in plan.problems]


def test_decimal_numbers_make_levels_with_the_figure_alone_above_them() -> None:
    text = "海州市灯塔方案\n1 总体要求\n1.1 目标\n灯要亮。\n2 任务\n2.1 修灯塔\n2.1.1 刷墙\n年年刷。\n2.1.2 换灯\n10 个灯泡备用。\n2.2 清航道\n天天清。\n"
    assert [(task.path, task.title) for task in _plan(text).tasks] == [
        ("1", "总体要求"), ("1.1", "目标"), ("2", "任务"), ("2.1", "修灯塔"), ("2.1.1", "刷墙"), ("2.1.2", "换灯"), ("2.2", "清航道"),
    ]  # fmt: skip


@pytest.mark.parametrize("blank", [" ", ""])
def test_a_plan_copied_into_one_line_is_read_with_its_title(blank: str) -> None:
    text = blank.join(
        ("海州市灯塔建设方案（2021—2025年）", "为建好灯塔，制定本方案。", LIGHT, "一、修灯塔", "1.刷墙。每年刷一次。", "责任单位：市海洋局、市港口局",
         "2.换灯。换成新灯。", "责任单位：市港口局", "二、清航道", "3.捞泥。天天捞。", "牵头单位：市渔业局。", "三、保障措施", "加强领导。")
    )  # fmt: skip
    assert _held(text) == {"刷墙": "r:市海洋局 r:市港口局", "换灯": "r:市港口局", "捞泥": "l:市渔业局"}
    assert _plan(text).title == "海州市灯塔建设方案（2021—2025年）"


def test_in_one_line_the_next_number_ends_a_list_of_units_whatever_stands_before_it() -> None:
    text = (
        "海州市灯塔建设方案 为建好灯塔，制定本方案。一、目标 灯塔都亮，航道都清，人人满意，年年如此，处处如此。"
        + LIGHT
        + "二、任务 （一）修灯塔 1.刷墙。每年刷一次。责任单位：市海洋局、市港口局2.换灯。换成新灯。"
        "责任单位：市港口局，市渔业局（渔港办）（二）清航道 3.捞泥。天天捞。 责任单位：市渔业局三、保障 加强领导。"
    )
    assert _held(text) == {
        "刷墙": "r:市海洋局 r:市港口局",
        "换灯": "r:市港口局 r:市渔业局（渔港办）",
        "捞泥": "r:市渔业局",
    }


@pytest.mark.parametrize(
    "said",
    [
        "\n【牵头单位】市海洋局\n【责任单位】市港口局、渔业局",
        "\n【牵头单位】市海洋局【责任单位】市港口局、渔业局",
        "\n牵头单位 市海洋局  责任单位 市港口局、渔业局",
        "\n牵头单位——市海洋局；责任单位——市港口局、渔业局",
        "（牵头单位市海洋局，责任单位市港口局、渔业局）",
        "【牵头单位】：市海洋局；【责任单位】：市港口局、渔业局",
    ],
)
def test_a_label_may_stand_in_brackets_or_have_no_colon(said: str) -> None:
    text = f"{HEAD}（一）刷墙。年年刷。{said}\n（二）换灯。换成新灯。\n"
    assert _held(text) == {"刷墙": "l:市海洋局 r:市港口局 r:市渔业局"}


@pytest.mark.parametrize(
    "words",
    [
        "要压实责任单位市海洋局的职责。",
        "请各牵头单位 市海洋局之外的都来。",
        "（责任单位各负其责）",
        "责任单位 完成时限",
    ],
)
def test_no_colon_is_put_behind_the_word_in_prose_or_in_a_head(words: str) -> None:
    assert _held(f"{HEAD}（一）刷墙。年年刷。\n{words}\n（二）换灯。换成新灯。\n") == {}


def test_a_table_inside_the_one_line_of_a_plan_is_read_and_ends_behind_its_last_units() -> None:
    text = (
        "海州市灯塔建设方案 为建好灯塔，制定本方案。 一、目标 灯塔都亮，航道都清。"
        + LIGHT
        + " 二、任务 （一）修灯塔。年年修。责任单位：市海洋局 （二）清航道。天天清。责任单位：市港口局 "
        "附件 海州市灯塔任务分工 序号 职责 负责单位 备注 1 刷白墙面3次 市海洋局 2 更换灯泡 市港口局、市渔业局 3 擦净玻璃 市财政局 海州市人民政府办公室 2024年5月1日印发"
    )
    assert _held(text) == {
        "修灯塔": "r:市海洋局", "清航道": "r:市港口局", "刷白墙面3次": "r:市海洋局", "更换灯泡": "r:市港口局 r:市渔业局", "擦净玻璃": "r:市财政局",
    }  # fmt: skip
    (row,) = (task for task in _plan(text).tasks if task.title == "更换灯泡")
    assert row.text.strip() == "2 更换灯泡"


@pytest.mark.parametrize("mark", [" ", "", "。"])
def test_points_that_each_name_their_units_are_tasks(mark: str) -> None:
    points = mark.join(
        ("一是刷墙。每年刷一次。责任单位：市海洋局、港口局", "二是换灯。换成新灯。责任单位：市港口局", "三是捞泥。天天捞。责任单位：市渔业局")
    )  # fmt: skip
    for text in (
        f"{HEAD}（一）修灯塔\n{points}\n（二）看海\n天天看。\n",
        f"{HEAD}（一）修灯塔 {points}\n（二）看海\n天天看。\n",
    ):
        assert _held(text) == {"刷墙": "r:市海洋局 r:市港口局", "换灯": "r:市港口局", "捞泥": "r:市渔业局"}


def test_a_plan_by_units_makes_each_responsible_for_what_stands_below_it() -> None:
    duties = "1.市海洋局：刷墙，每年一次。\n2.市港口局、市渔业局：点灯，天天点。\n3.市财政局：出钱，出足。\n4.家庭：爱护灯塔，人人有责。\n"
    assert _held(HEAD + "（一）职责\n" + duties) == {
        "市海洋局": "r:市海洋局", "市港口局、市渔业局": "r:市港口局 r:市渔业局", "市财政局": "r:市财政局", "家庭": "r:家庭",
    }  # fmt: skip


def test_kinds_of_bodies_are_units_beside_headings_that_surely_are() -> None:
    duties = "（一）区海洋局\n刷墙。\n（二）区港口局、区渔业局等航运主管部门\n点灯。\n（三）区公安分局（水上）\n看海。\n（四）航标执法部门\n巡查。\n（五）各街镇、经开区\n扫净。\n"
    assert _held("海州区灯塔工作方案\n一、目标\n灯都亮。\n二、职责\n" + duties) == {
        "区海洋局": "r:区海洋局", "区港口局、区渔业局等航运主管部门": "r:区港口局 r:区渔业局", "区公安分局（水上）": "r:区公安分局（水上）",
        "航标执法部门": "r:航标执法部门", "各街镇、经开区": "r:各街镇 r:经开区",
    }  # fmt: skip
    kinds = "（一）主管部门\n看海。\n（二）执法部门\n巡查。\n（三）各街镇\n扫净。\n（四）区海洋局\n刷墙。\n"
    assert _held("海州区灯塔工作方案\n一、职责\n" + kinds) == {}


def test_headings_that_only_sound_like_places_name_nobody() -> None:
    assert _held(HEAD + "（一）地方\n1.灯塔基地：修好。\n2.海边社区：扫净。\n3.航标园：开放。\n") == {}


def test_the_first_listed_rule_in_the_first_list_holds_for_all() -> None:
    text = "（一）刷墙。年年刷。（市海洋局、市港口局负责，列第一位的为牵头单位）\n（二）点灯。天天点。（市港口局、市渔业局负责）\n"
    assert _held(HEAD + text) == {"刷墙": "l:市海洋局 r:市港口局", "点灯": "l:市港口局 r:市渔业局"}


def test_the_rule_in_a_later_list_without_a_word_for_what_follows_holds_there_alone() -> None:
    text = "（一）刷墙。（市海洋局、市港口局负责）\n（二）点灯。（市港口局、市渔业局负责，列第一位的为牵头单位）\n（三）看海。（市渔业局、市海洋局负责）\n"
    assert list(_held(HEAD + text).values()) == [
        "r:市海洋局 r:市港口局",
        "l:市港口局 r:市渔业局",
        "r:市渔业局 r:市海洋局",
    ]


def test_the_rule_may_stand_in_prose_behind_all_lists() -> None:
    text = "（一）刷墙。（市海洋局、市港口局负责）\n（二）点灯。（市港口局、市渔业局负责）\n二、保障\n各项任务中排位靠前的责任单位为牵头单位。要抓紧。\n"
    assert list(_held(HEAD + text).values()) == ["l:市海洋局 r:市港口局", "l:市港口局 r:市渔业局"]


def test_units_line_by_line_below_a_label_end_above_who_signs() -> None:
    text = (
        "（一）刷墙。\n责任单位：市海洋局\n人民银行海州中心支行\n海州海关\n团市委\n（二）点灯。\n责任单位：市渔业局\n"
    )
    for signed in ("海州市人民政府", "中共海州市委\n海州市人民政府", "海州市党工委\n海州市管委会"):
        assert list(_held(f"{HEAD}{text}{signed}\n2021年5月1日\n").values()) == [
            "r:市海洋局 r:人民银行海州中心支行 r:海州海关 r:团市委",
            "r:市渔业局",
        ]


def test_a_list_in_one_line_with_who_signs_ends_before_the_name() -> None:
    text = "（一）刷墙。责任单位：市海洋局、港口局 海州市人民政府 2021年5月1日 市直各有关单位：市渔业局，市教育局\n"
    assert list(_held(HEAD + text).values()) == ["r:市海洋局 r:市港口局"]


def test_a_name_with_foreign_matter_in_it_is_shown() -> None:
    plan = _plan(
        HEAD
        + "（一）刷墙。年年刷。（牵头单位：市海\n 12 \n洋局；责任单位：市港口局）\n（二）点灯。（牵头单位：市渔业局）\n"
    )
    assert ("unit_unreadable", (("text", "市海12洋局"),)) in [(p.code, p.details) for p in plan.problems]


def _outline(text: str) -> list[tuple[str, str | None, str]]:
    return [(task.path, task.number, task.title) for task in _plan(text).tasks]


def test_numerals_with_a_blank_behind_them_are_parts_where_they_count_on() -> None:
    text = "海州市灯塔建设方案\n一 总体安排\n背景。灯塔旧了，要修一修。\n二 工作步骤\n准备阶段：2024年1月，查看灯塔。\n实施阶段：2024年2月，修好灯塔。"
    assert _outline(text) == [
        ("1", "一", "总体安排"),
        ("1.1", None, "背景"),
        ("2", "二", "工作步骤"),
        ("2.1", None, "准备阶段"),
        ("2.2", None, "实施阶段"),
    ]


def test_first_second_at_the_head_of_paragraphs_count_the_items_of_a_part() -> None:
    text = (
        HEAD + "第一，刷墙。年年刷两遍墙。\n第二，点灯。天天点亮灯。\n二、步骤\n第一，先刷墙，第二，再点灯。都要做完。"
    )
    assert _outline(text)[:4] == [
        ("1", "一、", "任务"),
        ("1.1", "第一，", "刷墙"),
        ("1.2", "第二，", "点灯"),
        ("2", "二、", "步骤"),
    ]


def test_a_paragraph_that_counts_its_points_or_tells_a_figure_has_no_title() -> None:
    text = (
        HEAD
        + "一是刷墙；二是点灯；三是清航道。\n二、作法\n灯塔天天亮着。一是点灯；二是添油；三是守夜。\n三、现状\n现有灯塔8座，都旧了。要逐年修好灯塔，以利航行。"
    )
    assert _outline(text) == [("1", "一、", "任务"), ("2", "二、", "作法"), ("3", "三、", "现状")]


def test_a_latin_full_stop_ends_a_title_and_blanks_between_all_characters_are_none_of_it() -> None:
    text = (
        HEAD
        + "（一）刷墙.  年年都要把全市灯塔的外墙刷上两遍白漆。\n（二）点LED 2.0灯.天天点亮灯。\n（三）清V1.5航道。天天清。\n二、总 体 目 标\n都修好。"
    )
    assert [title for *_, title in _outline(text)] == ["任务", "刷墙", "点LED 2.0灯", "清V1.5航道", "总体目标"]


BARE = (
    "海州市灯塔建设方案\n（2021—2025年）\n\n建设目标\n\n到2025年，全市的灯塔都要修好，天天照亮海面。\n\n主要任务\n\n"
    "修灯塔外墙\n\n每年给全市的灯塔刷一遍墙，用白色的油漆。\n\n牵头单位：　　海洋局\n配合单位：　　港口局、各街道\n\n"
    "点灯\n\n天天点亮全市的灯塔，直到天明为止。\n\n牵 头 单 位：港口局\n配 合 单 位：团市委\n\n"
    "组织实施\n\n压实责任\n\n各牵头单位要制定年度的修缮和点灯计划。\n"
)


def test_headings_without_numbers_are_lines_alone_above_their_text() -> None:
    plan = _plan(BARE)
    assert plan.title == "海州市灯塔建设方案（2021—2025年）"
    paths = {task.path: task.title for task in plan.tasks}
    assert paths == {
        "1": "建设目标",
        "2": "主要任务",
        "2.1": "修灯塔外墙",
        "2.2": "点灯",
        "3": "组织实施",
        "3.1": "压实责任",
    }
    assert _held(BARE) == {"修灯塔外墙": "l:海洋局 s:港口局 s:各街道", "点灯": "l:港口局 s:团市委"}


def test_short_lines_without_labels_of_units_make_no_plan() -> None:
    assert _outline(BARE.replace("单位：", "").replace("单 位：", "")) == []


@pytest.mark.parametrize("note", ["说明：\n1.", "说明：1.本表每年更新。\n2."])
def test_numbered_notes_below_a_table_are_no_tasks_and_its_cells_no_titles(note: str) -> None:
    table = "序号\n工作任务\n牵头单位\n1\n修灯塔行动方案\n市海洋局\n2\n点灯\n市港口局\n"
    plan = _plan(f"海州市2024年灯塔责任清单\n{table}\n{note}牵头单位每月调度一次。\n")
    assert [(task.path, task.title) for task in plan.tasks] == [("1", "修灯塔行动方案"), ("2", "点灯")]
    assert plan.title == "海州市2024年灯塔责任清单"
