"""What is said of a mark that was carried out: how many, where, and what was left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from sciplan_tui.core.plan import Status
from sciplan_tui.tui.desk.desk import Desk, MarkForm
from sciplan_tui.tui.screens.mark import marked
from sciplan_tui.workspace.progress.marking import MarkResult

DONE = MarkResult(2, 19, 0, ("midterm-2023",), labels=("2023年中期督查",))


class Answering(Desk):
    """A desk that has marked."""

    result = DONE

    def mark(self, form: MarkForm) -> MarkResult:
        return self.result


def said(result: MarkResult) -> str:
    desk = Answering(Path(), date(2024, 1, 1))
    desk.result = result
    return marked(desk, MarkForm(frozenset({1}), "midterm-2023", Status.DONE, None, None), "2023年中期督查").sentence


def test_headings_that_were_left_alone_are_counted() -> None:
    assert said(DONE) == "已标记 19 项：2023年中期督查 完成"
    assert said(replace(DONE, headings=1)) == "已标记 19 项：2023年中期督查 完成  1 行是大纲标题，没有记"
