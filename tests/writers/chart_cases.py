"""A sheet of counts with its chart, for the writers to draw."""

from __future__ import annotations

from sciplan_tui.core.book import Book
from sciplan_tui.core.chart import Chart
from sciplan_tui.core.sheet import Column, Sheet
from tests.writers.odd_sheets import ON

COUNTS = Sheet(
    "by_action",
    (*(Column(key) for key in ("path", "title", "tasks", "done", "in_progress", "unmarked")),),
    (
        ("2", "重点 <任务>", None, None, None, None),
        ("2.1", "=青少年&行动", 8, 5, 3, 0),
        ("2.2", "农民", 4, 0, 1, 3),
        ("2.3", "产业工人", 5, 0, 0, 5),
    ),
    frozenset({0}),
    (("完成", "mark:2023=done"),),
)
PIECES = ("done", "in_progress", "unmarked")
CHART = Chart("by_action", "by_action", "title", PIECES)
NAMES = ["=青少年&行动", "农民", "产业工人"]
NUMBERS = {"完成": [5, 0, 0], "推进中": [3, 1, 0], "未标": [0, 3, 5]}


def drawn_book(*charts: Chart, sheet: Sheet = COUNTS) -> Book:
    """A book of one sheet of counts with these charts."""
    return Book("方案", (sheet,), (("查询", "全部"),), ON, charts or (CHART,))
