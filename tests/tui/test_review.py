"""The review of an edition as a person uses it: what is accepted, what goes with it, and what is then decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from sciplan_tui.core.diff.difference import KINDS, REASONS, Difference
from sciplan_tui.core.diff.renaming import LikelyRename
from sciplan_tui.locale import say, speak
from sciplan_tui.tui.desk.review import Waiting
from sciplan_tui.tui.screens.edition.review import ReviewScreen
from sciplan_tui.tui.widgets.text.difference_lines import detail, pieces
from sciplan_tui.workspace.journal.news import News
from tests.hostile import HOSTILE
from tests.tui.driving import click, opened, press, shown
from tests.tui.fake_desk import FakeDesk, plan
from tests.tui.fake_review import EDITED, FakeReview

CERTAIN = frozenset({0, 1, 4, 5, 6})


async def reviewed(pilot: Pilot[None], review: FakeReview) -> None:
    await pilot.app.push_screen(ReviewScreen(review))
    await press(pilot)


def line(pilot: Pilot[None], text: str) -> str:
    return next(line for line in shown(pilot).splitlines() if text in line)


async def test_what_is_certain_begins_accepted_and_nothing_else() -> None:
    review = FakeReview()
    async with opened(FakeDesk()) as pilot:
        await reviewed(pilot, review)
        assert "[x] 2.1      市供销社 责任" in shown(pilot)
        for text in ("市妇联 责任", "市科技局 改为 市科协", "2.2.3 改为 2.3.1"):
            assert "[ ]" in line(pilot, text), text
        assert "接受 5  待定 3" in shown(pilot)
        await press(pilot, "enter")
    assert review.decided == [(CERTAIN, frozenset())]


async def test_differences_stand_by_kind_in_the_order_they_are_told() -> None:
    async with opened(FakeDesk()) as pilot:
        await reviewed(pilot, FakeReview())
        heads = [text for text in shown(pilot).splitlines() if "/" in text and "[" not in text and "?" not in text]
    assert [head.split()[0] for head in heads] == ["增加单位", "新版没有的单位", "牵头", "指标", "新增任务", "移动"]


async def test_a_conflict_shows_what_was_what_is_now_and_what_the_person_has_put() -> None:
    async with opened(FakeDesk()) as pilot:
        await reviewed(pilot, FakeReview())
        await press(pilot, "j", "j", "j")
        text = shown(pilot)
    assert "原写    市科技局" in text
    assert "新写    市科协" in text
    assert "已改成  市教育局" in text
    assert "文件和人都改了这一处" in text


async def test_one_all_none_and_a_kind_are_chosen_by_key() -> None:
    review = FakeReview()
    async with opened(FakeDesk()) as pilot:
        await reviewed(pilot, review)
        await press(pilot, "z")
        assert "接受 0  待定 8" in shown(pilot)
        await press(pilot, "f")
        assert "接受 2" in shown(pilot)
        await press(pilot, "f")
        assert "接受 0" in shown(pilot)
        await press(pilot, "a")
        assert "接受 8" in shown(pilot)
        await press(pilot, "j", "j", "space", "enter")
    assert review.decided == [(frozenset(range(8)) - {2}, frozenset())]


async def test_what_needs_a_refused_task_is_refused_with_it_and_comes_with_it() -> None:
    review = FakeReview()
    async with opened(FakeDesk()) as pilot:
        await reviewed(pilot, review)
        await press(pilot, *"jjjjj")
        assert "不接受它，一起不接受：2.1.4.1 建设馆校合作基地" in shown(pilot)
        await press(pilot, "space")
        assert "[ ]" in line(pilot, "2.1.4.1  建设")
        assert "连带 1 处" in shown(pilot)
        await press(pilot, "j", "space")
        assert "[x]" in line(pilot, "2.1.4 ")


@dataclass
class Waits(FakeDesk):
    waiting: Collection[int] = ()
    asked_of: list[str] = field(default_factory=list)

    def news(self, after: int | None) -> News:
        return News(undecided=frozenset(self.waiting))

    def pending(self, plan: str) -> FakeReview:
        self.asked_of.append(plan)
        return FakeReview(pending=True)


@pytest.mark.parametrize(("waiting", "decided"), [({1}, 0), ({2}, 1), ({1, 2}, 0)])
async def test_what_waits_is_decided_of_the_plan_of_the_cursor_else_of_the_only_other(
    waiting: Collection[int], decided: int
) -> None:
    desk = Waits(plans=[plan(1), plan(2, "石桥县方案")], waiting=waiting)
    async with opened(desk) as pilot:
        await press(pilot, "R")
    assert desk.asked_of == [desk.plans[decided].head.key]


@pytest.mark.parametrize(
    ("waiting", "told"), [((), "没有待定的变更"), ({9}, "别的方案有：按 p 看全部方案"), ({2, 3}, "先用 p 选一个方案")]
)
async def test_where_nothing_or_several_wait_no_empty_page_is_opened(waiting: Collection[int], told: str) -> None:
    desk = Waits(plans=[plan(1), plan(2, "石桥县方案"), plan(3, "江口县方案")], waiting=waiting)
    async with opened(desk) as pilot:
        await press(pilot, "R")
        assert told in shown(pilot)
    assert desk.asked_of == []


async def test_esc_leaves_all_untouched_and_says_so() -> None:
    review = FakeReview(pending=True)
    async with opened(FakeDesk(review=review)) as pilot:
        await press(pilot, "R")
        assert "待定" in shown(pilot)
        await press(pilot, "a", "escape")
        assert "没有改动" in shown(pilot)
        assert "任务 9/9" in shown(pilot)
    assert review.decided == []


async def test_the_key_that_does_it_is_on_the_line_of_keys() -> None:
    async with opened(FakeDesk(review=FakeReview(pending=True, waits=EDITED[2:4])), (80, 24)) as pilot:
        await press(pilot, "R")
        foot = shown(pilot).splitlines()[-1]
        assert all(key in foot for key in ("Space 取舍", "Enter 应用", "r 不采纳", "Esc 返回", "? 帮助"))


async def test_what_stays_proposed_can_be_rejected_for_good() -> None:
    review = FakeReview(pending=True, waits=EDITED[2:4])
    async with opened(FakeDesk(review=review)) as pilot:
        await press(pilot, "R", "enter")
        assert "没有选中任何一处" in shown(pilot)
        await press(pilot, "r", "j", "space")
        assert "[-]" in line(pilot, "市妇联 责任")
        await press(pilot, "enter")
        assert "接受 1 处，不采纳 1 处，仍待定 0 处" in shown(pilot)
    assert review.decided == [(frozenset({1}), frozenset({0}))]


async def test_an_import_offers_no_rejecting() -> None:
    review = FakeReview()
    async with opened(FakeDesk(review=review)) as pilot:
        await press(pilot, "i", *"plan.txt", "enter", "r")
        assert "[-]" not in shown(pilot)
        assert "r 不采纳" not in shown(pilot)


async def test_a_database_that_changed_meanwhile_is_read_anew_and_the_choice_is_kept() -> None:
    review = FakeReview(meanwhile=EDITED[1:])
    async with opened(FakeDesk()) as pilot:
        await reviewed(pilot, review)
        await press(pilot, "j", "space", "enter")
        assert "已重新读出" in shown(pilot)
        assert "7 处变更" in shown(pilot)
        assert "[ ]" in line(pilot, "市妇联 配合")
        assert review.decided == []
        await press(pilot, "enter")
    assert review.decided == [(frozenset({3, 4, 5}), frozenset())]


async def test_a_click_on_the_sign_chooses_and_a_click_on_the_line_only_goes_there() -> None:
    async with opened(FakeDesk()) as pilot:
        await reviewed(pilot, FakeReview())
        await click(pilot, "#lines", offset=(3, 1))
        await press(pilot)
        assert "[ ]" in line(pilot, "市供销社")
        await click(pilot, "#lines", offset=(30, 4))
        await press(pilot)
        assert line(pilot, "市妇联 责任").startswith("> [ ]")


@pytest.mark.parametrize(("last", "first"), [("end", "home"), ("G", "g")])
async def test_the_ends_of_a_list_longer_than_the_screen_are_reached(last: str, first: str) -> None:
    waits = tuple(replace(one, path=f"{at}.{one.path}") for at in range(1, 9) for one in EDITED)
    async with opened(FakeDesk(), (80, 24)) as pilot:
        await reviewed(pilot, FakeReview(waits=waits))
        await press(pilot, last)
        assert line(pilot, "> [").split()[-1] == "不能确定"
        await press(pilot, first, "pagedown", "pagedown", "pageup", "pageup")
        assert " 1.2.1 " in line(pilot, "> [")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_every_line_is_as_wide_as_the_screen(size: tuple[int, int], language: str) -> None:
    speak(language)
    try:
        async with opened(FakeDesk(), size) as pilot:
            await reviewed(pilot, FakeReview())
            await press(pilot, "G", "pageup", "j")
            strips = pilot.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {size[0]}
    finally:
        speak("zh")


@pytest.mark.parametrize("payload", ["[/]", "[red]红[@click=app.exit]出[/]", "".join(HOSTILE[2:])])
async def test_hostile_text_is_harmless_in_every_line_and_below(payload: str) -> None:
    waits = tuple(replace(one, title=one.title + payload, new=(one.new or "") + payload) for one in EDITED)
    async with opened(FakeDesk()) as pilot:
        await reviewed(pilot, FakeReview(waits=waits))
        for _ in waits:
            text = shown(pilot)
            assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
            assert not payload.startswith("[") or payload in text
            await press(pilot, "j")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_has_its_head_and_fits_a_line_and_the_detail(kind: str, language: str) -> None:
    speak(language)
    try:
        for reason in (None, *REASONS):
            one = Difference(kind, "2.1", "title" if kind == "plan_changed" else "科普", "旧", "新", "人", reason, 0.8)
            assert say(f"review.kind.{kind}")
            assert sum(cell_len(text) for text, _ in pieces(one, "[ ]", 77)) <= 77
            assert "80%" in detail(Waiting("", 2, (one,)), 0, frozenset(), 74).plain
    finally:
        speak("zh")


def test_a_unit_that_may_be_renamed_is_told_where_it_goes_and_where_it_comes() -> None:
    gone = Difference("unit_removed", "2.1", "科普", old="市数据资源局 responsible", reason="removal")
    come, other = replace(gone, kind="unit_added", old=None, new="市数据局 lead"), EDITED[2]
    rename = LikelyRename("市数据资源局", "市数据局", 3, 4)
    waiting = Waiting("", 2, (gone, come, other), (), (rename,))
    told = [detail(waiting, at, frozenset(), 200).plain for at in range(3)]
    assert ["像是改名：市数据资源局 不见了，新出现的 市数据局" in text for text in told] == [True, True, False]
    assert "4 条分工里 3 条一样" in told[0]


async def test_nothing_left_open_is_said() -> None:
    async with opened(FakeDesk(review=FakeReview(pending=True, waits=()))) as pilot:
        await press(pilot, "R")
        assert "没有待定的变更" in shown(pilot)
        await press(pilot, "space", "a", "f", "r", "j", "escape")
        assert "任务 9/9" in shown(pilot)
