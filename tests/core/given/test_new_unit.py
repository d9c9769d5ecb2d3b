"""A unit added by hand: what its name tells, and where it stands."""

from __future__ import annotations

from sciplan_tui.core.given.unit import added, unit_row

UNITS = [
    {"id": 1, "name": "市委宣传部", "class": "party", "position": 1},
    {"id": 2, "name": "市教育局", "class": "government", "position": 2},
    {"id": 3, "name": "市科协", "class": "mass", "position": 3},
]


def letters(name: str) -> list[str]:
    return {"市人力资源和社会保障局": ["srlzyhshbzj"], "人社局": ["rsj"]}.get(name, [])


def test_a_name_tells_class_short_form_and_what_finds_it() -> None:
    row = unit_row(7, "市人力资源和社会保障局", letters)
    assert (row["plan_id"], row["short"], row["class"], row["collective"]) == (7, "人社局", "government", 0)
    assert row["search"].split("\n") == ["市人力资源和社会保障局", "人社局", "srlzyhshbzj", "rsj"]
    assert unit_row(7, "各镇人民政府", letters)["collective"] == 1


def test_it_stands_behind_the_others_and_none_of_them_moves() -> None:
    change = added(UNITS, 9, unit_row(7, "市科技局", letters))
    assert (change.id, change.old, (change.new or {})["position"]) == (9, None, 4)


def test_the_first_unit_of_a_plan_is_the_first() -> None:
    assert added([], 1, {"class": "mass", "position": 0}).new == {"class": "mass", "position": 1}
