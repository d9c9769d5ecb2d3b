"""A plan survives the way to an object or a table and back; anything wrong in between is named."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sciplan_tui.core.interchange.plan_object import from_object, to_object
from sciplan_tui.core.interchange.records import from_records, to_records
from sciplan_tui.core.plan import (
    Assignment,
    Comparator,
    Kind,
    Milestone,
    MilestoneKind,
    Origin,
    ParsedPlan,
    Proposal,
    Role,
    Source,
    Target,
    Task,
)
from sciplan_tui.core.unit.counts import count_units
from sciplan_tui.errors import ReadingError

SOURCE = Source("plan.txt", "0" * 64, "txt", "utf-8")
odd = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
lines = st.none() | st.integers(1, 9999)
dates = st.none() | st.dates().map(lambda day: f"{day.year:04d}-{day.month:02d}-{day.day:02d}")
figures = st.integers(0, 10**9).map(float) | st.floats(0, 1e6, allow_nan=False)
assignments = st.builds(
    Assignment,
    unit=odd,
    printed=odd,
    role=st.sampled_from(Role),
    order=st.integers(1, 99),
    origin=st.sampled_from([Origin.PRINTED, Origin.RULED]),
    line=lines,
    quote=st.none() | odd,
)
proposals = st.builds(Proposal, unit=odd, role=st.sampled_from(Role), reason=odd, line=lines, quote=st.none() | odd)
nodes = st.builds(
    Task,
    path=st.just("1"),
    parent=st.none(),
    number=st.none() | odd,
    title=odd,
    kind=st.sampled_from(Kind),
    line=lines,
    inferred=st.booleans(),
    open_list=st.booleans(),
    deadline=st.none() | odd,
    assignments=st.lists(assignments, max_size=3).map(tuple),
    proposals=st.lists(proposals, max_size=2).map(tuple),
)
targets = st.builds(
    Target,
    path=st.just("1"),
    indicator=odd,
    comparator=st.sampled_from(Comparator),
    value=figures,
    unit=odd,
    value_max=st.none() | figures,
    frequency=st.none() | st.just("annual"),
    deadline=dates,
    aspirational=st.booleans(),
    region=st.none() | odd,
    line=lines,
    quote=st.none() | odd,
)
milestones = st.builds(
    Milestone,
    key=odd,
    path=st.none() | st.just("1"),
    kind=st.sampled_from(MilestoneKind),
    label=odd,
    start=dates,
    end=dates,
    precision=st.sampled_from([None, "year", "month", "day"]),
    line=lines,
)


@st.composite
def plans(draw: st.DrawFn) -> ParsedPlan:
    first = draw(nodes)
    below = [replace(node, path=f"1.{i}", parent="1") for i, node in enumerate(draw(st.lists(nodes, max_size=3)), 1)]
    tasks = (first, *below)
    units = {a.unit for task in tasks for a in task.assignments}
    collective = draw(st.sets(st.sampled_from(sorted(units)))) if units else set()
    return ParsedPlan(
        source=SOURCE,
        title=draw(odd),
        document_number=draw(st.none() | odd),
        issuer=draw(st.none() | odd),
        region=draw(st.none() | odd),
        issued_on=draw(dates),
        period_start=draw(st.none() | st.integers(1949, 2100)),
        period_end=draw(st.none() | st.integers(1949, 2100)),
        tasks=tasks,
        targets=tuple(draw(st.lists(targets, max_size=3))),
        milestones=tuple(draw(st.lists(milestones, max_size=3, unique_by=lambda m: m.key))),
        units=count_units(tasks, collective.__contains__),
    )


def silent(_: object) -> str:
    return ""


@given(plans())
@settings(max_examples=50, deadline=None)
def test_plan_to_object_and_back(plan: ParsedPlan) -> None:
    text = json.dumps(to_object(plan, silent), ensure_ascii=False)
    assert from_object(json.loads(text), SOURCE) == plan


@given(plans())
@settings(max_examples=50, deadline=None)
def test_plan_to_records_and_back(plan: ParsedPlan) -> None:
    assert from_records(to_records(plan), SOURCE) == plan


@given(plans())
@settings(max_examples=25, deadline=None)
def test_records_survive_a_csv_file(plan: ParsedPlan) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(to_records(plan))
    rows = list(csv.reader(io.StringIO(file.getvalue(), newline="")))
    assert from_records(rows, SOURCE) == plan


def a_plan() -> ParsedPlan:
    task = Task(
        "1", None, "一、", "科普进社区", Kind.ACTION, 3, assignments=(Assignment("市科协", "市科协", Role.LEAD, 1),)
    )
    figure = Target("1", "科普讲座", Comparator.EQ, 200.0, "场次", value_max=None)
    stone = Milestone("midterm-2023", "1", MilestoneKind.MIDTERM_REVIEW, "2023年中期督查")
    units = count_units((task,), lambda _: False)
    return ParsedPlan(SOURCE, "某市方案", tasks=(task,), targets=(figure,), milestones=(stone,), units=units)


KEYS = {
    "plan": "schema source title document_number issuer region issued_on period"
    " tasks targets milestones units problems",
    "tasks": "path parent number title kind line inferred assignments proposals open_list deadline",
    "assignments": "unit printed role order origin line quote",
    "targets": "path indicator comparator value value_max unit frequency deadline aspirational region line quote",
    "milestones": "key path kind label start end precision line",
    "units": "name collective lead responsible support",
}


def test_the_contracts_keys_in_their_order() -> None:
    obj = to_object(a_plan(), silent)
    parts = {"plan": obj, "assignments": obj["tasks"][0]["assignments"][0]}
    parts |= {name: obj[name][0] for name in ("tasks", "targets", "milestones", "units")}
    assert {name: " ".join(part) for name, part in parts.items()} == KEYS
    assert '"value": 200,' in json.dumps(obj)


def test_facts_of_a_file_stand_on_its_own_lines() -> None:
    plan = from_records(to_records(a_plan()), SOURCE, lines=[1, 2, 3, 4, 5, 6])
    assert [task.line for task in plan.tasks] == [3]
    assert plan.tasks[0].assignments[0].line == 4


BREAKAGES: list[tuple[str, Any, str]] = [
    ("schema", "sciplan-plan/9", "other_schema"),
    ("schema", None, "no_schema"),
    ("title", None, "missing_field"),
    ("title", 7, "bad_field"),
    ("tasks", "many", "bad_field"),
    ("tasks", [[]], "bad_field"),
    ("tasks", [{"path": "1", "title": "甲", "kind": "deed"}], "bad_field"),
    ("tasks", [{"path": "1", "kind": "task"}], "missing_field"),
    ("tasks", [{"path": "一", "title": "甲", "kind": "task"}], "bad_field"),
    ("tasks", [{"path": "1", "title": "甲", "kind": "task"}] * 2, "path_twice"),
    ("tasks", [{"path": "1.1", "parent": "1", "title": "甲", "kind": "task"}], "path_unknown"),
    ("targets", [{"path": "9", "indicator": "", "comparator": "=", "value": 1, "unit": "个"}], "path_unknown"),
    ("targets", [{"path": "1", "indicator": "", "comparator": "=", "value": True, "unit": "个"}], "bad_field"),
    ("issued_on", "2021年12月", "bad_field"),
    ("issued_on", "2021-02-30", "bad_field"),
    ("period", {"start": "2021"}, "bad_field"),
]


@pytest.mark.parametrize(("key", "value", "code"), BREAKAGES)
def test_what_is_wrong_in_an_object_is_named(key: str, value: object, code: str) -> None:
    obj = to_object(a_plan(), silent) | {key: value}
    with pytest.raises(ReadingError) as caught:
        from_object(obj, SOURCE)
    assert caught.value.code == code
    assert str(caught.value)


def test_an_unknown_role_is_named_with_its_place() -> None:
    obj = to_object(a_plan(), silent)
    obj["tasks"][0]["assignments"][0]["role"] = "boss"
    with pytest.raises(ReadingError, match=r"tasks\[0\]\.assignments\[0\]\.role"):
        from_object(obj, SOURCE)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"record": "chapter", "path": "1"}, "bad_cell"),
        ({"record": "", "path": "1"}, "empty_cell"),
        ({"record": "assignment", "path": "1", "unit": "市科协", "role": "boss"}, "bad_cell"),
        ({"record": "assignment", "path": "8", "unit": "市科协", "role": "lead"}, "path_unknown"),
        ({"record": "target", "path": "1", "indicator": "甲", "comparator": "=", "value": "many"}, "bad_cell"),
        ({"record": "target", "path": "1", "indicator": "甲", "comparator": "=", "value": "nan"}, "bad_cell"),
        ({"record": "plan", "title": "又一份"}, "bad_cell"),
        (
            {"record": "milestone", "key": "a", "kind": "phase", "label": "甲", "precision": "week"},
            "bad_cell",
        ),
    ],
)
def test_what_is_wrong_in_a_row_is_named(row: dict[str, str], code: str) -> None:
    rows = to_records(a_plan())
    rows.append([row.get(column, "") for column in rows[0]])
    with pytest.raises(ReadingError) as caught:
        from_records(rows, SOURCE)
    assert caught.value.code == code
    if code.endswith("cell"):
        assert str(len(rows)) in str(caught.value)


def test_a_record_table_with_an_unknown_column_or_no_plan_row_is_refused() -> None:
    with pytest.raises(ReadingError):
        from_records([["record", "owner"], ["task", "市科协"]], SOURCE)
    with pytest.raises(ReadingError):
        from_records([["record", "path"]], SOURCE)
