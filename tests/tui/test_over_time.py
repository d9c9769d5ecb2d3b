"""Units over time on the main screen: a collective and its members, another day, and what was ruled later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sciplan_tui.core.matrix import Cell, Frame, MatrixRow, UnitColumn
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.unit.unfolding import behind, unfolded_columns, with_members
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.screens.main.matrix import MatrixScreen
from sciplan_tui.tui.screens.unit.units import UnitsScreen
from tests.tui.driving import click, matrix, opened, press, shown
from tests.tui.fake_desk import FakeDesk, FakeView

EAST = UnitColumn(1020, 1, "东山县人民政府", "东山县", "locality", False)
WEST = UnitColumn(1021, 1, "西河区人民政府", "西河区", "locality", False)
RULED = Cell(Role.LEAD, origin=Origin.RULED, ruled_by="云政办〔2024〕3号", ruled_on="2024-03-01")


class CollectiveView(FakeView):
    """A view in which the counties and districts have two members."""

    def frame(self, spec: ViewSpec, totals: object = None) -> Frame:
        frame = super().frame(spec)
        return replace(frame, units=unfolded_columns(frame.units, {1013: (EAST, WEST)}, spec.unfolded))

    def window(self, frame: Frame, start: int, stop: int) -> tuple[MatrixRow, ...]:
        return tuple(with_members(row, behind(frame.units)) for row in super().window(frame, start, stop))


class CollectiveDesk(FakeDesk):
    """A desk of such views, which remembers on which days they were opened."""

    def open_view(self) -> FakeView:  # type: ignore[override]
        self.asked.append(self.as_of)
        return CollectiveView(self)


def row_of(text: str, title: str) -> str:
    return next(line for line in text.splitlines() if title in line)


def signs(text: str) -> set[str]:
    """The signs in the head that tell what can be folded."""
    return set("".join(text.splitlines()[1:7])) & {"+", "-"}


async def test_o_unfolds_a_collective_into_its_members_and_folds_it_again() -> None:
    async with opened(CollectiveDesk()) as pilot:
        view = matrix(pilot).matrix
        assert signs(shown(pilot)) == {"+"}
        await press(pilot, *["right"] * 14, "o")
        names = [unit.name for unit in view.scene.layout.units if unit]
        assert names[-3:] == ["各县市区人民政府", "东山县人民政府", "西河区人民政府"]
        assert "配配配" in row_of(shown(pilot), "青少年科学素质提升行动")
        assert signs(shown(pilot)) == {"-"}
        await press(pilot, "j", "right")
        assert "东山县人民政府（各县市区人民政府） 配合" in shown(pilot)
        assert "配合 1 个单位" in matrix(pilot).query_one("#note").text  # type: ignore[attr-defined]
        await press(pilot, "o")
        assert [unit.name for unit in view.scene.layout.units if unit][-1] == "各县市区人民政府"
        assert view.unit is not None
        assert view.unit.name == "各县市区人民政府"


async def test_a_click_on_the_sign_over_a_collective_unfolds_it_and_on_another_head_only_goes_there() -> None:
    async with opened(CollectiveDesk()) as pilot:
        layout = matrix(pilot).matrix.scene.layout
        await click(pilot, "#matrix", offset=(layout.tree, 3))
        await press(pilot)
        assert matrix(pilot).matrix.scene.column == 0
        assert signs(shown(pilot)) == {"+"}
        await click(pilot, "#matrix", offset=(layout.tree + 2 * 13, 2))
        await press(pilot)
        assert signs(shown(pilot)) == {"-"}


async def test_without_colour_what_a_member_holds_through_its_collective_is_inherited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(CollectiveDesk()) as pilot:
        await press(pilot, *["right"] * 14, "o")
        assert '配" "' in row_of(shown(pilot), "青少年科学素质提升行动")


async def test_o_says_why_it_cannot_unfold_and_asks_for_members() -> None:
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "o")
        assert "先把光标移到一个集合单位的列上" in shown(pilot)
        await press(pilot, "right", "o")
        assert "市委宣传部 不是集合单位" in shown(pilot)
        await press(pilot, *["right"] * 13, "o")
        assert "各县市区人民政府 的成员" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MatrixScreen)
        unit = pilot.app.screen.matrix.unit
        assert unit is not None
        assert unit.name == "各县市区人民政府"
        await press(pilot, "U", "m", "escape")
        assert isinstance(pilot.app.screen, UnitsScreen), "who came by themselves stay"
        await press(pilot, "escape", "o", *"北山县", "enter")
        assert isinstance(pilot.app.screen, UnitsScreen), "what was done is shown"
        await press(pilot, "m", "escape")
        assert isinstance(pilot.app.screen, UnitsScreen)


async def test_the_day_that_is_looked_at_is_told_on_the_other_pages_too() -> None:
    async with opened(FakeDesk(as_of=date(2023, 7, 1))) as pilot:
        for keys in (["b"], ["O"], ["j", "j", "enter"]):
            await press(pilot, *keys)
            assert not isinstance(pilot.app.screen, MatrixScreen)
            assert "按 2023-07-01" in shown(pilot).splitlines()[0], keys
            await press(pilot, "escape")


async def test_another_day_is_looked_at_and_told_until_it_is_cleared() -> None:
    desk = CollectiveDesk()
    async with opened(desk) as pilot:
        await press(pilot, "t", *"2022-13-1", "enter")
        assert "日期要写成" in shown(pilot)
        await press(pilot, "escape", "t", *"2022-06-01", "enter")
        assert "按 2022-06-01" in shown(pilot)
        assert date(2022, 6, 1) in desk.asked
        await press(pilot, "slash", *"农民", "enter")
        assert "按 2022-06-01" in shown(pilot)
        await press(pilot, "escape")
        assert "按 2022-06-01" in shown(pilot)
        await press(pilot, "escape")
        assert "按 2022-06-01" not in shown(pilot)
        assert desk.as_of is None


@pytest.mark.parametrize("colour", [True, False])
async def test_what_is_printed_ruled_and_proposed_are_told_apart_by_their_signs(
    monkeypatch: pytest.MonkeyPatch, colour: bool
) -> None:
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    desk = FakeDesk()
    index = next(i for i, (_, row) in enumerate(desk.plans[0].rows) if row.path == "3.2")
    ref, row = desk.plans[0].rows[index]
    cells = {1000: (Cell(Role.RESPONSIBLE),), 1001: (RULED,), 1002: (Cell(Role.LEAD, origin=Origin.PROPOSED),)}
    desk.plans[0].rows[index] = (ref, row._replace(cells=cells, holder_path="3.2"))
    async with opened(desk) as pilot:
        await press(pilot, "G", "right", "right")
        text = shown(pilot)
    assert "责定? " in row_of(text, "科普信息化提升工程")
    assert "市委组织部 牵头（依 云政办〔2024〕3号，2024-03-01）" in text
