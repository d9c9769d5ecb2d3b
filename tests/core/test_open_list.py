"""等 is told behind the list that it is printed in, not behind every list of the task."""

from __future__ import annotations

import pytest

from sciplan_tui.core.open_list import open_roles
from sciplan_tui.core.plan import Assignment, Role

LEAD, RESPONSIBLE, SUPPORT = Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT


def held(quote: str, **lists: str) -> list[Assignment]:
    return [
        Assignment(name, name, Role(role), order, line=3, quote=quote)
        for role, names in lists.items()
        for order, name in enumerate(names.split("、"), start=1)
    ]


@pytest.mark.parametrize(
    ("quote", "lists", "opened"),
    [
        ("牵头：市甲局 责任：市乙局、市丙局等", {"lead": "市甲局", "responsible": "市乙局、市丙局"}, {RESPONSIBLE}),
        ("市甲局、市乙局等牵头，市丙局配合", {"lead": "市甲局、市乙局", "support": "市丙局"}, {LEAD}),
        ("牵头：市甲局等 责任：市乙局等", {"lead": "市甲局", "responsible": "市乙局"}, {LEAD, RESPONSIBLE}),
        ("由市甲局、\n市乙局\n等单位负责", {"responsible": "市甲局、市乙局"}, {RESPONSIBLE}),
        ("", {"lead": "市甲局", "responsible": "市乙局"}, {RESPONSIBLE}),
    ],
)  # fmt: skip
def test_the_list_that_is_open_is_told(quote: str, lists: dict[str, str], opened: set[Role]) -> None:
    assert open_roles(held(quote, **lists), True) == opened
    assert open_roles(held(quote, **lists), False) == frozenset()


def test_no_unit_no_list() -> None:
    assert open_roles([], True) == frozenset()
