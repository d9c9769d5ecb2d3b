"""Picking files and importing them: folders, several at once, paths, progress, stopping, and what came of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from rich.cells import cell_len
from textual.message import Message
from textual.pilot import Pilot

from sciplan_tui.locale import speak
from sciplan_tui.tui.screens.edition.imported import FileDone, ImportedScreen
from sciplan_tui.tui.screens.edition.importing import ImportScreen
from sciplan_tui.tui.screens.edition.review import ReviewScreen
from sciplan_tui.tui.screens.main.matrix import MatrixScreen
from sciplan_tui.tui.screens.problem.problems import ProblemsScreen
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.text import file_lines
from sciplan_tui.workspace.edition.folders import PlanFile
from sciplan_tui.workspace.edition.importing_files import FileResult
from tests.hostile import HOSTILE
from tests.tui.driving import opened, press, settled, shown, until
from tests.tui.fake_desk import FakeDesk
from tests.tui.fake_out import FakeOut
from tests.tui.fake_review import FakeReview

SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "again.docx", "bad.pdf", "notes.exe", ".hidden.txt", "~$a.docx"):
        (tmp_path / name).write_bytes(b"x" * 2048)
    (tmp_path / "方案").mkdir()
    (tmp_path / "方案" / "b.csv").write_text("x")
    (tmp_path / ".git").mkdir()
    return tmp_path


def desk_in(folder: Path, **more: object) -> FakeDesk:
    desk = FakeDesk(**more)  # type: ignore[arg-type]
    desk.folder = folder
    return desk


def files_on(pilot: Pilot[None]) -> list[str]:
    screen = pilot.app.screen
    assert isinstance(screen, ImportScreen)
    return [key.name if isinstance(key, Path) else str(key) for key in screen.lines.keys]


@pytest.mark.parametrize("size", SIZES)
async def test_folders_and_plan_files_are_listed_and_hidden_ones_left_out(folder: Path, size: tuple[int, int]) -> None:
    async with opened(desk_in(folder), size) as pilot:
        await press(pilot, "i")
        assert files_on(pilot) == ["..", "方案", "a.txt", "again.docx", "bad.pdf"]
        text = shown(pilot)
        assert "2 KB" in text
        assert "3 个文件，1 个文件夹" in text
        assert folder.name[-12:] in text.splitlines()[0]


async def test_one_goes_into_folders_and_back_to_where_one_was(folder: Path) -> None:
    desk = desk_in(folder)
    async with opened(desk) as pilot:
        await press(pilot, "i", "up", "enter")
        assert files_on(pilot) == ["..", "b.csv"]
        await press(pilot, "backspace")
        assert files_on(pilot)[1] == "方案"
        assert pilot.app.screen.lines.key == folder / "方案"  # type: ignore[attr-defined]
        await press(pilot, "right", "left", "h")
        assert desk.folder == folder.parent
        await press(pilot, "escape", "i")
        assert folder.name in files_on(pilot)


async def test_a_part_of_a_name_narrows_the_list_and_esc_shows_all_again(folder: Path) -> None:
    async with opened(desk_in(folder)) as pilot:
        await press(pilot, "i", "slash", *"aga")
        assert files_on(pilot) == ["..", "again.docx"]
        await press(pilot, "enter", "escape")
        assert len(files_on(pilot)) == 5
        await press(pilot, "slash", *"zzz")
        assert "没有这样的名字" in shown(pilot)


async def test_several_files_are_imported_and_what_came_of_each_is_told(folder: Path) -> None:
    told: list[Message] = []
    async with opened(desk_in(folder), message_hook=told.append) as pilot:
        await press(pilot, "i", "a", "enter")
        text = shown(pilot)
        for said in ("已导入", "处待审阅", "没有导入", "3/3 个文件", "新方案 1 个", "待审阅 1 个", "没有导入 1 个"):
            assert said in text
        assert {message.place for message in told if isinstance(message, FileDone)} == {0, 1, 2}
        screen = pilot.app.screen
        assert isinstance(screen, ImportedScreen)
        assert screen.lines.key == 1
        await press(pilot, "down")
        assert "不像是方案" in shown(pilot)
        await press(pilot, "escape")
        assert "导入：新方案 1 个" in shown(pilot) or not isinstance(pilot.app.screen, ImportedScreen)


async def test_what_is_chosen_is_imported_wherever_the_cursor_is_and_stays_chosen_on_the_way(folder: Path) -> None:
    async with opened(desk_in(folder)) as pilot:
        await press(pilot, "i", "a", "g", "j", "l", "a", "g", "enter")
        assert "4/4 个文件" in shown(pilot)


async def test_a_folder_is_chosen_with_all_that_is_in_it_and_in_its_folders_and_let_go(folder: Path) -> None:
    (folder / "方案" / "县").mkdir()
    (folder / "方案" / "县" / "c.txt").write_text("x")
    (folder / "方案" / "again").symlink_to(folder, target_is_directory=True)
    async with opened(desk_in(folder)) as pilot:
        await press(pilot, "i", "up")
        assert "Space 选中里面的全部文件" in shown(pilot)
        await press(pilot, "space")
        lines = shown(pilot).splitlines()
        assert next(line for line in lines if "方案/" in line).rstrip().endswith("选中 2")
        assert any("没有读文件夹" in line and "again" in line for line in lines)
        await press(pilot, "space")
        assert "选中 2" not in shown(pilot)
        assert pilot.app.screen.lines.key == folder / "a.txt"  # type: ignore[attr-defined]
        await press(pilot, "up", "space", "enter")
        assert "2/2 个文件" in shown(pilot)


async def test_enter_reviews_an_edition_and_the_result_tells_what_was_decided(folder: Path) -> None:
    review = FakeReview()
    async with opened(desk_in(folder, review=review)) as pilot:
        await press(pilot, "i", "down", "enter")
        assert "处待审阅" in shown(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReviewScreen)
        await press(pilot, "escape")
        assert "处待审阅" in shown(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, ImportedScreen)
        assert "新版本，已收" in shown(pilot)


async def test_an_edition_that_says_the_same_in_another_text_is_kept_or_left(folder: Path) -> None:
    review = FakeReview(waits=())
    async with opened(desk_in(folder, review=review)) as pilot:
        await press(pilot, "i", "down", "enter")
        assert "新版本，分工没有变" in shown(pilot)
        await press(pilot, "enter")
        assert "Enter 应用" in shown(pilot)
        assert "文字有出入，任务、单位、指标、日期都没有变。Enter 留作新的一版" in shown(pilot)
        await press(pilot, "enter")
    assert review.decided == [(frozenset(), frozenset())]


@pytest.mark.parametrize("empty", [True, False])
async def test_problems_of_a_plan_that_came_in_are_one_key_away(folder: Path, empty: bool) -> None:
    async with opened(desk_in(folder, plans=[]) if empty else desk_in(folder)) as pilot:
        await press(pilot, "i", "enter")
        await press(pilot, "D")
        assert isinstance(pilot.app.screen, ProblemsScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MatrixScreen)


async def test_a_path_is_written_or_pasted_and_may_be_no_plan_files_suffix(folder: Path) -> None:
    async with opened(desk_in(folder / "方案")) as pilot:
        await press(pilot, "i", "slash", *"../notes.exe", "enter")
        assert isinstance(pilot.app.screen, ImportedScreen)
        assert "notes.exe" in shown(pilot)
        await press(pilot, "escape", "i", "slash", *"..", "/", "enter")
        assert files_on(pilot)[1] == "方案"


async def test_a_folder_that_cannot_be_opened_is_told_and_one_stays(folder: Path) -> None:
    async with opened(desk_in(folder)) as pilot:
        (folder / "方案" / "b.csv").unlink()
        (folder / "方案").rmdir()
        await press(pilot, "i")
        await press(pilot, "slash", *"./方案/", "enter")
        assert isinstance(pilot.app.screen, ImportedScreen | ImportScreen)


@dataclass
class SlowOut(FakeOut):
    """One file at a time, when it is let."""

    def import_files(self, files: Sequence[Path]) -> Iterator[FileResult]:
        for result in FakeOut.import_files(self, files):
            gate: Event = self.desk.gate  # type: ignore[attr-defined]
            assert gate.wait(10)
            yield result


@dataclass
class SlowDesk(FakeDesk):
    """Its imports wait at a gate."""

    gate: Event = field(default_factory=Event)

    def out(self) -> FakeOut:  # type: ignore[override]
        return SlowOut(self)


async def test_esc_stops_behind_the_file_that_is_read_and_keeps_what_was_told(folder: Path) -> None:
    desk = SlowDesk()
    desk.folder = folder
    async with opened(desk) as pilot:
        await press(pilot, "i", "a")
        await press(pilot, "enter", reads=False)
        await until(lambda: "正在读 a.txt" in shown(pilot))
        assert "[----" in shown(pilot)
        await press(pilot, "escape", reads=False)
        await until(lambda: "读完这个文件就停下" in shown(pilot))
        desk.gate.set()
        await until(lambda: "没有读 2 个" in shown(pilot))
        assert "等候" not in shown(pilot)
        assert "新方案 1 个" in shown(pilot)
        await settled(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ImportedScreen | ImportScreen)


async def test_names_that_are_hostile_are_harmless_and_the_file_is_found_all_the_same(tmp_path: Path) -> None:
    names = ["\x1b]0;x\x07.txt", "[red]红[@click=app.exit]出.txt", "\u202etxt.exe.txt", "坏\udcff.txt", "a\nb.txt"]
    for name in names:
        (tmp_path / name).write_text("x")
    async with opened(desk_in(tmp_path), (80, 24)) as pilot:
        await press(pilot, "i")
        text = shown(pilot)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "[red]红" in text
        assert len(files_on(pilot)) == 1 + len(names)
        await press(pilot, "a", "enter")
        assert "5/5 个文件" in shown(pilot)
        assert "\x1b" not in shown(pilot)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [20, 77, 117, 297])
@pytest.mark.parametrize("name", ["方案" * 60 + ".txt", "a" * 300, *HOSTILE])
def test_every_line_is_as_wide_as_it_should_be(width: int, name: str, language: str) -> None:
    speak(language)
    try:
        path = Path("/tmp") / name.replace("/", "-").replace("\0", "")
        lines: list[Pieces] = [
            file_lines.folder_pieces(path, 0, width),
            file_lines.folder_pieces(path, 12, width),
            file_lines.parent_pieces(path, width),
            file_lines.file_pieces(PlanFile(path, 10**12, 1e9), True, width) if width >= 77 else [],
            file_lines.result_pieces(path, None, "reading", width) if width >= 77 else [],
        ]
    finally:
        speak("zh")
    for pieces in lines:
        assert sum(cell_len(text) for text, _ in pieces) in (0, width)


async def test_a_path_may_be_typed_at_once_from_its_slash_or_tilde(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder))
    async with opened(desk_in(folder)) as pilot:
        await press(pilot, "i")
        screen = pilot.app.screen
        assert isinstance(screen, ImportScreen)
        taken: list[list[Path]] = []
        monkeypatch.setattr(screen, "take", taken.append)
        for typed in (str(folder / "bad.pdf"), "~/a.txt", "方案/b.csv"):
            await press(
                pilot, *("slash" if sign == "/" else "tilde" if sign == "~" else sign for sign in typed), "enter"
            )
        assert taken == [[folder / "bad.pdf"], [folder / "a.txt"], [folder / "方案" / "b.csv"]]


async def test_letters_that_are_no_keys_narrow_the_list(folder: Path) -> None:
    async with opened(desk_in(folder)) as pilot:
        await press(pilot, "i", *"bad")
        assert files_on(pilot) == ["..", "bad.pdf"]
