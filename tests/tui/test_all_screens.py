"""The walks through all screens leave none out, and on none does a line disturb those beside it."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from sciplan_tui.locale import LANGUAGES, speaking
from sciplan_tui.tui.widgets.key_line import KeyLine
from tests.tui.all_screens import every_screen, standing_at
from tests.tui.crawl import screen_classes
from tests.tui.driving import shown
from tests.tui.fake_desk import FakeDesk, plan
from tests.tui.fake_doubts import FakeDoubts

SIZE = (80, 24)
DISPUTED = "“甲①乙”…——（xué）"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_is_reached_and_each_of_its_lines_is_as_wide_as_the_terminal(language: str) -> None:
    """On every terminal, whatever stands in the plan: but on a line that is written on, no sign is shown whose width
    terminals dispute. The line of keys is seen. A new screen needs a place in `tests.tui.all_screens`."""
    desk = FakeDesk(plans=[plan(payload=DISPUTED)])
    desk.problems = FakeDoubts(desk.task, payload=DISPUTED)
    reached = set()
    with speaking(language):
        async with standing_at((), SIZE, desk=desk) as pilot:
            async for name in every_screen(pilot):
                reached.add(type(pilot.app.screen).__name__)
                assert all(seen_whole(keys) for keys in pilot.app.screen.query(KeyLine)), name
                for line in unwritten(pilot):
                    assert cell_len(line) == SIZE[0], (name, line)
                    assert not [sign for sign in line if east_asian_width(sign) == "A"], (name, line)
    assert screen_classes() - reached == set()


def seen_whole(widget: Widget) -> bool:
    """Whether nothing cuts it, where it is displayed at all."""
    place = widget.screen.find_widget(widget) if widget.region else None
    return place is None or place.visible_region == place.region


def unwritten(pilot: Pilot[None]) -> Iterator[str]:
    """The lines of the screen, but those of which a part is written by a person."""
    written = {field.region.y for screen in pilot.app.screen_stack for field in screen.query(Input) if field.region}
    yield from (line for y, line in enumerate(shown(pilot).splitlines()) if y not in written)
