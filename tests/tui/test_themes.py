"""The colours: read on every ground of every theme, seen while they are chosen, kept for the next start, or none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style
from rich.terminal_theme import MONOKAI
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import OptionList

from sciplan_tui.core.plan import Role
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui import themes
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.widgets.contrast import contrast, legible, mixed
from sciplan_tui.tui.widgets.matrix.palette import paint
from sciplan_tui.workspace.preferences import Preferences
from tests.tui.all_screens import BEGIN, FORMS, SCREENS, every_screen, standing_at
from tests.tui.driving import press, settled, shown
from tests.tui.fake_desk import FakeDesk

OTHERS = [theme for name, theme in BUILTIN_THEMES.items() if "ansi" not in name]
SHADES = ("base", "shade", "head", "head_shade", "plan", "row", "column")
"""The grounds of the matrix where text stands."""


@pytest.fixture(autouse=True)
def _calm_again() -> Iterator[None]:
    yield
    paint(themes.palette_of(themes.CALM))


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert legible((119, 119, 119), (255, 255, 255), 4.5) != (119, 119, 119)
    assert legible((0, 0, 0), (255, 255, 255), 4.5) == (0, 0, 0)
    assert mixed((0, 0, 0), (100, 200, 50), 0.5) == (50, 100, 25)


@pytest.mark.parametrize("theme", [*themes.OURS, *OTHERS], ids=lambda theme: theme.name)
def test_every_ink_is_read_on_every_ground(theme: Theme) -> None:
    colours = themes.palette_of(theme)
    for name in colours.inks:
        for ground in (*SHADES, "cell"):
            least = 1.0 if name == "none" and ground != "cell" else colours.least
            assert contrast(colours.ink(name, ground), colours.grounds[ground]) >= least, (name, ground)


@pytest.mark.parametrize("theme", themes.OURS, ids=lambda theme: theme.name)
def test_what_is_inherited_is_dimmer_than_what_is_printed(theme: Theme) -> None:
    colours = themes.palette_of(theme)
    for ground in ("base", "shade", "column", "row"):
        on = colours.grounds[ground]
        for role in Role:
            own, inherited = colours.ink(str(role), ground), colours.ink(f"{role}_inherited", ground)
            assert contrast(own, on) > contrast(inherited, on) * 1.2, (role, ground)


@pytest.mark.parametrize("places", [SCREENS, FORMS], ids=["screens", "forms"])
async def test_every_text_on_every_screen_is_read_in_every_theme_of_ours(places: dict[str, tuple[str, ...]]) -> None:
    """One walk for all of them: to go from screen to screen takes longer than to look at one."""
    faint, ours = set(), list(themes.OURS)
    async with standing_at(()) as pilot:
        async for name in every_screen(pilot, places):
            ours.reverse()  # begins with the theme that the place before ended with
            for theme in ours:
                pilot.app.theme = theme.name
                await settled(pilot)
                for style, text in spoken(pilot).items():
                    if contrast(*colours_of(style)) < 4.5:
                        faint.add((theme.name, name, text.strip(), str(style)))
    assert not faint


def spoken(pilot: Pilot[None]) -> dict[Style, str]:
    """What stands in the top screen, once in each of its looks: a dimmed one below a form is not to be read."""
    screen, found = pilot.app.screen, {}
    inside = screen.query_one(".dialog").region if screen.query(".dialog") else screen.region
    for y, strip in enumerate(screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            place, x = x, x + cell_len(text)
            if style is not None and text.strip(" .") and inside.contains(place, y):
                found[style] = text
    return found


def colours_of(style: Style) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    assert style.color is not None
    assert style.bgcolor is not None
    fore, back = style.color.get_truecolor(MONOKAI), style.bgcolor.get_truecolor(MONOKAI)
    return (back, fore) if style.reverse else (fore, back)


def app_with(preferences: Preferences) -> SciplanApp:
    desk = FakeDesk()
    view = desk.open_view()
    return SciplanApp(desk, view, view.frame(ViewSpec()), preferences)  # type: ignore[arg-type]


def grounds(pilot: Pilot[None]) -> set[str]:
    """The grounds on the screen that is in front at last."""
    strips = pilot.app.screen_stack[0]._compositor.render_strips()
    return {str(style.bgcolor) for strip in strips for _, style, _ in strip if style}


async def test_a_theme_is_seen_while_it_is_chosen_and_is_the_old_one_after_esc(tmp_path: Path) -> None:
    async with app_with(Preferences(tmp_path / "settings.json")).run_test(size=(100, 30)) as pilot:
        await press(pilot, *BEGIN)
        before = grounds(pilot)
        await press(pilot, "T", "j")
        assert pilot.app.theme == "sciplan-light"
        assert not before & grounds(pilot)
        await press(pilot, "escape")
        assert pilot.app.theme == "sciplan"
        assert grounds(pilot) == before
        assert not (tmp_path / "settings.json").exists()


async def test_a_chosen_theme_comes_back_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "sciplan" / "settings.json"
    async with app_with(Preferences(file)).run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "T", "down", "down", "enter")
        assert "高对比" in shown(pilot)
    assert file.stat().st_mode & 0o777 == 0o600
    async with app_with(Preferences(file)).run_test(size=(100, 30)) as pilot:
        assert pilot.app.theme == "sciplan-contrast"


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"theme": 1}', b'{"theme": "gone"}', b"[" * 99_999])
async def test_a_settings_file_that_says_nothing_is_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert app_with(Preferences(file)).theme == "sciplan"
    Preferences(file).keep_theme("nord")
    assert Preferences(file).theme == "nord"
    Preferences(file).keep_language("en")
    assert (Preferences(file).theme, Preferences(file).language) == ("nord", "en")
    Preferences(file).keep_language("fr")
    assert Preferences(file).language is None


async def test_a_theme_that_cannot_be_kept_is_shown_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "not-a-folder").write_text("")
    async with app_with(Preferences(tmp_path / "not-a-folder" / "settings.json")).run_test(size=(100, 30)) as pilot:
        await press(pilot, "T", "down", "enter")
        assert pilot.app.theme == "sciplan-light"
        assert "写不进" in shown(pilot)


async def test_no_screen_has_a_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with standing_at(()) as pilot:
        assert pilot.app.no_color
        async for name in every_screen(pilot):
            strips = pilot.app.screen._compositor.render_strips()
            looks = [style for strip in strips for _, style, _ in strip if style]
            colours = [colour for style in looks for colour in (style.color, style.bgcolor) if colour]
            assert all(colour.is_default for colour in colours), name
            assert any(style.reverse for style in looks), name
            for options in pilot.app.screen.query(OptionList):
                firsts = [next(iter(strip)).style for strip in options.render_lines(options.size.region)]
                picked = [style for style in firsts if style and style.reverse]
                assert len(picked) == 1, name
                assert len(options._lines) == options.option_count, "each on a line of its own, beside the frame too"


def test_ours_stand_first_in_the_list() -> None:
    app = app_with(Preferences())
    assert themes.names(app)[:3] == ["sciplan", "sciplan-light", "sciplan-contrast"]
    assert len(themes.names(app)) == 3 + len(OTHERS)
    assert all(one <= other for one, other in pairwise(themes.names(app)[3:]))
