"""Units behind labels that ask for persons or members: read where they have a part in a task, told where they may."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Role

SIGNS = {Role.LEAD: "L", Role.RESPONSIBLE: "R", Role.SUPPORT: "S"}


def _plan(item: str) -> ParsedPlan:
    text = f"海州市灯塔整治方案（2021—2025年）\n一、任务\n（一）点灯。天天点。（市灯塔局牵头）\n（二）换灯\n{item}\n"
    return parse(readers.read("a.txt", text.encode()), lambda words: words)


def _held(plan: ParsedPlan) -> str:
    return " ".join(f"{SIGNS[held.role]} {held.unit}" for held in plan.tasks[2].assignments)


def _told(plan: ParsedPlan) -> list[str]:
    return [dict(one.details)["text"] for one in plan.problems if one.code == "statement_unread"]


PERSONS = {
    "责任单位：市港口局\n责任人：李某某": "R 市港口局",
    "责任领导：李某某\n责任人：王某": "",
    "责任领导：李某某 市港口局，王某某（市渔业局局长）": "R 市港口局 R 市渔业局",
    "责任领导：李某某（市委常委、宣传部部长） 责任部门：市港口局": "R 市港口局",
    "责任单位：市港口局\n责任人：市渔业局 王某某": "R 市港口局 R 市渔业局",
    "责任领导：市港口局 李某某，市渔业局 王某某": "R 市港口局 R 市渔业局",
    "（责任人：王某某（市港口局副局长）；牵头单位：市港口局）": "L 市港口局",
    "牵头领导：市港口局局长李某某": "L 市港口局",
    "牵头处室：灯塔处，责任单位：市港口局": "R 市港口局",
    "责任单位：市港口局，各乡镇人民政府\n责 任 人：王  某": "R 市港口局 R 各乡镇人民政府",
}


@pytest.mark.parametrize(("item", "held"), PERSONS.items(), ids=PERSONS)
def test_the_units_of_persons_are_read_and_persons_are_none(item: str, held: str) -> None:
    plan = _plan(item)
    assert _held(plan) == held
    assert not _told(plan)


MEMBERS = {
    "牵头单位：市港口局\n成员单位：市渔业局、市航道局": "L 市港口局 S 市渔业局 S 市航道局",
    "要天天换灯，一盏也不能少。（牵头单位：市港口局；成员单位：市渔业局）": "L 市港口局 S 市渔业局",
    "由市港口局牵头，市渔业局、市航道局为成员单位。": "L 市港口局 S 市渔业局 S 市航道局",
}


@pytest.mark.parametrize(("item", "held"), MEMBERS.items(), ids=MEMBERS)
def test_members_help_where_somebody_leads(item: str, held: str) -> None:
    plan = _plan(item)
    assert _held(plan) == held
    assert not _told(plan)


TOLD = {
    "成员单位：市渔业局、市航道局。": "成员单位：市渔业局、市航道局",
    "成立专班，市渔业局、市航道局等单位为成员单位。": "市渔业局、市航道局等单位为成员单位",
    "包保单位：市渔业局、市航道局": "包保单位：市渔业局、市航道局",
    "主管部门：市渔业局": "主管部门：市渔业局",
    "要挂的灯一盏也不能少「责任单位：市渔业局」": "责任单位：市渔业局",
    "单位：市渔业局、市航道局": "单位：市渔业局、市航道局",
}


@pytest.mark.parametrize(("item", "told"), TOLD.items(), ids=TOLD)
def test_who_but_belongs_or_has_an_unknown_part_is_told(item: str, told: str) -> None:
    plan = _plan(item)
    assert not _held(plan)
    assert _told(plan) == [told]


@pytest.mark.parametrize("item", ["建设单位：市港口局", "请各成员单位：抓好落实。", "市渔业局是成员单位之一。"])
def test_other_labels_and_prose_are_not_told(item: str) -> None:
    assert not _told(_plan(item))
