"""What the matrix draws, as text: exact widths, goldens, signs without colour, hostile text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from sciplan_tui.core.matrix import RoleCounts
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.view.spec import Density, ViewSpec
from sciplan_tui.locale import speak
from sciplan_tui.tui.themes import LIGHT, palette_of
from sciplan_tui.tui.widgets.matrix.body import body_lines
from sciplan_tui.tui.widgets.matrix.head import figures, head_strip
from sciplan_tui.tui.widgets.matrix.holdings import holdings
from sciplan_tui.tui.widgets.matrix.kept import KeptLines
from sciplan_tui.tui.widgets.matrix.layout import lay_out
from sciplan_tui.tui.widgets.matrix.palette import in_force, paint
from sciplan_tui.tui.widgets.matrix.scene import Scene
from sciplan_tui.tui.widgets.matrix.signs import ROOMY
from sciplan_tui.tui.widgets.matrix.unit_lines import unit_strip
from sciplan_tui.tui.widgets.matrix.words import matrix_words
from tests.hostile import HOSTILE
from tests.tui.big_desk import big_desk
from tests.tui.fake_desk import FakeDesk, plan
from tests.tui.rich_desk import TOTALS, RichDesk


def scene_of(
    desk: FakeDesk, width: int, height: int, colour: bool = True, density: Density = Density.UPRIGHT, **more: object
) -> Scene:
    frame = desk.open_view().frame(ViewSpec(density=density))
    return Scene(frame, lay_out(frame, width, height), matrix_words(colour), colour=colour, **more)  # type: ignore[arg-type]


def lines_of(desk: FakeDesk, scene: Scene) -> list[str]:
    rows = desk.open_view().window(scene.frame, 0, len(scene.frame.rows))
    kept = KeptLines()
    lines = [kept.head(scene, y).text for y in range(scene.layout.head)]
    for line, index in enumerate(body_lines(scene.frame)):
        if index < 0:
            lines.append(kept.plan(scene, scene.frame.plans[~index], line, False).text)
        else:
            lines.append(kept.row(scene, scene.frame.rows[index], rows[index], line, False).text)
    return lines


def test_without_colour_an_inherited_role_is_a_ditto_sign() -> None:
    lines = lines_of(FakeDesk(), scene_of(FakeDesk(), 100, 36, colour=False))
    inherited = next(line for line in lines if "弘扬科学精神" in line)
    assert '"   " "L" " ' in inherited
    assert "责" not in inherited


@pytest.mark.parametrize("density", list(Density))
@pytest.mark.parametrize("width", [1, 7, 20, 43, 60, 80, 119, 120, 300])
def test_every_line_is_as_wide_as_the_widget_at_every_offset(width: int, density: Density) -> None:
    for desk in (FakeDesk(plans=[plan(1), plan(2, named=False), plan(3)]), RichDesk()):
        scene = scene_of(desk, width, 36, density=density, totals=TOTALS)
        for offset in range(scene.layout.furthest + 1):
            moved = replace(scene, offset=offset, line=offset % 20, column=min(offset // 2, scene.columns - 1))
            assert {cell_len(line) for line in lines_of(desk, moved)} == {width}


@pytest.mark.parametrize("width", [1, 7, 20, 43, 60, 80, 119, 300])
def test_a_unit_below_its_task_is_named_whole_or_says_that_it_is_cut(width: int) -> None:
    desk = RichDesk()
    scene = scene_of(desk, width, 36, density=Density.LINES)
    rows = desk.open_view().window(scene.frame, 0, len(scene.frame.rows))
    for ref, row in zip(scene.frame.rows, rows, strict=True):
        there = replace(scene, holdings=holdings(scene.frame, row), column=1)
        for at, holding in enumerate(there.holdings):
            line = unit_strip(there, ref, row, at, thumb=False).text
            assert cell_len(line) == width
            assert holding.unit.name in line or (".." in line and width < 60) or width < 20


@pytest.mark.parametrize("density", list(Density))
def test_a_title_that_is_cut_says_so(density: Density) -> None:
    desk = RichDesk()
    whole = lines_of(desk, scene_of(desk, 400, 36, density=density))
    for width in range(44, 140):
        scene = scene_of(desk, width, 36, density=density)
        for line, full in zip(lines_of(desk, scene)[-9:], whole[-9:], strict=True):
            shown = cut_at(line, scene.layout.tree).rstrip()
            assert full.startswith(shown) or ".." in shown


def test_units_named_in_a_line_are_whole_and_say_when_there_are_more() -> None:
    desk = RichDesk()
    wide = scene_of(desk, 400, 36, density=Density.LINES)
    whole = [named_in(wide, line) for line in lines_of(desk, wide)[-9:]]
    assert any(whole)
    for width in range(44, 140):
        scene = scene_of(desk, width, 36, density=Density.LINES)
        for line, full in zip(lines_of(desk, scene)[-9:], whole, strict=True):
            shown = named_in(scene, line)
            assert shown == full or (shown[-1:] == [".."] and shown[:-1] == full[: len(shown) - 1])


def named_in(scene: Scene, line: str) -> list[str]:
    """The words behind a task's title."""
    at, end = scene.layout.tree, scene.layout.sums_at
    return cut_at(line, end)[len(cut_at(line, at)) :].split()


def cut_at(line: str, cells: int) -> str:
    """The first so many cells of a line."""
    return set_cell_size(line, cells)


@pytest.mark.parametrize("ascii_marks", [True, False])
@pytest.mark.parametrize("role", list(Role))
def test_without_colour_every_kind_of_role_reads_otherwise_where_there_is_room(role: Role, ascii_marks: bool) -> None:
    signs = matrix_words(colour=False, ascii_marks=ascii_marks).roles[ROOMY]
    kinds = [(Origin.PRINTED, False), (Origin.PRINTED, True), (Origin.RULED, False), (Origin.PROPOSED, False)]
    assert len({signs[role, origin, inherited, False][0] for origin, inherited in kinds}) == len(kinds)


def test_marks_in_letters_are_ascii_in_every_language() -> None:
    words = matrix_words(colour=True, ascii_marks=True)
    assert all(sign.isascii() for sign in words.signs.values())
    assert words.legend[ROOMY][0] == "L 牵头"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_neither_widens_a_line_nor_reaches_the_terminal(payload: str, language: str) -> None:
    speak(language)
    try:
        desk = FakeDesk(plans=[plan(1, payload=payload), plan(2, payload=payload)])
        scene = scene_of(desk, 100, 30)
        for line in lines_of(desk, scene):
            assert cell_len(line) == 100
            assert all(unicodedata.category(character) not in ("Cc", "Cf", "Cs") for character in line)
    finally:
        speak("zh")


def test_our_own_signs_have_one_width_in_every_terminal() -> None:
    for line in lines_of(FakeDesk(), scene_of(FakeDesk(), 120, 36)):
        assert [c for c in line if unicodedata.east_asian_width(c) == "A"] == []


def test_a_line_of_one_hundred_units_is_a_few_segments() -> None:
    desk = big_desk(3, 100)
    scene = scene_of(desk, 200, 40, line=9)
    rows = desk.open_view().window(scene.frame, 0, 3)
    strip = KeptLines().row(scene, scene.frame.rows[1], rows[1], 1, False)
    assert len(list(strip)) < 90


def test_the_head_takes_at_most_six_rows_its_counts_four_more_and_never_more_than_a_third_of_the_screen() -> None:
    frame = FakeDesk().open_view().frame(ViewSpec())
    frame = replace(frame, counts=frame.counts._replace(all_tasks=39))
    heads = [lay_out(frame, 120, height) for height in (3, 9, 12, 20, 24, 60)]
    assert [(layout.head - layout.counted, layout.counted) for layout in heads] == [
        (1, 0), (3, 0), (4, 0), (6, 2), (6, 2), (6, 4),
    ]  # fmt: skip


def test_two_counts_side_by_side_never_read_as_one() -> None:
    assert figures(4, 2) == ("  ", " 4")
    assert figures(15, 2) == (" 1", " 5")
    assert figures(103, 2) == (" 9", "9+")
    assert (figures(4, 1), figures(15, 1)) == ((" 4",), ("9+",))


def test_every_row_of_the_counts_keeps_figures_apart() -> None:
    scene = scene_of(FakeDesk(), 120, 60)
    many = replace(scene.frame, counts=scene.frame.counts._replace(all_tasks=39))
    totals = {unit.unit_id: RoleCounts(15, 38, 0, 53) for unit in many.units}
    scene = replace(scene, frame=many, layout=lay_out(many, 120, 60), totals=totals)
    layout = scene.layout
    rows = [head_strip(scene, y).text[layout.tree :] for y in range(layout.head - layout.counted, layout.head)]
    told = [row.split() for row in rows]
    assert [set(row) for row in told] == [{"1"}, {"5"}, {"3"}, {"8"}]


@pytest.mark.parametrize("density", list(Density))
def test_a_line_that_is_kept_is_the_line_drawn_anew(density: Density) -> None:
    desk = RichDesk()
    first = scene_of(desk, 120, 40, density=density, totals=TOTALS)
    columns = (-1, 0, 1, first.columns - 1)
    moved = [replace(first, line=line, column=column) for line in (1, 2) for column in columns]
    scrolled = [replace(first, offset=2, column=1), replace(first, selected=frozenset({first.frame.rows[1].task_id}))]
    kept = KeptLines()
    for scene in (*moved, *scrolled, *moved):
        assert drawn(desk, scene, kept) == drawn(desk, scene, KeptLines())


def test_lines_that_are_kept_follow_the_colours() -> None:
    scene, kept = scene_of(FakeDesk(), 120, 40), KeptLines()
    before, calm = drawn(FakeDesk(), scene, kept), in_force()
    try:
        paint(palette_of(LIGHT))
        after = drawn(FakeDesk(), scene, kept)
        assert after == drawn(FakeDesk(), scene, KeptLines()) != before
    finally:
        paint(calm)


def drawn(desk: FakeDesk, scene: Scene, kept: KeptLines) -> list[Strip]:
    """All lines of a scene, the cursor among them."""
    rows = desk.open_view().window(scene.frame, 0, len(scene.frame.rows))
    head = [kept.head(scene, y) for y in range(scene.layout.head)]
    return [*head, *(kept.row(scene, ref, rows[at], at, at < 9) for at, ref in enumerate(scene.frame.rows))]
