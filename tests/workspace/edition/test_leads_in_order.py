"""The leads of a task are one fact in their order: what becomes of each is told, and the first one stays the first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.diff.between import between
from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.plan import ParsedPlan, Role
from sciplan_tui.core.sentence.difference import sentence
from sciplan_tui.store.database.engine import opened
from sciplan_tui.workspace.edit.correcting_duties import correct_unit
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import decide, pending
from sciplan_tui.workspace.unit.succeeding import rename
from tests.store_cases import AT, assignment, changed, of, small

KEY = "甲市-2021"
THREE = ("市教育局", "团市委", "市科协")


def led(*leads: str, also: str | None = None, stamp: str = "1") -> ParsedPlan:
    """The action 2.1 with these leads in this order, and a unit that is responsible."""
    listed = [assignment(unit, Role.LEAD, order) for order, unit in enumerate(leads, 1)]
    listed += [assignment(also)] if also else []
    return changed(small(), stamp, p2_1=replace(of(small(), "2.1"), assignments=tuple(listed)))


def bring(database: Path, plan: ParsedPlan, accept: bool | frozenset[int] = True) -> tuple[Difference, ...]:
    return import_plan(database, plan, "原文", accept=accept, at=AT).differences


def stored(database: Path) -> list[str]:
    with opened(database) as connection:
        found = connection.execute(
            "SELECT u.name FROM assignment a JOIN unit u ON u.id = unit_id JOIN task t ON t.id = task_id"
            " WHERE t.path = '2.1' AND role = 'lead' ORDER BY a.position"
        )
        return [name for (name,) in found]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    bring(path, led(*THREE))
    return path


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (led("市科协", "市教育局", also="团市委", stamp="2"), "市科协、市教育局（团市委 由牵头改为责任）"),
        (led("市科协", "市教育局", stamp="2"), "市科协、市教育局"),
        (led("市科协", "市教育局", "团市委", stamp="2"), "市科协、市教育局、团市委"),
    ],
)
def test_what_becomes_of_each_lead_is_told_in_the_order_of_the_plan(after: ParsedPlan, said: str) -> None:
    (one,) = between(led(*THREE), after)
    assert sentence(one).endswith(f"：市教育局、团市委、市科协 改为 {said}")
    (back,) = (one for one in between(after, led(*THREE)) if one.kind == "lead_changed")
    assert [turn.split(" ")[1:] for turn in back.turned] == [turn.split(" ")[:0:-1] for turn in one.turned]


def test_another_order_is_told_and_taken_over_only_when_it_is_accepted(database: Path) -> None:
    other = led("市科协", "市教育局", "团市委", stamp="2")
    (one,) = bring(database, other, accept=frozenset())
    assert (one.kind, one.old, one.new) == ("lead_changed", "市教育局, 团市委, 市科协", "市科协, 市教育局, 团市委")
    assert stored(database) == list(THREE)
    (left,) = pending(database, KEY).differences
    decide(database, KEY, accepted=[0], rejected=[], seen=(left,), at=AT)
    assert stored(database) == ["市科协", "市教育局", "团市委"]
    assert bring(database, led("市科协", "市教育局", "团市委", stamp="3")) == ()


def test_an_order_that_was_rejected_is_not_taken_over_by_an_edition_that_says_it_again(database: Path) -> None:
    bring(database, led("市科协", "市教育局", "团市委", stamp="2"), accept=frozenset())
    decide(database, KEY, accepted=[], rejected=[0], seen=pending(database, KEY).differences, at=AT)
    assert bring(database, led("市科协", "市教育局", "团市委", stamp="3")) == ()
    assert stored(database) == list(THREE)


def test_what_a_lead_becomes_is_still_told_while_it_waits(database: Path) -> None:
    with opened(database) as connection:
        (duty,) = connection.execute("SELECT min(id) FROM assignment WHERE role = 'lead'").fetchone()
    correct_unit(database, duty, "市妇联", at=AT)
    (one,) = bring(database, led("市教育局", "市科协", also="团市委", stamp="2"))
    assert (one.reason, one.now, one.turned) == ("conflict", "市妇联, 团市委, 市科协", ("团市委 lead responsible",))
    assert pending(database, KEY).differences == (one,)


def test_a_renamed_lead_has_one_name_on_both_sides(database: Path) -> None:
    rename(database, KEY, "市教育局", "市教育体育局", on="2023-05-01", at=AT)
    (one,) = bring(database, led("市教育局", "市科协", stamp="2"))
    assert (one.old, one.new) == ("市教育局, 团市委, 市科协", "市教育局, 市科协")
    (one,) = bring(database, led("市教育体育局", stamp="3"))
    assert (one.old, one.new) == ("市教育体育局, 市科协", "市教育体育局")


def test_the_same_leads_in_the_same_order_say_nothing(database: Path) -> None:
    more: dict[str, Any] = {"also": "市妇联", "stamp": "2"}
    assert [one.kind for one in bring(database, led(*THREE, **more))] == ["unit_added"]
