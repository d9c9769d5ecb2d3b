"""A last sentence of a paragraph that is nothing but units says who holds its task."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan


def _read(*items: str) -> ParsedPlan:
    numbered = (f"（{number}）{item}" for number, item in zip("一二三四", items, strict=False))
    text = "\n".join(["清屿市2025年港口工作方案", "一、重点任务", *numbered])
    return parse(readers.read("x.txt", text.encode()), lambda words: words)


def _held(plan: ParsedPlan) -> list[str]:
    return [" ".join(f"{held.role.value[0]}:{held.unit}" for held in task.assignments) for task in plan.tasks[1:]]


def _unread(plan: ParsedPlan) -> list[str]:
    return [dict(one.details)["text"] for one in plan.problems if one.code == "statement_unread"]


def test_a_list_that_marks_its_lead_is_a_statement() -> None:
    plan = _read("修灯塔。点亮海岸。市海洋局（牵头）、市港口局、各乡镇。")
    assert (_held(plan), _unread(plan)) == (["l:市海洋局 r:市港口局 r:各乡镇"], [])


def test_lists_without_a_mark_are_statements_where_there_are_several() -> None:
    plan = _read("修灯塔。点亮海岸。市海洋局、市港口局。", "清航道。挖深水道。市港口局、市渔业局。")
    assert (_held(plan), _unread(plan)) == (["r:市海洋局 r:市港口局", "r:市港口局 r:市渔业局"], [])


def test_one_alone_is_shown() -> None:
    plan = _read("修灯塔。点亮海岸。市海洋局、市港口局。", "清航道。挖深水道。（市港口局牵头，市渔业局配合）")
    assert (_held(plan), _unread(plan)) == (["", "l:市港口局 s:市渔业局"], ["市海洋局、市港口局"])


def test_what_is_more_than_a_list_is_none() -> None:
    plan = _read("修灯塔。点亮海岸。灯塔、航道、港口。", "开放展厅。每周一次。市海洋局、灯塔之家。")
    assert (_held(plan), _unread(plan)) == (["", ""], [])


def test_so_they_are_behind_the_title_of_an_item() -> None:
    plan = _read("修灯塔：市海洋局、市港口局。", "清航道：市港口局、市渔业局。", "专班成员：市海洋局、市渔业局。")
    assert _held(plan) == ["r:市海洋局 r:市港口局", "r:市港口局 r:市渔业局", ""]
    assert _unread(_read("修灯塔：市海洋局、市港口局。", "清航道。")) == ["市海洋局、市港口局"]


def test_a_last_sentence_that_shares_the_duty_out_is_one_whatever_its_word_for_by() -> None:
    for by in ("按", "依", "依照", "根据"):
        assert _held(_read(f"修灯塔。点亮海岸。市海洋局、市港口局{by}职责负责。")) == ["r:市海洋局 r:市港口局"], by
