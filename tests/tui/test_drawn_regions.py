"""What is drawn anew when the cursor moves: never a part of the screen whose edge runs through a character."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.geometry import Region

from tests.tui.driving import matrix, opened
from tests.tui.fake_desk import FakeDesk, plan


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (97, 31)])
async def test_nothing_is_drawn_anew_through_the_middle_of_a_character(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(plans=[plan(1), plan(2)])
    async with opened(desk, size) as pilot:
        grid = matrix(pilot).matrix
        drawn: list[Region] = []
        monkeypatch.setattr(grid, "refresh", lambda *regions, **_: drawn.extend(regions))
        for key in "lllljlhllklhhl":
            drawn.clear()
            await pilot.press(key)
            for region in drawn:
                for y in range(region.y, region.bottom):
                    text = grid.render_line(y).text
                    for edge in (region.x, region.right):
                        assert cell_len(text[: len(fitting(text, edge))]) == min(edge, cell_len(text)), (key, y, text)


def fitting(text: str, width: int) -> str:
    """As many whole characters as `width` cells hold."""
    end = 0
    while end < len(text) and cell_len(text[: end + 1]) <= width:
        end += 1
    return text[:end]
