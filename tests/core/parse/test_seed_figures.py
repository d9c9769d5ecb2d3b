"""The five public plans: every figure, dated milestone and warning of a careful reader, and none of the traps."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.plan import ParsedPlan

SHARED = Path(__file__).parents[3].parent / "shared"
GOLD = sorted((SHARED / "gold").glob("00?.json"))
pytestmark = pytest.mark.skipif(
    not GOLD, reason=f"THE PUBLIC PLANS ARE MISSING: no gold in {SHARED}, nothing is measured"
)

WARNED = {
    "000": {"title_differs", "lists_open", "units_inherited", "several_leads", "date_of_signature", "number_at_foot"},
    "001": {"no_unit", "taiwan_wording", "regions_relative", "no_review", "no_item_numbers"},
    "002": {
        *("annex_repeats", "annex_title_differs", "two_roles", "lead_department", "statement_in_last_item"),
        *("phase_before_issue", "one_figure"),
    },
    "003": {
        *("no_task_plan", "wording_altered", "short_title_differs", "inferred_heading", "numbers_restart"),
        *("no_issuer", "no_date", "no_number"),
    },
    "004": {
        *("no_lead", "alias_proposed", "collectives", "joined", "figures_without_period", "figures_without_year"),
        "no_number",
    },
}


@cache
def read(gold: Path) -> tuple[dict[str, Any], ParsedPlan]:
    from sciplan_tui.workspace.edition.checking import read_plan

    told = json.loads(gold.read_text(encoding="utf-8"))
    return told, read_plan(SHARED / "seeds" / told["file"])[0]


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest) -> tuple[dict[str, Any], ParsedPlan]:
    return read(request.param)


def test_every_figure_and_no_other(seed: tuple[dict[str, Any], ParsedPlan]) -> None:
    gold, plan = seed
    wanted = [x for x in (*gold["targets"], *gold["region_targets"]) if x["value"] is not None]
    assert Counter(
        (t.path, t.region, t.value, t.value_max, t.unit, str(t.comparator), t.frequency) for t in plan.targets
    ) == Counter(
        (x["node"][1:], x.get("region"), x["value"], x.get("value_max"), x["unit"], x["comparator"], x.get("frequency"))
        for x in wanted
    )
    assert [t.aspirational for t in plan.targets].count(True) == sum(x["aspirational"] for x in wanted)


def test_a_deadline_is_given_where_it_is_printed(seed: tuple[dict[str, Any], ParsedPlan]) -> None:
    gold, plan = seed
    wanted = [x for x in (*gold["targets"], *gold["region_targets"]) if x["value"] is not None]
    assert Counter(t.deadline for t in plan.targets) == Counter(
        f"{x['deadline']}-12-31" if x["deadline_explicit"] else None for x in wanted
    )


def test_no_trap_is_taken_for_a_figure(seed: tuple[dict[str, Any], ParsedPlan]) -> None:
    gold, plan = seed
    figures = [(target.line, f"{target.value:g}{target.unit}") for target in plan.targets]
    for trap in gold["false_positive_traps"]:
        line, words = trap["evidence"]["line"], trap["evidence"]["quote"].replace(" ", "")
        assert not [figure for at, figure in figures if at == line and figure in words]


def test_every_dated_milestone_and_no_other(seed: tuple[dict[str, Any], ParsedPlan]) -> None:
    gold, plan = seed
    wanted = [m for m in gold["milestones"] if m["dated"] and m["kind"] != "goal_year"]
    assert Counter((str(m.kind), m.start, m.end, m.precision, m.path) for m in plan.milestones if m.end) == Counter(
        (m["kind"].removesuffix("_start"), m["date_start"], m["date_end"], m["precision"], m["node"][1:])
        for m in wanted
    )


def test_recurring_milestones_are_there(seed: tuple[dict[str, Any], ParsedPlan]) -> None:
    gold, plan = seed
    wanted = {(m["node"][1:], m["kind"]) for m in gold["milestones"] if not m["dated"]}
    assert wanted <= {(m.path, str(m.kind)) for m in plan.milestones}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_expected_warning_is_a_problem(path: Path) -> None:
    gold, plan = read(path)
    found = {problem.code for problem in plan.problems}
    assert WARNED[gold["doc"]] <= found
    if gold["doc"] == "000":
        assert {"restored", "unreadable"} & found


def test_the_counts_in_the_warnings_are_those_of_the_gold() -> None:
    told = {gold.stem: {p.code: dict(p.details) for p in read(gold)[1].problems} for gold in GOLD}
    assert len(told["002"]["statement_in_last_item"].pop("lines").split()) == 11
    assert told["000"]["lists_open"].pop("lines").startswith("19\n24\n")
    for found in told.values():
        found.get("figures_without_year", {}).pop("lines", None)
    assert told["000"]["lists_open"] == {"count": "9", "all": "9"}
    assert told["000"]["several_leads"] == {"count": "8", "all": "9"}
    assert (told["001"]["regions_relative"]["all"], told["001"]["regions_relative"]["count"]) == ("13", "4")
    assert told["002"]["lead_department"] == {"count": "3"}
    assert told["004"]["no_lead"]["count"] == "22"
    assert told["004"]["collectives"]["count"] == "3"
    assert told["004"]["figures_without_year"] == {"count": "12", "all": "20", "yearly": "5", "bare": "7"}
    assert told["004"]["figures_without_period"]["count"] == "2"
