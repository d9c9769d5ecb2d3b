"""What units do, said in more words than a verb: the last group of a bracket keeps its units, and the lead is read."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.plan import Role

CARRIED = (
    "结合本地实际组织实施",
    "结合当地情况抓好贯彻落实",
    "因地制宜推进实施",
    "根据实际情况实施",
    "按照属地原则实施",
    "属地落实",
    "分级分类推进",
    "督促落实",
    "组织开展",
    "参照执行",
    "具体抓",
    "做好相关工作",
    "组织本地区学校开展",
)
HELPED = ("协作配合", "给予支持", "提供保障", "做好服务保障", "认真做好配合工作", "提供资金支持")
LAST = ("各县（市、区）政府", "各有关部门", "市科协", "市委组织部", "市社会组织管理局", "市妇联", "市残联等部门")


def _read(last: str) -> list[tuple[Role, str]]:
    reading = read_statement(f"（市海洋协会牵头，{last}）")
    assert reading.sure
    assert not reading.problems
    return [(role, unit.name) for role, unit in reading.roles]


@pytest.mark.parametrize("units", LAST)
@pytest.mark.parametrize("duty", [*CARRIED, *HELPED])
def test_the_role_of_the_last_group_is_what_it_does(units: str, duty: str) -> None:
    role = Role.SUPPORT if duty in HELPED else Role.RESPONSIBLE
    assert _read(units + duty) == [(Role.LEAD, "市海洋协会"), (role, units.removesuffix("等部门"))]


def test_words_of_a_duty_within_names_are_kept() -> None:
    names = ["市委组织部", "市政府督促检查室", "市社会组织管理中心", "各区组织部门", "各镇推进办"]
    assert [unit for _, unit in _read("、".join(names) + "组织实施")[1:]] == names


def test_a_group_without_units_adds_nobody() -> None:
    for words in ("认真抓好落实", "按照属地原则组织实施", "共同做好相关工作"):
        assert _read(words) == [(Role.LEAD, "市海洋协会")]


def test_under_a_label_the_units_stand_without_what_they_do() -> None:
    reading = read_statement("（责任单位：市海洋协会，各区政府因地制宜推进实施）")
    assert [unit.name for _, unit in reading.roles] == ["市海洋协会", "各区政府"]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("市财政局落实经费", "R 市财政局"),
        ("市融媒体中心做好宣传报道", "R 市融媒体中心"),
        ("各区政府负主体责任", "R 各区政府"),
        ("各学会自愿参加", "S 各学会"),
        ("各区企业自愿参加", "S 各区企业"),
        ("市委党校自愿参加", "S 市委党校自愿"),  # no unit beyond doubt: told, not cut at 市委
        ("市财政局负责保障经费", "R 市财政局"),
    ],
)
def test_behind_another_group_any_words_of_what_units_do_are_read(words: str, last: str) -> None:
    reading = read_statement(f"（市海洋协会牵头，{words}）")
    assert [f"{role.value[0].upper()} {unit.name}" for role, unit in reading.roles][1:] == [last]


def test_units_with_duties_of_their_own_may_stand_in_one_row() -> None:
    reading = read_statement("（由市海洋协会牵头抓总、各区政府分别组织实施、市财政局做好资金保障）")
    assert [(role, unit.name) for role, unit in reading.roles] == [
        (Role.LEAD, "市海洋协会"),
        (Role.RESPONSIBLE, "各区政府"),
        (Role.SUPPORT, "市财政局"),
    ]


def test_prose_of_the_kind_is_no_statement() -> None:
    for words in ("坚持政府推动，社会组织开展", "强化协会引领，推动工作落实", "各方力量因地制宜组织实施"):
        plan = parse(readers.read("a.txt", f"一、任务\n（一）刷墙\n{words}\n".encode()), lambda text: text)
        assert not [one for task in plan.tasks for one in task.assignments]
