"""Whom a unit does it together with (会同) is read in a statement, and told in a bracket of prose."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.statement.reading import read_statement
from sciplan_tui.core.plan import Role

SIGNS = {Role.LEAD: "L", Role.RESPONSIBLE: "R", Role.SUPPORT: "S"}
FORMS = {
    "（市海洋局牵头，会同市港口局）": "L 市海洋局 R 市港口局",
    "（市海洋局牵头会同市港口局、市渔业局）": "L 市海洋局 R 市港口局 R 市渔业局",
    "（市海洋局牵头会同有关部门）": "L 市海洋局",
    "（市海洋局牵头，商市港口局）": "L 市海洋局 R 市港口局",
    "（市商务局牵头，商州区政府配合）": "L 市商务局 S 商州区政府",
    "（牵头单位：市海洋局，会同单位：市港口局）": "L 市海洋局 S 市港口局",
    "（主办单位：市海洋局；会办单位：市港口局）": "L 市海洋局 S 市港口局",
    "（市海洋局会同市港口局举办）": "R 市海洋局 R 市港口局",
}


@pytest.mark.parametrize(("text", "told"), FORMS.items(), ids=FORMS)
def test_who_is_there_too_has_a_role(text: str, told: str) -> None:
    reading = read_statement(text)
    assert " ".join(f"{SIGNS[role]} {unit.name}" for role, unit in reading.roles) == told
    assert not reading.problems


UNREAD = {
    "（市海洋局牵头会同市港口局按季度通报）": "会同市港口局按季度通报",
    "（责任单位：市海洋局，包保单位：市港口局）": "包保单位：市港口局",
}


@pytest.mark.parametrize(("text", "told"), UNREAD.items(), ids=UNREAD)
def test_what_is_not_understood_is_told(text: str, told: str) -> None:
    assert read_statement(text).problems == (("statement_unread", told),)


def test_in_prose_it_is_told() -> None:
    text = "海州市灯塔整治方案\n一、任务\n1.点灯的办法（市海洋局会同市港口局），印成册子。\n2.换灯。（市海洋局负责）\n"
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    told = [dict(one.details)["text"] for one in plan.problems if one.code == "statement_unread"]
    assert told == ["市海洋局会同市港口局"]
