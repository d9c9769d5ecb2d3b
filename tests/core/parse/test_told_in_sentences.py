"""Behind 责任分工： whole sentences tell who does what: their verbs give the roles, their objects are no units."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.plan import Role

SIGNS = {Role.LEAD: "L", Role.RESPONSIBLE: "R", Role.SUPPORT: "S"}
TOLD = {
    "what_one_is_responsible_for": (
        "责任分工：市海洋局负责开展航道编制工作，各镇人民政府组织实施，市渔业局配合",
        "R 市海洋局 R 各镇人民政府 S 市渔业局",
    ),
    "whose_work_comes_first": (
        "责任分工：东港二期项目由市港口局负责实施，市渔业局配合",
        "R 市港口局 S 市渔业局",
    ),
    "a_name_with_the_same_word": (
        "责任分工：市海洋局负责规划，自由贸易区管委会负责实施",
        "R 市海洋局 R 自由贸易区管委会",
    ),
    "who_guides_in_the_matter": (
        "责任分工：市海洋局负责，市港口局业务检查指导并协助市海洋局做好编制工作，市渔业局负责检查指导",
        "R 市海洋局 S 市港口局 S 市渔业局",
    ),
    "guiding_may_be_what_one_does": ("责任分工：由市海洋局负责航道指导工作，市渔业局配合", "R 市海洋局 S 市渔业局"),
    "who_is_but_the_owner": (
        "责任分工：市海洋局组织实施，灯塔公司作为业主单位，市渔业局全力配合",
        "R 市海洋局 S 市渔业局",
    ),
    "as_what": ("（市海洋局作为牵头单位，市渔业局配合）", "L 市海洋局 S 市渔业局"),
    "on_what_grounds": (
        "责任分工：按照灯塔布局要求，市海洋局负责组织实施，市渔业局配合",
        "R 市海洋局 S 市渔业局",
    ),
    "each_his_own": (
        "责任分工：市海洋局负责实施，市直各部门各司其职，协同配合",
        "R 市海洋局 S 市直各部门",
    ),
    "or_else": ("责任分工：各片区管理局（或业主单位）负责实施", "R 各片区管理局"),
    "two_places": (
        "责任分工：东屿、西屿片区管理局具体负责，市渔业局等市直相关部门配合",
        "R 东屿片区管理局 R 西屿片区管理局 S 市渔业局",
    ),
}


@pytest.mark.parametrize(("text", "told"), TOLD.values(), ids=TOLD)
def test_verbs_give_the_roles(text: str, told: str) -> None:
    reading = read_statement(text)
    assert " ".join(f"{SIGNS[role]} {unit.name}" for role, unit in reading.roles) == told
    assert reading.sure
    assert not reading.problems


PLACES = {
    "（市海洋局、东屿、西屿街道办事处）": "市海洋局 东屿街道办事处 西屿街道办事处",
    "（东屿、西屿镇人民政府）": "东屿镇人民政府 西屿镇人民政府",
    "（东屿片区、西屿片区管理局，市海洋局）": "东屿片区管理局 西屿片区管理局 市海洋局",
    "（市海洋局、市科协）": "市海洋局 市科协",
    "（东屿区、西屿区人民政府）": "东屿区人民政府 西屿区人民政府",
    "（海州、西屿市政府，省海洋局）": "海州市政府 西屿市政府 省海洋局",
    "（各镇、街道办事处，市海洋局）": "各镇、街道办事处 市海洋局",
}


@pytest.mark.parametrize(("text", "told"), PLACES.items(), ids=PLACES)
def test_the_last_of_several_places_says_what_all_are(text: str, told: str) -> None:
    assert " ".join(unit.name for _, unit in read_statement(text).roles) == told


def test_what_is_printed_of_a_place_is_kept() -> None:
    (_, first), _ = read_statement("（东屿、西屿片区管理局）").roles
    assert (first.name, first.printed) == ("东屿片区管理局", "东屿")


def _unread(statement: str) -> list[str]:
    head = "海州市灯塔整治方案（2021—2025年）\n一、任务\n（一）点灯。天天点。（市灯塔局牵头）\n（二）看海\n"
    plan = parse(readers.read("a.txt", f"{head}{statement}\n".encode()), lambda words: words)
    return [dict(one.details)["text"][:6] for one in plan.problems if one.code == "statement_unread"]


def test_what_cannot_be_read_is_told() -> None:
    assert _unread("责任分工：市海洋局负责编制，灯塔怎样修好配合，市港口局组织实施") == ["责任分工：市"]
    assert _unread("点灯。（市海洋局与灯塔方面商定配合，市港口局负责，2018年3月底前取得初步成效）") == ["市海洋局与灯"]
    assert not _unread("工作分工：由各人自己定，做完为止。")
