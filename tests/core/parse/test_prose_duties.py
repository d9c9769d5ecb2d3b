"""Duties in running text are proposed to a person; what only mentions a unit is not."""

from __future__ import annotations

import pytest

from sciplan_tui.core.parse.draft import Line, Node, Span
from sciplan_tui.core.parse.statement.duties import read_duties
from sciplan_tui.core.plan import Kind


def read(text: str, kind: Kind = Kind.SAFEGUARD) -> list[tuple[str, str]]:
    line = Line(9, text, text)
    node = Node("4.1", "4", "(一)", "组织领导", kind, 9, 9, False, True, None, (Span(line, 0, len(text)),))
    return [(proposal.unit, str(proposal.role)) for _, proposal in read_duties((node,))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市科协要发挥作用。", [("市科协", "responsible")]),
        ("由市全民科学素质工作领导小组负责组织实施。", [("市全民科学素质工作领导小组", "responsible")]),
        ("市科协（市全民科学素质工作领导小组办公室）要会同各方推进。", [("市科协", "responsible")]),
        ("各镇人民政府、各街道办事处负责落实。", [("各镇人民政府", "responsible"), ("各街道办事处", "responsible")]),
        ("各区、县（市）政府要纳入规划。", [("各区、县（市）政府", "responsible")]),
        ("各部门要落实经费，各级政府要安排经费。", [("各部门", "responsible"), ("各级政府", "responsible")]),
        ("各乡镇（街道）要列入议事日程。", [("各乡镇（街道）", "responsible")]),
        ("区科协牵头做好协调。", [("区科协", "lead")]),
        ("办好灯会，由区科协牵头。", [("区科协", "lead")]),
        ("市妇联负责培训，各区妇联配合。", [("市妇联", "responsible")]),
    ],
)
def test_duties(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "加强与市科协的联系，支持各部门开展活动。",
        "科普工作要纳入计划，市场主体要参与。",
        "开展培训。（市科协、市教育局负责）",
        "各类活动要有序开展。",
    ],
)
def test_a_mention_is_no_duty(text: str) -> None:
    assert read(text) == []


def test_goals_lay_no_duty_on_anyone() -> None:
    assert read("市科协要发挥作用。", Kind.GOAL) == []


def test_a_title_may_tell_a_duty() -> None:
    line = Line(9, "——市政府负责领导本市的灯塔工作。", "")
    node = Node(
        "4.1", "4", "——", "市政府负责领导本市的灯塔工作", Kind.SAFEGUARD, 9, 9, False, True, Span(line, 0, 16), ()
    )
    (path, told), *others = read_duties((node,))
    assert (path, told.unit, told.line, others) == ("4.1", "市政府", 9, [])
