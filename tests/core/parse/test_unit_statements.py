"""The forms in which plans print who leads and who is responsible, each with made-up units."""

from __future__ import annotations

import pytest

from sciplan_tui.core.parse.statement.reading import Reading, read_statement
from sciplan_tui.core.parse.statement.roles import Label
from sciplan_tui.core.parse.table.unit_cells import read_unit_cell
from sciplan_tui.core.plan import Role

FORMS = [
    # labels
    ("（牵头单位：市海洋局，配合单位：市港口局）", "L 市海洋局 S 市港口局"),
    ("(牵头单位:市海洋局;责任单位:市港口局、市渔业局)", "L 市海洋局 R 市港口局 市渔业局"),
    ("牵头单位:市海洋局。责任单位:市港口局。", "L 市海洋局 R 市港口局"),
    ("总牵头部门:市海洋局。", "L 市海洋局"),
    ("主要牵头单位：市海洋局", "L 市海洋局"),
    ("责任单位：市海洋局、市港口局", "R 市海洋局 市港口局"),
    ("责 任 单 位 ： 市海洋局", "R 市海洋局"),
    ("参与单位：市海洋局", "S 市海洋局"),
    ("【责任部门：市海洋局】", "R 市海洋局"),
    ("牵头处室：灯塔处；牵头单位：市海洋局；责任人：王某", "L 市海洋局"),
    ("责任单位：市海洋局；建设单位：某某有限公司", "R 市海洋局"),
    # nothing but blanks between units; within a name that its line has cut there may be one too
    ("责任单位：县海洋局 县港口局 各镇人民政府", "R 县海洋局 县港口局 各镇人民政府"),
    ("责任单位：市救捞中心 市灯塔总队 市港口局", "R 市救捞中心 市灯塔总队 市港口局"),
    ("牵头单位：海洋局；责任单位：港口局 渔业局 妇联", "L 海洋局 R 港口局 渔业局 妇联"),
    ("责任单位：市海洋资源和 港口管理局、市渔业局", "R 市海洋资源和港口管理局 市渔业局"),
    # whom to ask
    ("牵头单位：市海洋局（责任人：王某）、市港口局（联系人: 李 某 123）", "L 市海洋局 市港口局"),
    # verbs
    ("（市海洋局、市港口局负责）", "R 市海洋局 市港口局"),
    ("（市海洋局牵头，市港口局配合，各镇人民政府参与）", "L 市海洋局 S 市港口局 各镇人民政府"),
    ("(由市海洋局、市港口局牵头,市渔业局参加)", "L 市海洋局 市港口局 S 市渔业局"),
    ("（市海洋局牵头负责）", "L 市海洋局"),
    ("（市海洋局负责牵头，市港口局按照职责分工负责）", "L 市海洋局 R 市港口局"),
    ("（市海洋局、市港口局，各省级人民政府按职责分工负责）", "R 市海洋局 市港口局 各省级人民政府"),
    ("（市海洋局指导）", "S 市海洋局"),
    ("（各县（市、区）政府结合实际组织实施）", "R 各县（市、区）政府"),
    ("（市海洋局负责；市港口局负责本系统的宣传）", "R 市海洋局 市港口局"),
    ("工作分工:市海洋局、市港口局牵头,其他成员单位参与。", "L 市海洋局 市港口局 S 其他成员单位"),
    ("（市海洋局主办，市港口局协办）", "L 市海洋局 S 市港口局"),
    ("由市海洋局负责组织实施，市港口局配合；买刷子的钱由市渔业局负责保障", "R 市海洋局 市渔业局 S 市港口局"),
    ("市海洋局按职责分工负责，港务集团具体承建", "R 市海洋局"),
    ("以上两条由市海洋局牵头，市港口局监督指导", "L 市海洋局 S 市港口局"),
    # a verb leaves the label its own group where it says less, and goes back over no semicolon behind a label
    ("（牵头单位：市海洋局；市港口局配合）", "L 市海洋局 S 市港口局"),
    ("（牵头单位：市海洋局，市港口局、市渔业局配合）", "L 市海洋局 S 市港口局 市渔业局"),
    ("（牵头单位：市海洋局，市港口局，各区政府配合）", "L 市海洋局 S 市港口局 各区政府"),
    ("（牵头单位：市海洋局、市港口局，各区政府按职责分工负责）", "L 市海洋局 市港口局 R 各区政府"),
    ("（责任单位：市海洋局，市港口局参与）", "R 市海洋局 S 市港口局"),
    ("（责任单位：市海洋局；市港口局牵头）", "L 市港口局 R 市海洋局"),
    ("（责任单位：市海洋局，市港口局牵头）", "L 市海洋局 市港口局"),
    ("（市海洋局、市渔业局；市港口局配合）", "R 市海洋局 市渔业局 S 市港口局"),
    ("（市海洋局；市港口局负责）", "R 市海洋局 市港口局"),
    ("（牵头单位：市海洋局牵头，市港口局，市渔业局配合）", "L 市海洋局 S 市港口局 市渔业局"),
    # between two verbs 、 is as good as a comma, and the first may go on
    ("（市海洋局牵头负责、市港口局、各区政府组织落实）", "L 市海洋局 R 市港口局 各区政府"),
    ("（市海洋局按职责分工负责落实、各区政府组织落实）", "R 市海洋局 各区政府"),
    ("（市海洋局牵头负责，市港口局按职责组织配合）", "L 市海洋局 S 市港口局"),
    ("责任单位：市海洋局牵头、市港口局、市渔业局", "L 市海洋局 R 市港口局 市渔业局"),
    ("（市海洋局牵头抓总，市港口局等部门密切配合）", "L 市海洋局 S 市港口局 …"),
    ("（市海洋局主要负责，市港口局主动配合）", "R 市海洋局 S 市港口局"),
    ("（市海洋局、市港口局分工负责）", "R 市海洋局 市港口局"),
    ("（市海洋局负总责，市港口局配合）", "L 市海洋局 S 市港口局"),
    ("（市海洋局为牵头单位，市港口局、市渔业局为责任单位）", "L 市海洋局 R 市港口局 市渔业局"),
    # who is responsible for helping helps
    ("（市海洋局牵头负责；各片区负责配合落实）", "L 市海洋局 S 各片区"),
    ("（市海洋局负责，市港口局负责参与）", "R 市海洋局 S 市港口局"),
    # 主责 leads, but beside 牵头 it does not
    ("牵头部门：市海洋局；主责单位：市港口局；协办单位：市渔业局", "L 市海洋局 R 市港口局 S 市渔业局"),
    ("（市海洋局牵头，市港口局主责，市渔业局配合）", "L 市海洋局 R 市港口局 S 市渔业局"),
    ("主责单位：市港口局；协办单位：市渔业局", "L 市港口局 S 市渔业局"),
    ("（牵头：市海洋局，责任：市港口局）", "L 市海洋局 R 市港口局"),
    ("（市海洋局总牵头，市港口局参与，长期坚持）", "L 市海洋局 S 市港口局"),
    # a deadline among the units is none of them
    ("由市海洋局牵头，市港口局、市渔业局配合，于2025年6月底前完成。", "L 市海洋局 S 市港口局 市渔业局"),
    ("（市海洋局负责，12月底前）", "R 市海洋局"),
    (
        "（市海洋局牵头，市港口局等按职责分工负责，2018年3月底前取得阶段性成果，2018年4月至2019年10月深化提升）",
        "L 市海洋局 R 市港口局 …",
    ),
    # a list that is left open by itself, and a name right behind a bracket
    ("（市海洋局、港口局、等按职责分工负责，持续推进）", "R 市海洋局 市港口局 …"),
    ("（市海洋局（渔业局）港口局负责）", "R 市海洋局（渔业局） 市港口局"),
    ("（牵头单位：市海洋局，配合单位：市港口局，长期坚持）", "L 市海洋局 S 市港口局"),
    # labels of several roles: all have the weaker one; a single unit has both
    ("牵头及责任单位：市海洋局、市港口局", "R 市海洋局 市港口局"),
    ("责任（牵头）单位：市海洋局、市港口局", "R 市海洋局 市港口局"),
    ("牵头、配合单位：市海洋局、市港口局", "S 市海洋局 市港口局"),
    ("牵头（责任）单位：市海洋局", "L 市海洋局"),
    ("牵头责任单位：市海洋局、市港口局", "L 市海洋局 市港口局"),
    ("牵头及责任单位：市海洋局牵头，市港口局配合", "L 市海洋局 S 市港口局"),
    ("责任单位及责任人：市海洋局", "R 市海洋局"),
    # labels and verbs in one: the verbs decide, what has no verb follows the label
    ("责任单位：市海洋局牵头，市港口局、市渔业局，各区政府", "L 市海洋局 R 市港口局 市渔业局 各区政府"),
    ("责任单位：市妇联会同市海洋局、市港口局", "R 市妇联 市海洋局 市港口局"),
    # brackets
    ("（责任单位：市海洋局、各市、县（市、区）政府））", "R 市海洋局 各市、县（市、区）政府"),
    ("（责任单位：市海洋局)", "R 市海洋局"),
    ("〔责任单位：市海洋局（灯塔办）、市港口局〕", "R 市海洋局（灯塔办） 市港口局"),
    ("（市海洋局、市港口局负责。）", "R 市海洋局 市港口局"),
    # dropped prefixes
    (
        "责任单位:市委组织部、宣传部,市海洋局、港口局、总工会、团市委、妇联。",
        "R 市委组织部 市委宣传部 市海洋局 市港口局 市总工会 团市委 市妇联",
    ),
    ("责任单位：省海洋厅、商务厅，清屿市政府", "R 省海洋厅 省商务厅 清屿市政府"),
    (
        "责任单位：市海洋局、市场监管局、清屿师范学院、清屿日报社、港务集团",
        "R 市海洋局 市市场监管局 清屿师范学院 清屿日报社 港务集团",
    ),
    ("责任单位：海洋局、港口局", "R 海洋局 港口局"),
    ("责任单位：各街道,税务局", "R 各街道 税务局"),
    ("责任单位：市海洋局、浙江海事局、清屿湾实验室", "R 市海洋局 浙江海事局 清屿湾实验室"),
    ("责任单位：市海洋局、民航华东管理局、西南能源监管局", "R 市海洋局 民航华东管理局 西南能源监管局"),
    ("责任单位：市海洋局、民航局", "R 市海洋局 市民航局"),
    ("责任单位：区海洋局，区人大工委、政协工委", "R 区海洋局 区人大工委 区政协工委"),
    # an office belongs to the body of the office before it
    ("牵头部门：市海洋局灯塔处、航标科、市渔业局、规划处", "L 市海洋局灯塔处 市海洋局航标科 市渔业局 市规划处"),
    # names that hold a conjunction, and joined ones
    ("（市人力资源和社会保障局、市工业和信息化局负责）", "R 市人力资源和社会保障局 市工业和信息化局"),
    ("（市级各有关部门及各县市区政府负责）", "R 市级各有关部门 各县市区政府"),
    ("（市海洋局和市港口局负责）", "R 市海洋局 市港口局"),
    ("（各设区市人民政府和东屿综合实验区管委会负责）", "R 各设区市人民政府 东屿综合实验区管委会"),
    # collectives
    ("（配合单位：市海洋局，各区、县级市）", "S 市海洋局 各区、县级市"),
    ("（责任单位：各市、县〔市、区〕政府）", "R 各市、县〔市、区〕政府"),
    ("（各镇人民政府、各街道办事处负责）", "R 各镇人民政府 各街道办事处"),
    ("（市海洋局、各项目实施主体负责）", "R 市海洋局 各项目实施主体"),
    ("（各项目牵头单位，各有关部门和单位负责）", "R 各项目牵头单位 各有关部门和单位"),
    ("（各县、区人民政府（管委会）负责落实）", "R 各县、区人民政府（管委会）"),
    ("（市海洋局，各县<市、区>人民政府负责）", "R 市海洋局 各县<市、区>人民政府"),
    ("（各乡镇人民政府、街道办事处负责）", "R 各乡镇人民政府 街道办事处"),
    ("（市海洋局，各市(地)、县(市、区)政府(行署)负责）", "R 市海洋局 各市(地)、县(市、区)政府(行署)"),
    ("牵头责任单位：市海洋局；协同责任单位：市港口局", "L 市海洋局 S 市港口局"),
    ("（市海洋局，各县（市、区）党委、政府负责）", "R 市海洋局 各县（市、区）党委、政府"),
    ("（各县（市、区）委、政府，市直有关部门负责）", "R 各县（市、区）委、政府 市直有关部门"),
    ("责任单位：市海洋局/市港口局", "R 市海洋局 市港口局"),
    ("责任单位：市海洋局、长江航务管理局", "R 市海洋局 长江航务管理局"),
    # open lists
    ("（市海洋局、市港口局等有关部门和单位负责）", "R 市海洋局 市港口局 …"),
    ("(责任单位:市海洋局等部门)", "R 市海洋局 …"),
    ("（清屿银保监组等按职责分工负责）", "R 清屿银保监组 …"),
    ("(责任单位:市海洋局等市有关单位)", "R 市海洋局 …"),
    ("（市海洋局等部门和各县市区政府负责）", "R 市海洋局 各县市区政府 …"),
    ("（市海洋局会同有关部门负责）", "R 市海洋局 …"),
    ("[市海洋局牵头，会同市港口局和各区、县（市）政府负责]", "L 市海洋局 R 市港口局 各区、县（市）政府"),
    ("（市海洋局承办，市港口局、清屿出入境检验检疫局协办）", "R 市海洋局 S 市港口局 清屿出入境检验检疫局"),
    ("（预期性指标，牵头单位：市海洋局；责任单位：市港口局）", "L 市海洋局 R 市港口局"),
    ("（省级重点任务；市海洋局牵头，市港口局配合）", "L 市海洋局 S 市港口局"),
    ("（市高等教育处负责）", "R 市高等教育处"),
    ("（配合单位：东屿、西屿、北屿等县区）", "S 东屿 西屿 北屿 …"),
    ("责任单位：市海洋局【牵头】、市港口局、市渔业局【配合】", "L 市海洋局 R 市港口局 S 市渔业局"),
    ("责任单位：海洋局、港口局【列第一位者为牵头单位,下同】", "R 海洋局 港口局"),
    # rules for later lists are no units
    ("（市海洋局、市港口局负责，排第一位的为牵头单位，以下均同）", "R 市海洋局 市港口局"),
    ("（市海洋局、市港口局负责。列第一位者为牵头单位，下同）", "R 市海洋局 市港口局"),
    ("（市海洋局、各县区政府〈列首位的为牵头单位，下同〉）", "R 市海洋局 各县区政府"),
    ("责任单位：海洋局、港口局(列第一位者为牵头或汇总单位,下同)", "R 海洋局 港口局"),
    ("（责任单位：市海洋局。以下均需各县（市、区）政府落实，不再列出）", "R 市海洋局"),
    ("（责任单位：市海洋局、市港口局。除专门列出外，以下任务均涉及各镇政府，不再重复）", "R 市海洋局 市港口局"),
    ("责任单位:海洋局、港口局(除标注“分别牵头”外,列第一位为牵头单位,下同)", "R 海洋局 港口局"),
    # the same unit in two roles stays in both
    ("(牵头部门:市海洋局、市港口局;责任单位:市渔业局、市海洋局)", "L 市海洋局 市港口局 R 市渔业局 市海洋局"),
    # damage
    ("(牵头单位:市海洋局,;责任单位:市港口局,、市渔业局)", "L 市海洋局 R 市港口局 市渔业局"),
    ("（责\n任单位：市海\n洋局、市港口\n局）", "R 市海洋局 市港口局"),
]


def _told(reading: Reading) -> str:
    words: list[str] = []
    for role, sign in ((Role.LEAD, "L"), (Role.RESPONSIBLE, "R"), (Role.SUPPORT, "S")):
        names = [unit.name for held, unit in reading.roles if held is role]
        words += [sign, *names] if names else []
    return " ".join([*words, *(["…"] if reading.open_list else [])])


@pytest.mark.parametrize(("text", "told"), FORMS, ids=[text[:24].replace("\n", "") for text, _ in FORMS])
def test_a_statement_tells_its_units_and_roles(text: str, told: str) -> None:
    assert _told(read_statement(text)) == told


def test_what_is_printed_is_kept_beside_the_full_name() -> None:
    reading = read_statement("责任单位：市海洋局、港口局")
    assert [(unit.printed, unit.name) for _, unit in reading.roles] == [
        ("市海洋局", "市海洋局"),
        ("港口局", "市港口局"),
    ]


def test_a_deadline_in_the_statement_is_no_unit() -> None:
    for words in ("牵头单位：市海洋局；完成时限：2025年12月底", "市海洋局牵头，于2025年12月底完成"):
        reading = read_statement(words)
        assert (_told(reading), reading.deadline) == ("L 市海洋局", "2025年12月底")
    reading = read_statement("（市海洋局分别负责，年内持续推进）")
    assert (_told(reading), reading.deadline) == ("R 市海洋局", "年内持续推进")


def test_only_an_undivided_list_proposes_its_first_unit_as_lead() -> None:
    proposed = read_statement("（市海洋局、市港口局负责）").proposals(3, "q")
    assert [(one.unit, one.role, one.reason, one.line) for one in proposed] == [
        ("市海洋局", Role.LEAD, "first_listed", 3)
    ]
    for text in (
        "（各镇人民政府、市港口局负责）",
        "（牵头单位：市海洋局）",
        "（市海洋局负责，市港口局负责）",
        "（配合单位：市海洋局）",
    ):
        assert not read_statement(text).proposals(1, "q"), text


def test_the_first_listed_rule_makes_the_first_unit_lead() -> None:
    rule = read_statement("（责任单位：市海洋局、市港口局。列第一位的为牵头单位，下同）")
    assert (rule.first_leads, rule.first_leads_on) == (True, True)
    assert _told(rule.with_first_leading()) == "L 市海洋局 R 市港口局"
    assert (
        _told(read_statement("（牵头单位：市海洋局；责任单位：市港口局）").with_first_leading())
        == "L 市海洋局 R 市港口局"
    )


def test_a_label_of_two_strengths_is_asked_about() -> None:
    for label in ("配合/责任单位", "牵头及责任单位", "牵头（配合）单位"):
        assert [code for code, _ in read_statement(f"（{label}：市海洋局、市港口局）").problems] == ["role_ambiguous"]


def test_of_a_list_of_leads_and_others_the_first_is_proposed() -> None:
    for label in ("牵头及责任单位", "牵头、配合单位"):
        (proposed,) = read_statement(f"{label}：市海洋局、市港口局").proposals(1, "q")
        assert (proposed.unit, proposed.role) == ("市海洋局", Role.LEAD)


def test_words_that_are_no_name_are_kept_and_named() -> None:
    reading = read_statement("（责任单位：市海洋局、况进行抽查检查、清屿书店）")
    assert reading.problems == (("unit_unreadable", "况进行抽查检查"),)
    assert [unit.name for _, unit in reading.roles] == ["市海洋局", "况进行抽查检查", "清屿书店"]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("市海洋局、市港口局", "R 市海洋局 市港口局"),
        ("市海洋局\n市港口局", "R 市海洋局 市港口局"),
        ("市海洋和\n渔业局", "R 市海洋和渔业局"),
        ("市海洋局牵头，相关部门参与", "L 市海洋局 S 相关部门"),
        ("市海洋局，市港口局、\n市渔业局", "R 市海洋局 市港口局 市渔业局"),
        ("牵头单位：\n市海洋局\n市港口局\n配合单位：市渔业局\n市科协", "L 市海洋局 市港口局 S 市渔业局 市科协"),
        ("牵头单位：\n市海洋和\n渔业局\n配合单位：市科协", "L 市海洋和渔业局 S 市科协"),
        ("市海洋局\n市港口局\n清屿金融港", "R 市海洋局 市港口局 清屿金融港"),
        ("/", ""),
        ("", ""),
    ],
)
def test_a_unit_cell_reads_like_a_statement(cell: str, told: str) -> None:
    assert _told(read_unit_cell(cell, Label(Role.RESPONSIBLE))) == told
