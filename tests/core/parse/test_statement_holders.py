# ruff: noqa: E501 (a statement is shown as one line, as plans print it)
"""Which task a statement belongs to, and which words are no statement at all."""

from __future__ import annotations

import pytest

from sciplan_tui.core.parse.draft import Line
from sciplan_tui.core.parse.holding.held import Statements, read_statements
from sciplan_tui.core.parse.outline.headings import outline
from sciplan_tui.core.parse.outline.own_words import own_words, statements_by_line


def _read(text: str) -> Statements:
    lines = tuple(Line(number, line, line) for number, line in enumerate(text.split("\n"), start=1))
    nodes, _ = outline(lines)
    return read_statements(nodes, lines)


def _held(text: str) -> dict[str, list[str]]:
    return {path: [held.unit for held in holding.assignments] for path, holding in _read(text).by_path.items()}


ITEMS = "一、重点任务\n（一）修灯塔\n1.刷白墙面。年年刷。{a}\n2.更换灯泡。换亮的。{b}\n{c}\n（二）清航道\n1.捞泥沙。天天捞。{d}\n"


def test_at_the_end_of_an_item_it_is_the_items() -> None:
    text = ITEMS.format(a="（市海洋局负责）", b="（市港口局负责）", c="", d="")
    assert _held(text) == {"1.1.1": ["市海洋局"], "1.1.2": ["市港口局"]}


def test_on_its_own_line_after_items_without_units_it_is_the_sections() -> None:
    text = ITEMS.format(a="", b="", c="（牵头单位：市海洋局；责任单位：市港口局）", d="（市渔业局负责）")
    assert _held(text) == {"1.1": ["市海洋局", "市港口局"], "1.2.1": ["市渔业局"]}


def test_two_brackets_in_a_row_speak_of_one_node() -> None:
    text = ITEMS.format(a="", b="", c="（牵头单位：市海洋局）\n（责任单位：市港口局）", d="")
    assert _held(text) == {"1.1": ["市海洋局", "市港口局"]}


def test_label_lines_after_each_item_are_the_items() -> None:
    text = "一、任务\n1.刷白墙面。\n\n牵头单位:市海洋局\n\n责任单位:各街道,市港口局\n\n2.更换灯泡。\n\n牵头单位:市港口局\n\n3.捞泥沙。\n"
    assert _held(text) == {"1.1": ["市海洋局", "各街道", "市港口局"], "1.2": ["市港口局"]}


def test_units_on_label_lines_may_be_parted_by_blanks() -> None:
    text = "一、任务\n1.刷白墙面。\n牵头单位：县海洋局\n责任单位：县港口局 县渔业局 各镇人民政府\n2.更换灯泡。\n牵头单位：县港口局\n"
    assert _held(text) == {"1.1": ["县海洋局", "县港口局", "县渔业局", "各镇人民政府"], "1.2": ["县港口局"]}


def test_at_the_end_of_the_last_dash_item_it_is_the_sections() -> None:
    text = "一、任务\n（一）修灯塔\n——刷墙。年年刷。\n——换灯。换亮的。（牵头单位:市海洋局;责任单位:市港口局）\n（二）清航道\n——捞泥。天天捞。（市渔业局负责）\n"
    held = _held(text)
    assert held["1.1"] == ["市海洋局", "市港口局"]
    assert "市渔业局" in [unit for path, units in held.items() if path.startswith("1.2") for unit in units]


def test_dash_items_that_each_name_their_units_keep_them() -> None:
    text = "一、任务\n（一）修灯塔\n——刷墙。年年刷。（市海洋局负责）\n——换灯。换亮的。（市港口局负责）\n"
    assert _held(text) == {"1.1.1": ["市海洋局"], "1.1.2": ["市港口局"]}


def test_after_the_heading_and_before_the_items_it_is_the_headings() -> None:
    text = "一、任务\n（一）修灯塔\n灯塔要亮。（牵头单位：市海洋局）\n1.刷白墙面。年年刷。\n2.更换灯泡。换亮的。\n"
    assert _held(text) == {"1.1": ["市海洋局"]}


def test_a_statement_broken_over_lines_is_one_and_begins_at_its_first_line() -> None:
    read = _read("一、任务\n1.刷白墙面。年年\n刷。（责任单位：市海洋局、市港\n口局）\n2.更换灯泡。（市渔业局负责）\n")
    assert [(held.unit, held.line) for held in read.by_path["1.1"].assignments] == [("市海洋局", 3), ("市港口局", 3)]
    assert read.by_path["1.1"].assignments[0].quote == "（责任单位：市海洋局、市港口局）"


def test_the_first_listed_rule_holds_from_where_it_stands() -> None:
    text = "一、任务\n1.刷墙。（市海洋局、市港口局负责）\n2.换灯。（市海洋局、市港口局负责。列第一位者为牵头单位，下同）\n3.捞泥。（市渔业局负责）\n"
    roles = {path: [held.role.value for held in holding.assignments] for path, holding in _read(text).by_path.items()}
    assert roles == {"1.1": ["responsible"] * 2, "1.2": ["lead", "responsible"], "1.3": ["lead"]}


@pytest.mark.parametrize(
    "prose",
    [
        "建立由政府负责人牵头、相关部门共同参与的机制。",
        "医院联合体牵头医院要带好头。",
        "对创新联合体牵头实施的重大项目给予补助。",
        "坚持组织部门牵头抓总。",
        "各项目牵头单位对项目组织实施负总责。",
        "每年牵头组织举办灯塔节。",
        "专班负责日常协调推进工作。",
        "市海洋局要继续做好牵头工作。",
        "牵头部门按照本方案提出的分工抓好落实。",
        "要督促牵头部门履行职责。",
        "由市海洋局负责牵头组织实施。",
        "坚持政府负责，部门协同，社会参与。",
        "医院牵头、社区服务站参与。",
        "各成员单位按照职责分工负责。",
        "由牵头单位负责，责任单位配合。",
        "由分管市长牵头，市海洋局、市港口局配合。",
        "建立由科协牵头、各部门配合，全社会共同参与。",
        "培训新型农业经营主体负责人（含项目负责人）200人。",
        "任务责任到人（以下简称责任制），配合做好检查。",
        "落实牵头单位责任制。各牵头单位每年报告。",
    ],
)
def test_ordinary_words_are_no_statement(prose: str) -> None:
    assert _held(f"一、任务\n1.刷白墙面。{prose}\n2.换灯。换亮的。\n") == {}


@pytest.mark.parametrize(
    "last",
    [
        "由市海洋局牵头，市港口局配合，于2025年6月底前完成。",
        "墙要白，由市海洋局牵头负责，市港口局配合。",
        "墙要白；由市海洋局牵头，市港口局协助。",
        "此项工作由市海洋局、港口局负责。",
        "由市海洋局负责组织实施，市港口局配合。",
        "市海洋局、市港口局按职责分工负责，港务集团具体承建。",
    ],
)
def test_the_last_sentence_of_a_paragraph_may_say_who_leads(last: str) -> None:
    assert _held(f"一、任务\n1.刷白墙面。天天刷。{last}\n2.换灯。换亮的。\n") == {"1.1": ["市海洋局", "市港口局"]}


def test_a_line_may_say_that_it_speaks_of_the_whole_chapter() -> None:
    text = "第一章 修灯塔\n第一条 刷白墙面。\n第二条 更换灯泡。\n本章任务由市海洋局牵头，市港口局监督指导。\n第二章 清航道\n第三条 捞泥沙。（市渔业局负责）\n"
    assert _held(text) == {"1": ["市海洋局", "市港口局"], "2.3": ["市渔业局"]}


def test_units_alone_in_brackets_are_responsible_where_the_plan_is_used_to_it() -> None:
    text = "一、任务\n（一）刷墙。年年刷。（市海洋局、市港口局）\n（二）换灯。换亮的{b}\n"
    assert len(_held(text.format(b="。（市渔业局〔船检处〕、各县〔区〕政府）"))["1.2"]) == 2
    assert _held(text.format(b="。（市渔业局、市港口局）")) == {
        "1.1": ["市海洋局", "市港口局"],
        "1.2": ["市渔业局", "市港口局"],
    }
    assert _held(text.format(b="的灯泡（见附件）。")) == {}
    lists = text.format(b="。（市渔业局、市港口局）") + "（三）捞泥。天天捞。〔市海洋局〕（四）种树。年年种。"
    assert _held(lists)["1.3"] == ["市海洋局"]


def test_a_bracket_that_looks_like_a_statement_but_is_none_that_can_be_read_is_named() -> None:
    read = _read("一、任务\n1.刷墙。（配合单位局：市海洋局）\n2.换灯（灯泡和办法见附件）。\n3.捞泥（由专人负责）。\n")
    assert [(p.code, p.line) for p in read.problems] == [("statement_unread", 2)]
    assert read.by_path == {}


def test_addressees_and_copies_are_no_statement() -> None:
    assert (
        _held("各市、县（市、区）人民政府，省政府直属各单位：\n一、任务\n1.刷墙。\n抄送：省委各部门，省军区。\n") == {}
    )


def test_two_names_that_may_be_one_unit_are_asked_about_and_left_apart() -> None:
    read = _read(
        "一、任务\n1.刷墙。（区科技经信局负责）\n2.换灯。（区科技经济和信息化局负责）\n3.捞泥。（区科协负责）\n"
    )
    assert [(p.code, p.line, dict(p.details)) for p in read.problems] == [
        ("alias_proposed", 3, {"one": "区科技经信局", "other": "区科技经济和信息化局"})
    ]
    assert read.by_path["1.2"].assignments[0].unit == "区科技经济和信息化局"


def test_a_list_that_its_line_has_cut_goes_on_in_the_next() -> None:
    text = "一、任务\n1.刷墙。\n牵头单位：市海洋局  配合单位：市港口局、市渔业局、市红十字\n会、清屿海关、各县（市、\n区）政府\n2.换灯。\n"
    names = ["市海洋局", "市港口局", "市渔业局", "市红十字会", "清屿海关", "各县（市、区）政府"]
    assert _held(text) == {"1.1": names}
    rule = "责任单位：市海洋局、市港口局、市渔业局、市财政局、市卫生\n局(列第一位者为牵头\n单位,下同)\n"
    assert _held(f"一、任务\n1.刷墙。\n{rule}2.换灯。\n")["1.1"][-1] == "市卫生局"
    prose = "责任单位：市海洋局、市港口局、市渔业局、市财政局、市卫生局\n年年刷墙，天天换灯。\n"
    assert _held(f"一、任务\n1.刷墙。\n{prose}2.换灯。\n")["1.1"][-1] == "市卫生局"


def test_a_sentence_that_its_line_has_cut_is_one() -> None:
    text = "一、任务\n（一）刷墙\n年年刷白墙面，逐年更换灯泡，样样做好。由市海洋局、市港口局牵头，清屿海\n关配合，市渔业局参与。\n（二）换灯。\n"
    assert _held(text)["1.1"] == ["市海洋局", "市港口局", "清屿海关", "市渔业局"]


def test_a_line_of_its_own_that_is_cut_within_a_name_is_one_statement() -> None:
    text = "第一章 修灯塔\n第一条 刷白墙面。\n第二条 更换灯泡。\n本章任务由市海洋局牵头，市港口局、市财政局配合，各县（市、\n区）政府负责落实。\n第二章 清航道\n"
    assert _held(text) == {"1": ["市海洋局", "市港口局", "市财政局", "各县（市、区）政府"]}


def test_a_statement_may_open_the_item_or_the_paragraph_below_its_heading() -> None:
    text = (
        "一、修灯塔\n由市海洋局承办，市港口局、渔业局协办。工作目标：三座灯塔都亮。\n"
        "（一）由市渔业局牵头，市港口局负责，市海洋局配合，刷白墙面，年年都刷。\n（二）捞泥沙。由市海洋局牵头，市港口局配合，天天捞。\n"
    )
    assert _held(text) == {"1": ["市海洋局", "市港口局", "市渔业局"], "1.1": ["市渔业局", "市港口局", "市海洋局"]}
    assert [node.title for node in _read(text).nodes] == ["修灯塔", "刷白墙面，年年都刷", "捞泥沙"]


@pytest.mark.parametrize(
    "words",
    [
        "由市海洋局牵头，市港口局配合，定期会商灯塔的事",
        "由市海洋局负责，每座灯塔的看守人配合，把灯点亮。再把窗擦净",
        "由各方面牵头，市港口局配合。再把窗擦净",
    ],
)
def test_prose_that_begins_so_is_no_statement(words: str) -> None:
    assert _held(f"一、修灯塔\n（一）刷墙\n{words}。\n（二）捞泥沙\n天天捞。\n") == {}


def _unread(text: str) -> list[tuple[str, int | None]]:
    return [(p.code, p.line) for p in _read(text).problems if p.code in ("statement_unread", "table_unread")]


def test_what_says_who_does_what_and_was_not_read_is_told() -> None:
    assert _unread("一、任务\n1.刷墙。\n年年刷完再看附件DO责任单位：市海洋局、谁有空谁去\n2.换灯。\n") == [
        ("statement_unread", 3)
    ]
    assert _unread("一、任务\n1.刷墙。（由市海洋局、市港口局谁有空谁去落实）\n2.换灯。\n") == [("statement_unread", 2)]
    glued = "序号工作内容目标任务责任单位备注1刷墙年年刷市海洋局2换灯市港口局"
    assert _unread(f"一、任务\n1.刷墙。\n2.换灯。\n{glued}\n") == [("table_unread", 4)]
    glued = "任务要求牵头单位配合/责任单位刷墙年年刷市海洋局市港口局换灯月月换市港口局市海洋局"
    assert _unread(f"一、任务\n1.刷墙。\n2.换灯。\n{glued}\n") == [("table_unread", 4)]
    assert not _unread("一、任务\n1.刷墙。请任务牵头单位、配合单位抓好。\n2.换灯。\n")


def test_a_table_whose_cells_are_broken_over_lines_is_told() -> None:
    head = "序号\n项目名称\n主要\n内容\n2023年\n目标\n牵头\n部门"
    rows = "1\n北灯塔\n修补工程\n换灯\n5盏\n海洋\n管理部\n2\n南灯塔\n修补工程\n刷墙\n3面\n港口部"
    assert _unread(f"一、任务\n1.刷墙。\n二、要求\n抓好。\n附件\n{head}\n{rows}\n") == [("table_unread", 6)]


@pytest.mark.parametrize(
    "words",
    [
        "责任单位：市海洋局、市港口局",
        "（责任单位：市海洋局）",
        "各责任单位：要按各自职责，把灯点亮",
        "落实责任主体：谁用灯谁管灯",
        "按序号逐个落实到责任单位，把灯点亮",
    ],
)
def test_what_was_read_and_what_names_nobody_is_not_told_again(words: str) -> None:
    assert _unread(f"一、任务\n1.刷墙。\n{words}\n2.换灯。\n") == []


@pytest.mark.parametrize(
    "said",
    [
        "（牵头单位：市海洋局；责任单位：市港口局）",
        "牵头单位：市海洋局\n责任单位：市港口局",
        "牵 头 单 位：市 海 洋 局\n\n责 任 单 位：市 港 口 局",
    ],
)
def test_it_is_no_wording_of_the_last_task_before_it(said: str) -> None:
    text = ITEMS.format(a="", b="市海洋局会换。", c=said, d="天亮前捞完。（市渔业局负责）")
    read = _read(text)
    statements = statements_by_line(read.by_path.values())
    words = {node.path: own_words(node, statements) for node in read.nodes}
    assert (words["1.1.2"], words["1.2.1"]) == ("换亮的。市海洋局会换。", "天天捞。天亮前捞完。")
