"""What a database without a plan shows: each way to begin, wrapped under itself."""

from __future__ import annotations

import pytest

from sciplan_tui.locale import LANGUAGES, speaking
from tests.tui.driving import opened, shown
from tests.tui.fake_desk import FakeDesk

KEYS = ("i", "n", "d", "q")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (50, 24)])
async def test_nothing_but_keys_stands_in_the_column_of_keys(language: str, size: tuple[int, int]) -> None:
    with speaking(language):
        async with opened(FakeDesk(plans=[]), size) as pilot:
            lines = shown(pilot).splitlines()
    first = next(number for number, line in enumerate(lines) if line.split()[:1] == ["i"])
    last = next(number for number, line in enumerate(lines) if line.split()[:1] == ["q"])
    column = lines[first].index("i")
    told = [line[column : column + 4].strip() for line in lines[first : last + 1]]
    assert tuple(filter(None, told)) == KEYS
    assert len(told) == len(KEYS) or size[0] < 80
