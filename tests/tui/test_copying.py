"""Copying: what is sent to the terminal and what is said of it; the file that holds it whatever the terminal does."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import LANGUAGES, speak
from sciplan_tui.tui import clipboard
from sciplan_tui.tui.clipboard import MOST, sequence_of
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.workspace.sheet.copying import keep_copy, tasks_tsv
from tests import viewing_data as data
from tests.tui.driving import opened, press, shown
from tests.tui.fake_desk import FakeDesk
from tests.tui.fake_out import FakeOut
from tests.viewing_data import TODAY


def decoded(sequence: str) -> str:
    return base64.b64decode(sequence.partition(";c;")[2].partition("\a")[0]).decode()


def test_the_sequence_holds_the_text_and_nothing_a_terminal_would_obey() -> None:
    sequence = sequence_of("编号\t\x1b[31m\n", inside_tmux=False)
    assert sequence is not None
    assert decoded(sequence) == "编号\t\x1b[31m\n"
    assert sequence.count("\x1b") == 1
    assert sequence.startswith("\x1b]52;c;")
    assert sequence.endswith("\a")


def test_tmux_is_told_in_its_own_way_too() -> None:
    sequence = sequence_of("甲", inside_tmux=True)
    assert sequence is not None
    plain, wrapped = sequence.split("\x1bPtmux;")
    assert decoded(plain) == "甲"
    assert wrapped == plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"


@pytest.mark.parametrize("inside_tmux", [True, False])
def test_what_is_too_long_is_not_sent(inside_tmux: bool) -> None:
    assert sequence_of("x" * (MOST * 3 // 4), inside_tmux=inside_tmux) is not None
    assert sequence_of("x" * MOST, inside_tmux=inside_tmux) is None
    assert sequence_of("\ud800", inside_tmux=inside_tmux) is not None


async def test_selected_rows_else_the_row_are_copied_and_only_sending_is_claimed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str] = []

    def send(app: object, text: str) -> bool:
        sent.append(text)
        return len(text) < 60

    monkeypatch.setattr("sciplan_tui.tui.screens.copying.send", send)
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "j", "y")
        assert sent[-1].count("\n") == 2
        assert sent[-1] == desk.asked[-1]
        assert "1 行已送给终端" in shown(pilot)
        assert str(Path("clipboard.tsv").absolute()) in shown(pilot), "it says where, however the database was named"
        await press(pilot, "space", "space", "y")
        assert sent[-1].count("\n") == 3
        await press(pilot, "asterisk", "y")
        assert "太长" in shown(pilot)
        assert "clipboard.tsv" in shown(pilot)


async def test_a_file_that_cannot_be_written_is_told_beside_what_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(FakeOut):
        def keep(self, text: str) -> Path:
            raise WritingError("export_failed", file="clipboard.tsv", reason="No space left on device")

    desk = FakeDesk()
    desk.out = lambda: Full(desk)  # type: ignore[method-assign]
    monkeypatch.setattr("sciplan_tui.tui.screens.copying.send", lambda app, text: True)
    async with opened(desk, (160, 40)) as pilot:
        await press(pilot, "y")
        assert "已送给终端" in shown(pilot)
        assert "No space left" in shown(pilot)


async def test_without_a_terminal_nothing_is_claimed_to_be_sent() -> None:
    async with opened(FakeDesk()) as pilot:
        monkey = pilot.app._driver
        pilot.app._driver = None
        try:
            assert not clipboard.send(pilot.app, "x")
        finally:
            pilot.app._driver = monkey


def test_the_rows_are_those_of_the_matrix_in_its_order(tmp_path: Path) -> None:
    database = data.fill(tmp_path / "copy.db")
    from sciplan_tui.workspace.view.viewing import View

    with View.open(database, TODAY) as view:
        rows = view.frame(ViewSpec()).rows
    wanted = frozenset((rows[3].task_id, rows[1].task_id))
    heads, *lines = (line.split("\t") for line in tasks_tsv(database, ViewSpec(), wanted, today=TODAY).splitlines())
    assert len(lines) == 2
    assert {len(line) for line in lines} == {len(heads)}
    everything = tasks_tsv(database, ViewSpec(), frozenset(row.task_id for row in rows), today=TODAY)
    told = everything.splitlines()
    assert ["\t".join(line) for line in lines] == [told[2], told[4]]


def test_the_file_lies_beside_the_database_and_is_written_over(tmp_path: Path) -> None:
    keep_copy("旧\n", tmp_path / "sciplan.db")
    file = keep_copy("甲\t乙\n", tmp_path / "sciplan.db")
    assert file == tmp_path / "clipboard.tsv"
    assert file.read_bytes() == "\ufeff甲\t乙\n".encode()
    (tmp_path / "clipboard.tsv").unlink()
    (tmp_path / "clipboard.tsv").mkdir()
    with pytest.raises(WritingError):
        keep_copy("x", tmp_path / "sciplan.db")


def test_a_list_of_tasks_tells_their_units_in_words(tmp_path: Path) -> None:
    database = data.fill(tmp_path / "list.db")
    from sciplan_tui.workspace.view.viewing import View

    with View.open(database, TODAY) as view:
        task = next(row.task_id for row in view.frame(ViewSpec()).rows if row.counted)
    heads, row = tasks_tsv(database, ViewSpec(), frozenset({task}), "tasks", today=TODAY).splitlines()
    assert "牵头" in heads.split("\t")
    assert row.count("\t") == heads.count("\t")


async def test_a_units_tasks_and_those_of_a_state_are_copied_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sciplan_tui.tui.screens.copying.send", lambda app, text: True)
    desk = FakeDesk()
    async with opened(desk) as pilot:
        await press(pilot, "l", "w", "y")
        assert "已送给终端" in shown(pilot)
        await press(pilot, "escape", "b", "y")
        assert "已送给终端" in shown(pilot)
        await press(pilot, "tab", "y")
        assert "没有可以复制的" in shown(pilot)


@pytest.mark.parametrize("keys", ["U Y", "R y", "D Y", "H y"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_stands_on_a_list_is_copied_uncut_under_heads(
    keys: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr("sciplan_tui.tui.screens.copying.send", lambda app, text: sent.append(text) is None)
    speak(language)
    try:
        async with opened(FakeDesk()) as pilot:
            await press(pilot, *keys.split())
            heads, *rows = (line.split("\t") for line in sent[-1].splitlines())
            screen = pilot.app.screen
            assert isinstance(screen, Listing)
            assert len(rows) == len([key for key in screen.lines.keys if isinstance(key, int)]) > 0
            assert {len(row) for row in rows} == {len(heads)} == {len(set(heads))}
            assert not any(cell.endswith("..") for row in rows for cell in row)
    finally:
        speak("zh")


async def test_views_are_copied_with_their_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr("sciplan_tui.tui.screens.copying.send", lambda app, text: sent.append(text) is None)
    async with opened(FakeDesk()) as pilot:
        await press(pilot, "V", "y")
        assert "没有可以复制的行" in shown(pilot)
        await press(pilot, "plus", *"mine", "enter", "y")
        heads, row = (line.split("\t") for line in sent[-1].splitlines())
        assert row[0] == "mine"
        assert row[-1].startswith("sciplan tasks")
        assert len(row) == len(heads)
