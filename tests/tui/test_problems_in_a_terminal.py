"""A morning with the doubts of a plan, done to the installed program in a real terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.office import NARROW, OPEN, WIDE, Office, leave


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, "qingyu-2021.txt")


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_misread_unit_and_title_are_put_right_and_the_problem_is_settled(
    office: Office, size: tuple[int, int]
) -> None:
    with office.terminal(size) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("D")
        terminal.wait(lambda text: "待处理 12/12" in text)
        terminal.send("nn")
        terminal.wait(lambda text: "等部门" in text and "第 25 行" in text and "读成" in text)
        terminal.send("+市工会\r")
        terminal.wait(lambda text: "还没有" in text)
        terminal.send("\r")
        terminal.wait(lambda text: "补上单位" in text and "市工会" in text)
        terminal.send("o" + "\x1b[C" * 2 + "\x1b[B" + "\x1b[C\r")
        terminal.wait(lambda text: "市委宣传部 责任 改为 配合" in text)
        terminal.send("u")
        terminal.wait(lambda text: "已撤销" in text)
        terminal.send("s已问过\r")
        terminal.wait(lambda text: "待处理 11/12" in text)
        terminal.send("\x1b")
        terminal.wait(lambda text: OPEN in text)
        leave(terminal)
    assert "市工会" in office.sciplan("show", "2.1")
    assert "已问过" in office.sciplan("problems", "--settled")
    assert [line.split()[0] for line in office.sciplan("history").splitlines()[1:]] == ["1", "2", "3", "4", "5"]


def test_what_was_corrected_stands_when_the_plan_comes_again(office: Office, tmp_path: Path) -> None:
    office.sciplan("correct", "2.1.1", "--title", "办好校园科学节")
    office.sciplan("settle", "--code", "lists_open")
    fixture = Path(__file__).parents[2] / "fixtures" / "qingyu-2021.txt"
    edition = tmp_path / "qingyu-2.txt"
    edition.write_text(
        fixture.read_text(encoding="utf-8").replace("每年培训科学教师300人次", "每年培训科学教师400人次"),
        encoding="utf-8",
    )
    office.sciplan("import", "--yes", str(edition))
    assert "办好校园科学节" in office.sciplan("show", "2.1.1")
    assert "等部门" in office.sciplan("problems", "--settled")
    assert "等部门" not in office.sciplan("problems")


def test_without_colour_all_is_told_by_signs(office: Office) -> None:
    with office.terminal(NARROW, NO_COLOR="1", SCIPLAN_LANG="en") as terminal:
        terminal.wait(lambda text: "Enter Open" in text)
        terminal.send("D")
        terminal.wait(lambda text: "open 12/12" in text and "> [ ]" in text)
        terminal.send("s\r")
        terminal.wait(lambda text: "[x]" in text and "open 11/12" in text)
        terminal.send("q")
        terminal.wait(lambda text: "Enter Open" in text)
        leave(terminal)
