"""A plan is kept with harmless texts only, wherever in it the one that is not stands."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sciplan_tui.core.characters import clean_text
from sciplan_tui.core.folding import compatible
from sciplan_tui.core.plan import (
    Assignment,
    Comparator,
    Kind,
    Milestone,
    MilestoneKind,
    ParsedPlan,
    Problem,
    Proposal,
    Role,
    Source,
    Target,
    Task,
)
from sciplan_tui.core.plan_cleaning import cleaned

DIRTY = "市\u200b科\x1b协\r"


def plan(text: str, place: str) -> ParsedPlan:
    """A plan whose text at one place is `text`, and plain everywhere else."""
    said = {name: text if name == place else "甲" for name in ("name", "title", "task", "unit", "quote", "reason")}
    said |= {name: text if name == place else "乙" for name in ("target", "label", "detail", "region")}
    task = Task("1", None, "一", said["task"], Kind.ACTION)
    task = replace(task, assignments=(Assignment(said["unit"], "甲", Role.LEAD, 1, quote=said["quote"]),))
    task = replace(task, proposals=(Proposal("甲", Role.LEAD, said["reason"]),))
    return ParsedPlan(
        Source(said["name"], "0", "txt", None),
        said["title"],
        region=said["region"],
        tasks=(task,),
        targets=(Target("1", said["target"], Comparator.EQ, 1.0, "个"),),
        milestones=(Milestone("k", None, MilestoneKind.PHASE, said["label"]),),
        problems=(Problem("c", 1, (("what", said["detail"]),)),),
    )


@pytest.mark.parametrize(
    "place", ["name", "title", "task", "unit", "quote", "reason", "target", "label", "detail", "region"]
)
def test_every_text_is_cleaned_wherever_it_stands(place: str) -> None:
    assert cleaned(plan(DIRTY, place)) == plan(clean_text(DIRTY), place)


def test_a_clean_plan_comes_back_itself() -> None:
    clean = plan("丙", "title")
    assert cleaned(clean) is clean


@given(st.lists(st.sampled_from("，（）：；！？％～…市局ａＡ①℃가\u1100\u1161\u0301e\u0338=<か\u3099 \n"), max_size=20))
def test_the_compatible_form_is_the_standards(signs: list[str]) -> None:
    text = "".join(signs)
    assert compatible(text) == unicodedata.normalize("NFKC", text)
