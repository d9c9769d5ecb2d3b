"""The matrix as text, a line a line: each density at two sizes, in both languages, with colour and without, at several
offsets. `python -m tests.tui.goldens` draws them anew, to be looked at before they are committed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

from sciplan_tui import locale
from sciplan_tui.core.view.spec import Density, ViewSpec
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.screens.main.matrix import MatrixScreen
from sciplan_tui.tui.widgets.matrix.view import MatrixView
from tests.tui.rich_desk import TOTALS, RichDesk

FOLDER = Path(__file__).parent
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
PLANS = {"80x24": None, "120x40": "云溪市1-2021"}
"""Two plans side by side in the small window, one in the large."""
LANGUAGES = ("zh", "en")
INKS = ("colour", "plain")
STOPS = (0, 1, 2, 7)
"""Cells scrolled to the right, from where there is anything there: whole columns and parts of them."""
TASK, UNIT = 1003, 1003
"""Where the cursor is, as far as the unit has a column."""
SCREENS = tuple("-".join(pair) for pair in product(SIZES, LANGUAGES, INKS))
"""One run of the program each."""


async def drawn(screen: str) -> Mapping[str, str]:
    """The texts of one run, by the names of their files; where it is plain, NO_COLOR is to be set."""
    size, language, _ = screen.split("-")
    before = locale.language()
    locale.speak(language)
    desk = RichDesk()
    view = desk.open_view()
    try:
        app = SciplanApp(desk, view, view.frame(ViewSpec()))  # type: ignore[arg-type]
        async with app.run_test(size=SIZES[size]) as pilot:
            await pilot.pause()
            main = app.screen
            assert isinstance(main, MatrixScreen)
            texts = {}
            for density in Density:
                main.matrix.show(view.frame(ViewSpec(PLANS[size], density=density)))
                main.matrix.tally(TOTALS)
                main.matrix.find(TASK)
                main.matrix.find_unit(UNIT)
                texts[f"{density}-{screen}.txt"] = "\n".join(_offsets(main.matrix))
            return texts
    finally:
        locale.speak(before)


def _offsets(matrix: MatrixView) -> Iterator[str]:
    furthest = matrix.scene.layout.furthest
    for offset in sorted({min(stop, furthest) for stop in STOPS} | {furthest}):
        matrix.scroll_to(offset, 0, animate=False, force=True)
        yield f"--- {offset}"
        for y in range(matrix.size.height):
            yield matrix.render_line(y).text.rstrip()
