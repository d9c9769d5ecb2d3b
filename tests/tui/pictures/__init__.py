"""The pictures of the README, made from the program itself: `python -m tests.tui.pictures` draws them anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sciplan_tui import locale
from sciplan_tui.core.matrix import ViewSpec
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.desk import Desk
from sciplan_tui.workspace.demo import DAY
from tests.tui.picture import picture

FOLDER = Path(__file__).parent
SIZE = (120, 36)

PICTURES: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "matrix.svg": ("zh", "湘潭", ("j", "j", "j")),
    "filter.svg": ("zh", "湘潭", ("slash", *"lead:", "科", "协", "enter")),
    "task.svg": ("zh", "清屿", ("slash", *"path:2.4.3", "enter", "G", "enter")),
    "units.svg": ("zh", "屯溪", ("U", *"jjjj")),
    "matrix-en.svg": ("en", "湘潭", ("j", "j", "j")),
}
"""Each picture's name, its language, the plan on screen, and the keys that were pressed."""


async def drawn(name: str, database: Path) -> str:
    """The SVG of one picture, of the demo's plans in `database`."""
    language, plan, keys = PICTURES[name]
    locale.speak(language)
    desk = Desk(database, DAY)
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec(plan=plan)))
    try:
        async with app.run_test(size=SIZE) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            return picture(app)
    finally:
        view.close()
