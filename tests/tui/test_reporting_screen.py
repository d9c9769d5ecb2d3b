"""Reported values as a person enters them: in the overview, on a database, one entry each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from sciplan_tui.tui.screens.overview.overview import OverviewScreen
from sciplan_tui.tui.screens.reporting import ReportForm
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.progress.reporting import report_value
from tests.store_cases import AT, small
from tests.tui.driving import opened_on, press, shown
from tests.workspace.stored import ask, task_id

ROWS = "SELECT value, on_day, note, evidence FROM reported ORDER BY on_day"
TO_FIGURES = ("O", "left")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    import_plan(path, small(), "raw", at=AT)
    return path


async def write(pilot: Pilot[Any], **fields: str) -> None:
    form = pilot.app.screen
    assert isinstance(form, ReportForm)
    for key, text in fields.items():
        form.query_one(f"#{key}").value = text  # type: ignore[attr-defined]
    await press(pilot, "enter")


async def test_a_value_is_entered_shown_taken_back_and_dropped(database: Path) -> None:
    async with opened_on(database) as pilot:
        await press(pilot, *TO_FIGURES)
        assert "未汇报" in shown(pilot)
        assert "m 汇报值" in shown(pilot).splitlines()[-1]
        await press(pilot, "m")
        await write(pilot, value="180", note="半年报")
        assert isinstance(pilot.app.screen, OverviewScreen)
        assert ask(database, ROWS) == [(180.0, "2023-07-01", "半年报", None)]
        assert "180 未达到" in shown(pilot)
        assert "备注 半年报" in shown(pilot)
        await press(pilot, "m")
        assert "汇报 180 人次（2023-07-01）" in shown(pilot)
        await write(pilot, value="1,200", on="2023-06-30")
        assert len(ask(database, ROWS)) == 2
        assert "180 未达到" in shown(pilot), "the newest counts, whenever it was entered"
        await press(pilot, "u")
        assert len(ask(database, ROWS)) == 1
        await press(pilot, "r")
        assert len(ask(database, ROWS)) == 2
        await press(pilot, "minus")
        assert "去掉汇报值" in shown(pilot)
        assert ask(database, ROWS) == [(1200.0, "2023-06-30", None, None)]
        assert "1200 已达到" in shown(pilot)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [({"value": "很多"}, "不是数"), ({"on": "2023-13-01"}, "日期"), ({"evidence": "/nowhere"}, "没有文件")],
)
async def test_what_would_be_refused_is_said_in_the_form(database: Path, wrong: dict[str, str], sentence: str) -> None:
    async with opened_on(database) as pilot:
        await press(pilot, *TO_FIGURES, "m")
        await write(pilot, **{"value": "1", **wrong})
        assert isinstance(pilot.app.screen, ReportForm)
        assert sentence in shown(pilot)
    assert ask(database, ROWS) == []


async def test_on_another_face_it_says_where_figures_are_and_without_a_value_that_there_is_none(database: Path) -> None:
    async with opened_on(database) as pilot:
        await press(pilot, "O", "m")
        assert "先把光标移到一个指标上" in shown(pilot)
        assert "m 汇报值" not in shown(pilot).splitlines()[-1]
        await press(pilot, "left", "minus")
        assert "还没有汇报值" in shown(pilot)
    assert ask(database, ROWS) == []


async def test_pages_of_tasks_and_units_tell_it_and_a_figure_that_is_dropped_tells_what_goes(database: Path) -> None:
    report_value(database, 1, "250", on="2023-06-30", at=AT)
    async with opened_on(database, (100, 40)) as pilot:
        await press(pilot, "G", "enter")
        assert "汇报 250 人次（2023-06-30）" in shown(pilot)
        assert "已达到" in shown(pilot)
        await press(pilot, "E")
        pilot.app.screen.lines.find(("target", 1))  # type: ignore[attr-defined]
        assert "1 个汇报值" in shown(pilot)
        await press(pilot, "minus")
        assert "连同 1 个汇报值" in shown(pilot).replace(" \n ", "")
    assert ask(database, ROWS) == []
    assert task_id(database, "2.2.1")
