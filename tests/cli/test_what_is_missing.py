"""Sentences for what a command lacks or can't place: they name it, and the next step."""

from __future__ import annotations

from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import PLAN


@pytest.fixture(autouse=True)
def imported(sciplan: Sciplan, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    sciplan("import", str(path))


@pytest.mark.parametrize("command", ["pack", "draft"])
def test_a_missing_option_is_told_by_its_name(sciplan: Sciplan, command: str) -> None:
    ran = sciplan(*{"pack": ["pack"], "draft": ["draft", "通报"]}[command])
    assert ran.code == Exit.USAGE
    assert "--milestone KEY" in ran.err


def test_a_suffix_that_is_no_format_is_refused_before_anything_is_written(sciplan: Sciplan, tmp_path: Path) -> None:
    out = tmp_path / "tasks.pdf"
    ran = sciplan("export", "tasks", "-o", str(out))
    assert ran.code != Exit.DONE
    assert ".pdf" in ran.err
    assert "--format" in ran.err
    assert not out.exists()
    assert sciplan("export", "tasks", "-o", str(out), "--format", "csv").code == Exit.DONE
    assert out.exists()


def test_a_task_without_figures_is_told_and_how_to_add_one(sciplan: Sciplan) -> None:
    ran = sciplan("target", "report", "2", "--value", "3")
    assert ran.code != Exit.DONE
    assert "sciplan target add 2" in ran.err
