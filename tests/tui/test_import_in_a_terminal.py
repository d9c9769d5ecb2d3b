"""A folder of plans, one of them no plan, is imported in a real terminal; its new edition is reviewed from the result;
rows are copied."""

from __future__ import annotations

import base64
import re
import shutil
from pathlib import Path

import pytest

from tests.tui.office import ENTER, ESCAPE, FIXTURES, NARROW, OPEN, WIDE, Office, leave

RESULT = "Enter 审阅/打开"


def folder_of_plans(home: Path) -> Path:
    folder = home / "方案 2021"
    folder.mkdir()
    for name in ("qingyu-2021.txt", "xiangtan-2021.csv"):
        shutil.copy(FIXTURES / name, folder)
    (folder / "notes.txt").write_text("今天开会。\n", "utf-8")
    return folder


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_folder_with_a_bad_file_is_imported_into_an_empty_database(tmp_path: Path, size: tuple[int, int]) -> None:
    office, folder = Office(tmp_path), folder_of_plans(tmp_path)
    with office.terminal(size) as terminal:
        terminal.wait(lambda text: "d " in text and "i " in text and "sciplan import" in text)
        terminal.send("i")
        terminal.wait(lambda text: "Space 选中" in text)
        terminal.send("/")
        terminal.wait(lambda text: "Space 选中" not in text)
        terminal.send(str(folder))
        terminal.wait(lambda text: folder.name in text.replace("\n", "")[-200:])
        terminal.send(ENTER)
        terminal.wait(lambda text: "3 个文件" in text and "notes.txt" in text)
        terminal.send("a")
        terminal.wait(lambda text: text.count("[x]") == 3)
        terminal.send(ENTER)
        terminal.wait(lambda text: "新方案 2 个" in text and "没有导入 1 个" in text, timeout=40)
        terminal.wait(lambda text: "不像是方案" in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: OPEN in text and "新方案 2 个" in text)
        leave(terminal)
    assert {row["plan"] for row in office.rows("tasks")} == {"清屿市-2021", "湘潭市-2021"}


def test_an_edition_in_the_folder_is_reviewed_from_the_result_and_rows_are_copied(tmp_path: Path) -> None:
    office, folder = Office(tmp_path, "qingyu-2021.txt"), folder_of_plans(tmp_path)
    plan = folder / "qingyu-2021.txt"
    plan.write_text(plan.read_text("utf-8").replace("配强科学教师", "配强科学教师队伍"), "utf-8")
    with office.terminal(WIDE) as terminal:
        terminal.wait(lambda text: OPEN in text)
        terminal.send("i")
        terminal.wait(lambda text: "Space 选中" in text)
        terminal.send("/")
        terminal.wait(lambda text: "Space 选中" not in text)
        terminal.send(f"'{plan}'")
        terminal.send(ENTER)
        terminal.wait(lambda text: RESULT in text and "待审阅 1 个" in text, timeout=40)
        terminal.send(ENTER)
        terminal.wait(lambda text: "Space" in text and "配强科学教师队伍" in text)
        terminal.send(ENTER)
        terminal.wait(lambda text: RESULT in text and "新版本，已收" in text)
        terminal.send(ESCAPE)
        terminal.wait(lambda text: OPEN in text and "新版本 1 个" in text)
        terminal.send("jj y".replace(" ", ""))
        terminal.wait(lambda text: "已送给终端" in text)
        leave(terminal)
        sent = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", terminal.output)
    assert sent is not None
    table = base64.b64decode(sent[1]).decode()
    heads, row = (line.split("\t") for line in table.splitlines())
    assert heads[:2] == ["方案", "编号"]
    assert len(row) == len(heads)
    assert (tmp_path / "clipboard.tsv").read_text("utf-8-sig") == table
