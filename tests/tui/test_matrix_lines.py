"""What the matrix draws, as text: exact widths, goldens, signs without colour, hostile text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from rich.cells import cell_len

from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.locale import speak
from sciplan_tui.tui.widgets.matrix_head import head_strip
from sciplan_tui.tui.widgets.matrix_layout import lay_out, plan_rows
from sciplan_tui.tui.widgets.matrix_lines import plan_strip, row_strip
from sciplan_tui.tui.widgets.matrix_scene import Scene
from sciplan_tui.tui.words import matrix_words
from tests.tui.big_desk import big_desk
from tests.tui.fake_desk import FakeDesk, plan

HOSTILE = (
    "[/]",
    "[red]红",
    "\x1b]52;c;aGk=\x07",
    "\x9b31m",
    "\u202e",
    "e\u0301\u0301\u0301\u0301\u0301\u0301",
    "①Ⅳ—…→℃",
    "\t\n",
    "👨‍👩‍👧",
)


def scene_of(desk: FakeDesk, width: int, height: int, colour: bool = True, **more: object) -> Scene:
    frame = desk.open_view().frame(ViewSpec())
    return Scene(frame, lay_out(frame, width, height), matrix_words(colour), colour=colour, **more)  # type: ignore[arg-type]


def lines_of(desk: FakeDesk, scene: Scene) -> list[str]:
    rows = desk.open_view().window(scene.frame, 0, len(scene.frame.rows))
    lines = [head_strip(scene, y).text for y in range(scene.layout.head)]
    for line, index in enumerate(plan_rows(scene.frame)):
        if index < 0:
            lines.append(plan_strip(scene, scene.frame.plans[~index], line, False).text)
        else:
            lines.append(row_strip(scene, scene.frame.rows[index], rows[index], line, False).text)
    return lines


def test_a_screen_of_120_columns_reads_like_this() -> None:
    lines = lines_of(FakeDesk(), scene_of(FakeDesk(), 120, 36, line=2))
    assert [line.rstrip() for line in lines[:10]] == GOLDEN_120


def test_a_screen_of_80_columns_reads_like_this() -> None:
    lines = lines_of(FakeDesk(), scene_of(FakeDesk(), 80, 20, line=-1))
    assert [line.rstrip() for line in lines[:9]] == GOLDEN_80


def test_without_colour_an_inherited_role_is_a_ditto_sign() -> None:
    lines = lines_of(FakeDesk(), scene_of(FakeDesk(), 100, 36, colour=False))
    inherited = next(line for line in lines if "弘扬科学精神" in line)
    assert '" ' * 3 in inherited
    assert "责" not in inherited


@pytest.mark.parametrize("width", [1, 7, 20, 43, 60, 80, 119, 120, 300])
def test_every_line_is_as_wide_as_the_widget_at_every_offset(width: int) -> None:
    desk = FakeDesk(plans=[plan(1), plan(2, named=False), plan(3)])
    scene = scene_of(desk, width, 24)
    for offset in range(max(1, scene.layout.units_width - scene.layout.shown + 1)):
        moved = replace(scene, offset=offset, line=offset % 20, column=offset // 2)
        assert {cell_len(line) for line in lines_of(desk, moved)} == {width}


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
    strip = row_strip(scene, scene.frame.rows[1], rows[1], 1, False)
    assert len(list(strip)) < 90


def test_the_head_takes_at_most_six_rows_and_a_third_of_the_screen() -> None:
    frame = FakeDesk().open_view().frame(ViewSpec())
    assert [lay_out(frame, 120, height).head for height in (3, 9, 12, 24, 60)] == [1, 3, 4, 6, 6]


GOLDEN_120 = [
    "                                                                        党  政        派  直群    集",
    "                                                                                  文农生  大",
    "                                                                                  旅业态  数",
    "                                                                        宣组科教人广农环气据      各  中 评",
    "                                                                        传织技育社体村境象产科团妇县  期 估",
    "  牵 牵头  责 责任  配 配合  淡色: 承上                                 部部局局局局局局局..协委联区  23 25",
    '  二 实施"五大提升行动"',
    "    (一) 青少年科学素质提升行动                                         责  责牵责责        牵牵责配  .  .",
    ">     1 弘扬科学精神                                                    责  责牵责责        牵牵责配  完!进",
    "      2 提升基础教育阶段科学教育水平                                    责  责牵责责        牵牵责配  .  .",
]
GOLDEN_80 = [
    "                                            党  政        派  直群    集",
    "                                                      文农生  大",
    "                                                      旅业态  数",
    "                                            宣组科教人广农环气据      各  中 评",
    "                                            传织技育社体村境象产科团妇县  期 估",
    "  牵 牵头  责 责任  配 配合  淡色: 承上     部部局局局局局局局..协委联区  23 25",
    '  二 实施"五大提升行动"',
    "    (一) 青少年科学素质提升行动             责  责牵责责        牵牵责配  .  .",
    "      1 弘扬科学精神                        责  责牵责责        牵牵责配  完!进",
]
