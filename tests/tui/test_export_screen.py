"""The export screen: what will be written is seen before; writing tells how far it is, and can be broken off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

import pytest
from rich.cells import cell_len
from textual.message import Message
from textual.widget import Widget

from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import LANGUAGES, say, speaking
from sciplan_tui.tui.desk.out import ExportForm
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.export.export import ExportScreen
from sciplan_tui.tui.screens.export.writing import Advanced, Stopped
from sciplan_tui.tui.widgets.sheet_preview import SheetPreview, table
from sciplan_tui.workspace.export.exporting import FORMATS, VIEWS
from sciplan_tui.workspace.export.options import KeptOptions
from sciplan_tui.workspace.export.previewing import Preview
from tests.hostile import HOSTILE
from tests.tui.driving import opened, press, settled, shown, until
from tests.tui.fake_desk import FakeDesk, plan
from tests.tui.fake_out import FakeOut


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_every_view_has_a_name_in_both_languages() -> None:
    for language in ("zh", "en"):
        assert all(say(f"tui.view.{view}", language) for view in VIEWS)


async def test_the_first_rows_and_their_number_are_seen_and_follow_the_choices() -> None:
    async with opened(FakeDesk(), (100, 30)) as pilot:
        await press(pilot, "e")
        assert "将写出 3 行，3 列" in shown(pilot)
        assert "2.3" in shown(pilot)
        await press(pilot, *["right"] * VIEWS.index("plan"))
        assert "甲市-2021 乙市-2021" in shown(pilot)
        await press(pilot, "1", "down", str(FORMATS.index("json") + 1))
        assert "将写出 3 条" in shown(pilot)
        assert '{"title":' in shown(pilot)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_rows_are_seen_on_a_small_screen_with_every_field_there_is(language: str) -> None:
    preview = FakeOut.preview

    def many_columns(*given: object) -> Preview:
        return replace(preview(*given), columns=tuple((f"column{n}", f"column {n}") for n in range(11)))  # type: ignore[arg-type]

    with speaking(language), pytest.MonkeyPatch.context() as patch:
        patch.setattr(FakeOut, "preview", many_columns)
        async with opened(FakeDesk(), (80, 24)) as pilot:
            await press(pilot, "e")
            assert "甲市-2021  2.1" in shown(pilot)
            assert "Esc" in shown(pilot)


async def test_all_that_the_command_line_offers_is_asked_for() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "e", "2", "down", "1", "down", "space", "down", "2", "down", "2", "down", "2", "down", "2")
        await press(pilot, "enter")
        options = ExportOptions("csv", "gb18030", "en", ("path", "title"), None, True, True)
        assert desk.asked == [ExportForm("assignments", "sciplan-assignments.csv", ViewSpec(), options)]


async def test_fields_that_make_no_sense_are_not_asked() -> None:
    async with opened(FakeDesk(), (100, 30)) as pilot:
        await press(pilot, "e")
        optional = ("columns", "inherited", "proposed", "order", "encoding")

        def asked() -> list[str]:
            rows = {name: pilot.app.screen.query_one(f"#{name}").parent for name in optional}
            return [name for name, row in rows.items() if row is not None and row.display]  # type: ignore[attr-defined]

        assert asked() == [*optional]
        await press(pilot, "2")
        assert asked() == ["columns", "inherited", "proposed", "encoding"]
        await press(pilot, str(VIEWS.index("targets") + 1))
        assert asked() == ["columns", "encoding"]
        await press(pilot, "down", str(FORMATS.index("ics") + 1))
        assert asked() == []


async def test_columns_are_ticked_and_moved_and_the_table_shows_it() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "e", "down", "down")
        assert "[方案][编号][任务]" in shown(pilot)
        await press(pilot, "space", "right", "greater_than_sign")
        assert "方案 [任务][编号]" in shown(pilot)
        assert "3 行，2 列" in shown(pilot)
        await press(pilot, "space", "left", "space")
        assert "方案 [任务] 编号" in shown(pilot), "one stays ticked"
        await press(pilot, "left", "space", "right", "right", "space", "less_than_sign", "enter")
        assert [form.options.columns for form in desk.asked] == [()]  # type: ignore[attr-defined]


async def test_the_options_of_a_view_are_there_again_and_are_reset() -> None:
    desk = FakeDesk()
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "e", "down", str(FORMATS.index("docx") + 1), "down", "space", "enter")
        kept = ExportOptions("docx", columns=("path", "title"))
        assert desk.kept_options.of("matrix") == kept
        await press(pilot, "e")
        assert "[docx]" in shown(pilot)
        assert "方案 " in shown(pilot)
        assert "sciplan-matrix.docx" in shown(pilot)
        await press(pilot, "2")
        assert "[csv]" in shown(pilot)
        await press(pilot, "1")
        assert "[docx]" in shown(pilot)
        await press(pilot, "ctrl+r")
        assert "[csv]" in shown(pilot)
        assert "[方案][编号][任务]" in shown(pilot)
        assert desk.kept_options.of("matrix") == kept, "what was kept stays until something is written"
        await press(pilot, "enter")
        assert desk.kept_options.of("matrix") == ExportOptions("csv")


async def test_broken_options_are_said_and_the_form_stays_of_use(tmp_path: Path) -> None:
    file = tmp_path / "exports.json"
    file.write_text("{")
    desk = FakeDesk(kept_options=KeptOptions(file))
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "e")
        assert "坏了" in shown(pilot)
        await press(pilot, "enter")
        assert len(desk.asked) == 1
    assert KeptOptions(file).of("matrix") == ExportOptions("csv")


async def test_the_file_is_written_also_where_its_options_cannot_be_kept(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file")
    desk = FakeDesk(kept_options=KeptOptions(tmp_path / "settings" / "exports.json"))
    async with opened(desk, (160, 30)) as pilot:
        await press(pilot, "e", "enter")
        assert "已写出" in shown(pilot)
        assert "写不进" in shown(pilot)


async def test_that_a_file_is_there_is_seen_in_a_small_window_before_it_is_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sciplan-matrix.csv").write_text("mine")
    desk = FakeDesk()
    async with opened(desk, (50, 18)) as pilot:
        await press(pilot, "e", "enter")
        assert "文件已存在" in shown(pilot)
        assert not [form for form in desk.asked if isinstance(form, ExportForm)]


class Held(FakeOut):
    """Writes when it is let."""

    def export(self, form: ExportForm, step: Callable[[int, int], None]) -> Path:
        gate: Event = self.desk.gate  # type: ignore[attr-defined]
        step(1, 2)
        assert gate.wait(10)
        step(2, 2)
        self.desk.asked.append(form)
        return Path(form.file)


@dataclass
class SlowDesk(FakeDesk):
    """Its exports wait at a gate."""

    def __post_init__(self) -> None:
        self.gate = Event()

    def out(self) -> FakeOut:  # type: ignore[override]
        return Held(self)


async def test_esc_breaks_writing_off_with_nothing_written_and_says_so() -> None:
    desk = SlowDesk()
    told: list[type[Message]] = []
    async with opened(desk, (100, 30), message_hook=lambda message: told.append(type(message))) as pilot:
        await press(pilot, "e", reads=False)
        await until(lambda: "将写出" in shown(pilot))
        await press(pilot, "enter", reads=False)
        await until(lambda: "50%" in shown(pilot))
        await press(pilot, "enter", "escape", reads=False)
        await until(lambda: "正在停下" in shown(pilot))
        desk.gate.set()
        await until(lambda: "没有写文件" in shown(pilot))
        assert desk.asked == []
        assert told.count(Advanced) >= 1
        assert Stopped in told
        assert Finished not in told
        await press(pilot, "enter")
        assert [form.file for form in desk.asked if isinstance(form, ExportForm)] == ["sciplan-matrix.csv"]


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: path.mkdir(), "是一个文件夹"),
        (lambda path: path.symlink_to("elsewhere"), "是一个链接"),
    ],
)
async def test_a_target_that_cannot_be_written_is_told_in_a_sentence(
    make: Callable[[Path], None], why: str, tmp_path: Path
) -> None:
    make(tmp_path / "sciplan-matrix.csv")
    from sciplan_tui.writers.atomic import write

    class Real(FakeOut):
        def export(self, form: ExportForm, step: Callable[[int, int], None]) -> Path:
            return write(tmp_path / form.file, b"x", force=form.force)

    desk = FakeDesk()
    desk.out = lambda: Real(desk)  # type: ignore[method-assign, assignment]
    async with opened(desk, (100, 30)) as pilot:
        await press(pilot, "e", "enter")
        assert why in "".join(shown(pilot).split())
        assert isinstance(pilot.app.screen, ExportScreen)
    assert [path.name for path in tmp_path.iterdir()] == ["sciplan-matrix.csv"]


@pytest.mark.parametrize("key", ["../../etc/passwd", ".hidden", 'a:b"c', "坏\x1b[31m"])
async def test_a_name_from_a_document_never_leaves_the_folder(key: str) -> None:
    async with opened(FakeDesk(), (100, 30)) as pilot:
        screen = ExportScreen(ViewSpec(plan=key))
        await pilot.app.push_screen(screen)
        await settled(pilot)
        file = screen.query_one("#file").value  # type: ignore[attr-defined]
        assert Path(file).name == file
        assert not file.startswith(".")
        assert not set(file) & set('/\\:"\x1b')


@pytest.mark.parametrize("width", [3, 20, 79, 80, 300])
@pytest.mark.parametrize("text", ["青少年科学素质提升行动" * 40, "a" * 5000, "", *HOSTILE])
def test_every_line_of_the_table_is_exactly_as_wide_as_it_should_be(width: int, text: str) -> None:
    preview = Preview(("编号", text, "x"), (("1", text, "y"), ("2", "短", text)), 2)
    lines = table(preview, width, 3)
    assert len(lines) == 3
    for line in lines:
        assert line.cell_length == cell_len(line.plain) == width
        assert "\x1b" not in line.plain
    assert table(Preview((), ((text,),), 1), width, 5)[0].cell_length == width


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (120, 40)])
async def test_it_fits_any_screen_and_hostile_text_stays_text(size: tuple[int, int]) -> None:
    async with opened(FakeDesk(plans=[plan(1, payload="".join(HOSTILE[2:]))]), size) as pilot:
        await press(pilot, "e")
        found: Widget = pilot.app.screen.query_one(SheetPreview)
        assert found.size.height >= 2
        assert "\x1b" not in shown(pilot)
