"""Labels that name a level (省牵头单位：) are labels; one behind which no unit stands is told, never left out."""

from __future__ import annotations

import pytest

from sciplan_tui.core.parse.statement.roles import Label
from sciplan_tui.core.parse.table.unit_cells import read_unit_cell
from sciplan_tui.core.plan import Role

LEAD = Label(Role.LEAD)


def held(text: str, label: Label = LEAD) -> list[tuple[str, str]]:
    return [(str(role), unit.name) for role, unit in read_unit_cell(text, label).roles]


@pytest.mark.parametrize(
    "text",
    [
        "省牵头单位:省科协 市牵头单位：市科协",
        "省牵头单位：省科协；牵头单位：市科协",
        "省级牵头单位：省科协\n市级牵头单位：市科协",
        "省科协 市牵头单位:市科协",
    ],
)
def test_a_level_before_a_label_is_no_unit(text: str) -> None:
    assert held(text) == [("lead", "省科协"), ("lead", "市科协")]
    assert read_unit_cell(text, LEAD).problems == ()


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("省牵头单位:", ["省牵头单位:"]),
        ("省牵头单位： 市牵头单位：市科协", ["省牵头单位："]),
        ("牵头单位：市科协；配合单位：", ["配合单位："]),
        ("牵头单位：\n责任单位：\n", ["牵头单位：", "责任单位："]),
        ("牵头单位：市科协 配合单位：无", []),
        ("市科协 责任处室： 完成时限：", []),
        ("市科协、市教育局", []),
    ],
)
def test_a_label_without_units_is_told(text: str, labels: list[str]) -> None:
    found = [told for code, told in read_unit_cell(text, LEAD).problems if code == "units_missing"]
    assert found == labels
