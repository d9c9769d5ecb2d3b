"""Which unit a person means, and what a unit's name tells of its function."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sciplan_tui.core.folding import search_text
from sciplan_tui.core.unit.function import unit_function
from sciplan_tui.core.unit.name import KnownUnit, fitting_units, one_unit
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import speak

GOLD = Path(__file__).resolve().parents[4] / "shared" / "gold" / "unit_functions.json"


def known(number: int, name: str, short: str, plan: int = 1) -> KnownUnit:
    return KnownUnit(number, plan, f"第{plan}市-2021", name, short, search_text(name, short, f"u{number}"))


UNITS = [
    known(1, "市教育局", "教育局"),
    known(2, "市教育局考试院", "考试院"),
    known(3, "市科技局", "科技局"),
    known(4, "市教体局", "教体局"),
]


def names(part: str, **more: dict[int, int]) -> list[str]:
    return [unit.name for unit in fitting_units(part, UNITS, **more)]


def test_the_very_name_goes_before_the_short_form_and_this_before_a_part() -> None:
    assert names("市教育局") == ["市教育局"]
    assert names("教育局") == ["市教育局"]
    assert names("教育") == ["市教育局", "市教育局考试院"]
    assert names("U3") == ["市科技局"]
    assert names(" ") == []


def test_of_a_unit_and_its_heir_the_heir_is_meant() -> None:
    assert names("教", heir_of={1: 4}) == ["市教育局考试院", "市教体局"]
    assert names("市教育局", heir_of={1: 4}) == ["市教育局"]


def test_what_fits_none_or_several_is_told_with_names() -> None:
    with pytest.raises(RefusedError) as raised:
        one_unit("市科枝局", UNITS)
    assert (raised.value.code, raised.value.details["known"][0]) == ("unit_unknown", "市科技局")  # type: ignore[index]
    with pytest.raises(RefusedError) as raised:
        one_unit("局", [*UNITS, known(9, "市财政局", "财政局", plan=2)])
    assert raised.value.code == "several_units"
    assert "第2市-2021:市财政局" in str(raised.value.details["known"])


def test_names_are_listed_as_the_language_does_and_none_is_no_dash() -> None:
    with pytest.raises(RefusedError) as raised:
        one_unit("教育", UNITS)
    assert "市教育局、市教育局考试院。" in str(raised.value)
    speak("en")
    try:
        assert "市教育局, 市教育局考试院." in str(raised.value)
    finally:
        speak("zh")
    with pytest.raises(RefusedError) as raised:
        one_unit("海关", UNITS)
    assert raised.value.code == "unit_unlike"
    assert "-" not in str(raised.value)


def test_level_and_short_form_mean_the_only_unit_that_has_both() -> None:
    health = known(5, "市卫生健康委员会", "卫健委")
    assert fitting_units("市卫健委", [*UNITS, health]) == (health,)
    assert fitting_units("县卫健委", [*UNITS, health]) == ()
    assert fitting_units("市卫健委", [health, known(6, "市卫生和健康委员会", "卫健委")]) == ()


def test_a_name_tells_its_functions_in_its_order() -> None:
    assert unit_function("县教育科技体育局") == "教育、科技、体育"
    assert unit_function("市科协") == "科协"
    assert unit_function("市科技馆") == "科技馆"
    assert unit_function("某某公司") is None


@pytest.mark.skipif(not GOLD.is_file(), reason=f"THE GOLD FUNCTIONS ARE MISSING: no {GOLD}")
def test_the_functions_of_the_seed_plans_are_as_a_careful_reader_says() -> None:
    for units in json.loads(GOLD.read_text(encoding="utf-8"))["units"].values():
        for name, fact in units.items():
            assert set((unit_function(name) or "").split("、")) == set(fact["functions"]), name


def test_the_same_name_in_several_plans_asks_for_the_plan_and_of_many_names_some_are_told() -> None:
    with pytest.raises(RefusedError) as raised:
        one_unit("财政局", [known(9, "市财政局", "财政局", plan=2), known(8, "市财政局", "财政局", plan=3)])
    assert (raised.value.code, raised.value.details["known"]) == ("unit_of_plans", ("第2市-2021", "第3市-2021"))
    with pytest.raises(RefusedError) as raised:
        one_unit("局", [known(number, f"市{number}局", f"{number}局") for number in range(30)])
    assert len(raised.value.details["known"]) == 13  # type: ignore[arg-type]
