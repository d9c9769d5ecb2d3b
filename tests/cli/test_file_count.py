"""Runs over many files at a real terminal: how far they are is seen there, and nowhere else; Ctrl+C ends them well."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests.cli.plans import PLAN
from tests.terminal import Terminal

SCIPLAN = [sys.executable, "-m", "sciplan_tui"]
COUNT = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "plans"
    made.mkdir()
    for number in range(COUNT):
        (made / f"{number:03}.txt").write_text(PLAN.replace("某某市", f"第{number}市"), encoding="utf-8")
    return made


def terminal(*arguments: str, **environment: str) -> Terminal:
    return Terminal([*SCIPLAN, *arguments], columns=100, lines=30, environment={"SCIPLAN_LANG": "zh", **environment})


def plans(database: Path) -> int:
    connection = sqlite3.connect(database)
    try:
        return int(connection.execute("SELECT count(*) FROM plan").fetchone()[0])
    finally:
        connection.close()


@pytest.mark.parametrize("colour", [{}, {"NO_COLOR": "1"}])
def test_at_a_terminal_the_progress_is_seen_and_then_gone(folder: Path, tmp_path: Path, colour: dict[str, str]) -> None:
    with terminal("--db", str(tmp_path / "own.db"), "import", str(folder), **colour) as shown:
        assert shown.end() == Exit.DONE
        assert f"6/{COUNT} 006.txt".encode() in shown.output
        assert f"/{COUNT} " not in shown.text
        assert "----" not in shown.text
        assert shown.text.count("已收入") > 6
        assert (b"\x1b[" in shown.output) is not bool(colour)


def test_a_check_shows_it_too(folder: Path) -> None:
    with terminal("check", str(folder)) as shown:
        assert shown.end() == Exit.DONE
        assert f"6/{COUNT}".encode() in shown.output
        assert f"/{COUNT} " not in shown.text


def test_one_file_has_no_progress(folder: Path) -> None:
    with terminal("check", str(folder / "000.txt")) as shown:
        assert shown.end() == Exit.DONE
        assert b"0/1" not in shown.output
        assert b"----" not in shown.output


def test_a_pipe_gets_none_of_it(folder: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [*SCIPLAN, "--db", str(tmp_path / "own.db"), "import", str(folder)], capture_output=True, check=False
    )
    assert ran.returncode == Exit.DONE
    assert ran.stderr == b""
    assert b"\r" not in ran.stdout
    assert f"/{COUNT}".encode() not in ran.stdout


def test_json_to_a_file_goes_without(folder: Path, tmp_path: Path) -> None:
    line = f"{sys.executable} -m sciplan_tui check --json {folder} > {tmp_path}/out.json"
    with Terminal(["sh", "-c", line], columns=100, lines=30) as shown:
        assert shown.end() == Exit.DONE
        assert shown.output == b""
    assert (tmp_path / "out.json").read_text(encoding="utf-8").count("\n") == COUNT


def test_ctrl_c_leaves_what_is_done_and_says_so(folder: Path, tmp_path: Path) -> None:
    database, total = tmp_path / "own.db", 4 * COUNT
    for number in range(COUNT, total):
        (folder / f"{number:03}.txt").write_text(PLAN.replace("某某市", f"第{number}市"), encoding="utf-8")
    with terminal("--db", str(database), "import", str(folder)) as shown:
        shown.wait_for(f" 5/{total} ")
        shown.send("\x03")
        assert shown.end() == Exit.INTERRUPT
        # The terminal itself may echo the key before the program has its line.
        said = [line for line in shown.text.splitlines() if line][-1].removeprefix("^C")
    kept = plans(database)
    assert 5 <= kept < total
    # A file may be in whose result was not told any more.
    assert said in {f"已中断：{total} 个文件已处理完 {told} 个，其余没有动。" for told in (kept, kept - 1)}
    assert subprocess.run([*SCIPLAN, "--db", str(database), "import", str(folder)], check=False).returncode == Exit.DONE
    assert plans(database) == total
