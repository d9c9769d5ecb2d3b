"""`sciplan overview` counts what the lists count, as tables and as objects; `redo` takes a number."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import PLAN


@pytest.fixture(autouse=True)
def imported(sciplan: Sciplan, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    sciplan("import", str(path))


def objects(sciplan: Sciplan, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in sciplan(*words, "--json").lines]


@pytest.mark.parametrize("query", [(), ("lead:教育局",), ("-lead:教育局",)])
def test_its_counts_are_those_of_the_lists(sciplan: Sciplan, query: tuple[str, ...]) -> None:
    rows = objects(sciplan, "overview", *query)
    counted = ("action", "project", "task_group", "task")
    tasks = [row for row in objects(sciplan, "tasks", *query) if row["kind"] in counted]
    assert sum(row["tasks"] for row in rows if row["of"] == "action") == len(tasks)
    leads = Counter(lead for row in tasks for lead in row["lead"])
    assert {row["unit"]: row["tasks"] for row in rows if row["of"] == "lead" and row["unit"]} == leads
    states = {row["key"]: row["states"]["unmarked"] for row in rows if row["of"] == "milestone" and row["states"]}
    listed = objects(sciplan, "milestones", *query)
    assert states == {row["key"]: row["unmarked"] for row in listed if row["unmarked"] is not None}
    assert len([row for row in rows if row["of"] == "figure"]) == len(objects(sciplan, "targets", *query))


def test_an_action_whose_tasks_are_led_lacks_no_lead_and_is_told_apart(sciplan: Sciplan) -> None:
    [row] = [row for row in objects(sciplan, "overview") if row["of"] == "lead" and row["unit"] is None]
    assert (row["tasks"], row["led_below"]) == (2, True)
    assert [task["path"] for task in objects(sciplan, "tasks", "kind:counted no:unit -no:lead")] == ["1.1", "1.2"]
    assert objects(sciplan, "tasks", "no:lead") == []
    assert "其下各项自有牵头" in sciplan("overview").out
    assert "未写牵头" not in sciplan("overview").out


def test_tables_say_it_to_a_person(sciplan: Sciplan) -> None:
    ran = sciplan("overview")
    assert ran.code == Exit.DONE
    assert "行动和工程" in ran.out
    assert "牵头单位" in ran.out
    assert "[....................]" in ran.out


def test_a_milestone_can_be_named(sciplan: Sciplan) -> None:
    sciplan("mark", "path:1.1", "--milestone", "2023", "--status", "done", "--with-inherited")
    told = {named: sciplan("overview", "--milestone", named, "--as-of", "2025-06-01") for named in ("2023", "2025")}
    assert "#" in told["2023"].out
    assert "#" not in told["2025"].out
    assert {row["key"] for row in objects(sciplan, "overview", "--milestone", "2023") if row["of"] == "milestone"} == {
        "midterm-2023"
    }
    lines = [row for row in objects(sciplan, "overview", "--milestone", "2023") if row["of"] == "lead"]
    assert all(list(row["states"]) == ["midterm-2023"] for row in lines)
    assert sciplan("overview", "--milestone", "1999").code is Exit.MEND


def test_a_plan_that_lacks_the_milestone_has_no_bar(sciplan: Sciplan, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text(PLAN.replace("某某市", "另一市").replace("2025年开展总结评估", "另行通知"), encoding="utf-8")
    sciplan("import", str(path))
    lines = sciplan("overview", "--as-of", "2025-06-01").lines
    here, there = ([line for line in lines if line.startswith(key) and "行动" in line] for key in ("某某市", "另一市"))
    assert len(here) == len(there) == 2
    assert all("[....................]" in line for line in here)
    assert all(line.rstrip().endswith("没有这个节点") for line in there)


def test_a_wrong_query_is_refused(sciplan: Sciplan) -> None:
    ran = sciplan("overview", "kind:无此")
    assert (ran.code, ran.out) == (Exit.MEND, "")


def test_an_entry_is_done_again_by_its_number(sciplan: Sciplan) -> None:
    sciplan("undo", "1")
    assert objects(sciplan, "tasks") == []
    assert sciplan("redo", "1").code == Exit.DONE
    assert objects(sciplan, "tasks")
    assert "没有被撤销" in sciplan("redo", "1").err
