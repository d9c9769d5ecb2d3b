"""Paragraphs that begin with the unit whose duty they tell, below no number: nothing of them is lost in silence."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse

HEAD = "海州市灯塔整治方案（2021—2025年）\n一、任务\n（一）点灯。天天点。（市灯塔局牵头）\n二、分工\n"
DUTIES = [
    "市灯塔局：负责点灯的日常工作，管好灯油。",
    "市港口局、市渔业局：负责看住港口里的灯，报告坏了的。",
    "市航道局：负责清理航道，给灯塔让路。",
]


def _unread(lines: list[str]) -> list[tuple[int | None, str]]:
    plan = parse(readers.read("a.txt", (HEAD + "\n".join(lines)).encode()), lambda words: words)
    return [(one.line, dict(one.details)["text"]) for one in plan.problems if one.code == "statement_unread"]


def test_several_among_prose_are_told_once_at_the_first() -> None:
    between = ["灯塔是全市人民的灯塔。", "大家都要爱护它。"]
    assert _unread([DUTIES[0], *between, *DUTIES[1:]]) == [(5, "市灯塔局：负责")]


def test_several_alone_are_read() -> None:
    assert not _unread(DUTIES)


def test_one_or_two_may_be_prose() -> None:
    assert not _unread(DUTIES[:2])


def test_a_word_that_is_no_unit_is_none() -> None:
    assert not _unread(["第一步：负责点灯。", "第二步：负责看灯。", "第三步：负责关灯。"])
