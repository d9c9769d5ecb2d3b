"""What a coordinator does in a day, done to the installed program in a real terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.tui.office import DOWN, ENTER, ESCAPE, FIXTURES, NARROW, OPEN, SCIPLAN, WIDE, Office, find, foot, leave

LED = {
    ("湘潭市-2021", "2.1"),
    ("湘潭市-2021", "3.3"),
    ("清屿市-2021", "2.1"),
    ("清屿市-2021", "3.1"),
    ("清屿市-2021", "3.2"),
}
"""The tasks of the two plans whose statement names 科协 as a lead, read off the plans."""
COUNTED = re.compile(r"牵头 +\d")
"""The row of totals, which comes in when all is counted."""


def mark_what_the_association_leads(terminal: Terminal) -> None:
    terminal.wait(lambda text: OPEN in text)
    find(terminal, "lead:科协")
    terminal.send("a")
    terminal.wait(lambda text: "选中 5" in text)
    terminal.send("m")
    terminal.wait(lambda text: "标记 5 项任务" in text and "[2023年" in text)
    terminal.send(ENTER)
    terminal.wait(lambda text: "已标记 5 项" in text)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_review_is_marked_and_every_export_shows_it(office: Office, size: tuple[int, int]) -> None:
    with office.terminal(size) as terminal:
        mark_what_the_association_leads(terminal)
        terminal.wait(lambda text: text.count("完") >= min(5, terminal.screen.lines // 8))
        leave(terminal)
    for view in ("tasks", "matrix", "assignments"):
        assert office.tasks(view, "mark:2023=done") == LED
    done = {(row["plan"], row["key"]): int(row["done"] or 0) for row in office.rows("milestones", "mark:2023=done")}
    assert {place: count for place, count in done.items() if count} == {
        ("湘潭市-2021", "midterm-2023"): 2,
        ("清屿市-2021", "midterm-2023"): 3,
    }


def test_what_was_marked_is_taken_back_and_done_again(office: Office) -> None:
    with office.terminal() as terminal:
        mark_what_the_association_leads(terminal)
        terminal.send("u")
        terminal.wait(lambda text: "已撤销" in text)
        assert office.tasks("tasks", "mark:2023=done") == set()
        terminal.send("r")
        terminal.wait(lambda text: "已重做" in text)
        leave(terminal)
    assert office.tasks("tasks", "mark:2023=done") == LED


def marked_line(title: str) -> Callable[[str], bool]:
    return lambda text: any(title in line and "完" in line for line in text.splitlines()[:-2])


def test_a_mark_made_elsewhere_appears_and_the_place_is_kept(office: Office) -> None:
    with office.terminal() as terminal:
        terminal.wait(lambda text: OPEN in text)
        find(terminal, "path:2.1 plan:清屿")
        terminal.send("jj")
        terminal.wait(lambda text: "2.1.2 配强科学教师" in text)
        office.sciplan("mark", "plan:清屿 path:2.1.2", "--milestone", "2023", "--status", "done")
        terminal.wait(marked_line("配强科学教师"), timeout=3)
        assert any(line.startswith(">") and "配强科学教师" in line for line in terminal.text.splitlines())
        leave(terminal)


def test_the_history_tells_what_was_done_on_screen_from_what_a_command_did(office: Office) -> None:
    office.sciplan("mark", "plan:清屿 path:2.1.2", "--milestone", "2023", "--status", "done")
    with office.terminal() as terminal:
        mark_what_the_association_leads(terminal)
        terminal.send("H")
        terminal.wait(lambda text: re.search(r"窗口 +标记", text) is not None and "来处 窗口" in text)
        terminal.send("j")
        terminal.wait(lambda text: "来处 命令" in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: "来处" not in text)
        leave(terminal)
    assert [line["made_in"] for line in office.history()[-2:]] == ["command", "screens"]


def test_the_window_is_resized_and_back(office: Office) -> None:
    with office.terminal() as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("jjjj")
        terminal.wait(lambda text: "2.1.2 " in foot(text) and COUNTED.search(text) is not None)
        while terminal.read(0.3):  # what is drawn may come in pieces
            pass
        before = terminal.text
        terminal.resize(*NARROW)
        terminal.wait(lambda text: "任务" in text.splitlines()[0] and "2.1.2 " in foot(text) and "\n>" in text)
        terminal.resize(*WIDE)
        assert terminal.wait(lambda text: text == before) == before
        leave(terminal)


def test_in_english(office: Office) -> None:
    with office.terminal(SCIPLAN_LANG="en") as terminal:
        terminal.wait(lambda text: "Enter Open" in text)
        terminal.send("j")
        terminal.wait(lambda text: "source line" in foot(text))
        leave(terminal)


def colours(terminal: Terminal) -> set[str]:
    cells = (terminal.screen.buffer[y][x] for y in range(terminal.screen.lines) for x in range(terminal.screen.columns))
    return {colour for cell in cells for colour in (cell.fg, cell.bg)}


@pytest.mark.parametrize(("environment", "plain"), [({}, False), ({"NO_COLOR": "1"}, True)])
def test_no_color_is_honoured(office: Office, environment: Mapping[str, str], plain: bool) -> None:
    with office.terminal(**environment) as terminal:
        terminal.wait(lambda text: OPEN in text and '" 承上' in text if plain else OPEN in text)
        assert (colours(terminal) <= {"default"}) is plain
        leave(terminal)


def test_a_plan_without_units_says_so(tmp_path: Path) -> None:
    office = Office(tmp_path, "jiangsu.csv")
    with office.terminal() as terminal:
        terminal.wait(lambda text: OPEN in text and "方案没有写明任何单位" in text)
        leave(terminal)


def test_an_empty_database_says_how_to_begin(tmp_path: Path) -> None:
    with Office(tmp_path).terminal(NARROW) as terminal:
        terminal.wait(lambda text: "还没有方案" in text)
        leave(terminal)
    assert not (tmp_path / "sciplan.db").exists()


def test_an_edition_is_reviewed_what_is_refused_stays_open_and_can_be_rejected(qingyu: Office, tmp_path: Path) -> None:
    old = (FIXTURES / "qingyu-2021.txt").read_text(encoding="utf-8")
    edition = tmp_path / "new.txt"
    new = old.replace("办好校园科技节", "办好校园科学节").replace(
        "责任单位：市教育局、市总工会", "责任单位：市教育局、市国资委"
    )
    edition.write_text(new, encoding="utf-8")
    with qingyu.terminal(NARROW) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("i")
        terminal.wait(lambda text: "Space 选中" in text)
        terminal.send("/")
        terminal.wait(lambda text: "Space 选中" not in text)
        terminal.send(str(edition))
        terminal.send(ENTER)
        terminal.wait(lambda text: "待审阅 1 个" in text, timeout=40)
        terminal.send(ENTER)
        terminal.wait(lambda text: "接受 2  待定 1" in text and "[ ] 2.3.2    市总工会 责任" in text)
        assert "办好校园科技节" in qingyu.sciplan("tasks", "path:2.1.1")
        terminal.send(" ")
        terminal.wait(lambda text: "[ ] 2.3.2    市国资委 责任" in text and "接受 1  待定 2" in text)
        terminal.send(ENTER)
        terminal.wait(lambda text: "新版本，已收" in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: OPEN in text)
        assert "办好校园科学节" in qingyu.sciplan("tasks", "path:2.1.1")
        assert qingyu.tasks("tasks", "path:2.3.2 unit:市国资委") == set()
        terminal.send("R")
        terminal.wait(lambda text: "2 处待定" in text)
        terminal.send(" ")
        terminal.wait(lambda text: "接受 1  不采纳 0" in text)
        terminal.send("j")
        terminal.send("r")
        terminal.wait(lambda text: "接受 1  不采纳 1" in text)
        terminal.send(ENTER)
        terminal.wait(lambda text: "接受 1 处，不采纳 1 处" in text)
        assert qingyu.tasks("tasks", "path:2.3.2 unit:市国资委") == {("清屿市-2021", "2.3.2")}
        terminal.send("u")
        terminal.wait(lambda text: "已撤销" in text)
        leave(terminal)
    assert qingyu.tasks("tasks", "path:2.3.2 unit:市国资委") == set()


def test_a_unit_is_renamed_and_another_day_still_shows_its_old_name(qingyu: Office) -> None:
    with qingyu.terminal(NARROW) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("U")
        terminal.wait(lambda text: "党委部门" in text)
        terminal.send("/")
        terminal.send("乡村振兴")
        terminal.wait(lambda text: "1/" in text and "市乡村振兴局" in text)
        terminal.send(ENTER)
        terminal.wait(lambda text: "改名" in text)
        terminal.send("r")
        terminal.wait(lambda text: "依据" in text)
        terminal.send("市乡村振兴二局")
        terminal.send(DOWN)
        terminal.send("2023-01-01")
        terminal.send(ENTER)
        terminal.wait(lambda text: "2023-01-01" in text and "市乡村振兴二局" in text and "依据" not in text)
        leave_units(terminal)
        leave(terminal)
    assert "市乡村振兴二局" in qingyu.sciplan("show", "2.2")
    assert "市乡村振兴二局" not in qingyu.sciplan("show", "2.2", "--as-of", "2022-06-01")


def leave_units(terminal: Terminal) -> None:
    """Clear the filter, then go back to the matrix."""
    terminal.send(ESCAPE)
    terminal.wait(lambda text: "党委部门" in text)
    terminal.send(ESCAPE)
    terminal.wait(lambda text: OPEN in text)


def test_the_demo_opens_on_one_plan_and_says_of_how_many(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "SCIPLAN_LANG": "zh"}
    with Terminal([SCIPLAN, "demo"], columns=80, lines=24, environment=environment) as terminal:
        terminal.wait(lambda text: "方案 5/6" in text and "牵" in text)
        leave(terminal)
    assert not list(tmp_path.iterdir())


def test_what_is_typed_ahead_of_the_query_line_goes_into_it(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "SCIPLAN_LANG": "zh"}
    with Terminal([SCIPLAN, "demo"], columns=80, lines=24, environment=environment) as terminal:
        terminal.wait(lambda text: "方案 5/6" in text and "牵" in text)
        terminal.send("/lead:科协")
        terminal.wait(lambda text: "任务 2/39" in text)
        terminal.send("\r")
        terminal.wait(lambda text: "m 标记" in text)
        leave(terminal)
