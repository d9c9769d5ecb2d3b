"""A unit added by hand stands where an import would have put it."""

from __future__ import annotations

from sciplan_tui.core.given.unit import added, unit_row

UNITS = [
    {"id": 1, "name": "市委宣传部", "class": "party", "position": 1},
    {"id": 2, "name": "市教育局", "class": "government", "position": 2},
    {"id": 3, "name": "市科协", "class": "mass", "position": 3},
]


def test_a_name_tells_class_short_form_and_what_finds_it() -> None:
    row = unit_row(7, "市人力资源和社会保障局", ["srlzyhshbzj"])
    assert (row["plan_id"], row["short"], row["class"], row["collective"]) == (7, "人社局", "government", 0)
    assert row["search"].split("\n") == ["市人力资源和社会保障局", "人社局", "srlzyhshbzj"]
    assert unit_row(7, "各镇人民政府", [])["collective"] == 1


def test_it_stands_behind_those_of_its_class_and_the_others_move_on() -> None:
    changes = list(added(UNITS, 9, unit_row(7, "市科技局", [])))
    assert [(change.id, (change.new or {})["position"]) for change in changes] == [(3, 4), (9, 3)]
    assert changes[0].old == {"position": 3}
    assert changes[-1].old is None


def test_the_first_unit_of_a_plan_is_the_first() -> None:
    assert [change.new for change in added([], 1, {"class": "mass"})] == [{"class": "mass", "position": 1}]
