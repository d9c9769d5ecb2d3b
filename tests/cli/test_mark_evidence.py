"""`sciplan mark … --evidence FILE`: a file that is there, named in full with each task it proves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import PLAN

MARK = ("mark", "lead:教育局", "--milestone", "2023", "--status", "done")


@pytest.fixture(autouse=True)
def imported(sciplan: Sciplan, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    sciplan("import", str(path))


def test_a_file_proves_a_mark_and_the_task_says_where_it_lies(
    sciplan: Sciplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "通报.pdf").touch()
    monkeypatch.chdir(tmp_path)
    assert sciplan(*MARK, "--note", "已报", "--evidence", "通报.pdf").code is Exit.DONE
    entry = json.loads(sciplan("history", "--json").lines[-1])
    assert entry["changes"][0]["new"]["evidence"] == str(tmp_path / "通报.pdf")
    task = sciplan("tasks", "lead:教育局", "--json").lines[0]
    told = f"已报  佐证材料 {tmp_path / '通报.pdf'}"
    assert told in sciplan("show", json.loads(task)["path"]).out
    assert told in sciplan("history").lines[-1]


def test_a_file_that_is_not_there_proves_nothing(sciplan: Sciplan) -> None:
    ran = sciplan(*MARK, "--evidence", "没有.pdf")
    assert (ran.code, ran.err.count("\n"), "没有.pdf" in ran.err) == (Exit.MEND, 1, True)
    assert len(sciplan("history", "--json").lines) == 1
