"""Views on the command line: the same file as the screens, the same text."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import PLAN


@pytest.fixture(autouse=True)
def imported(sciplan: Sciplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    sciplan("import", str(path))


def kept(tmp_path: Path) -> list[Path]:
    return list(tmp_path.rglob("views.json"))


def test_a_view_is_kept_listed_used_and_dropped(sciplan: Sciplan, tmp_path: Path) -> None:
    assert sciplan("views").err.startswith("还没有视图")
    assert kept(tmp_path) == []
    ran = sciplan("view", "save", "晨会", "lead:教育局", "--plan", "某某")
    assert (ran.code, "已存为 晨会" in ran.err) == (Exit.DONE, True)
    assert len(kept(tmp_path)) == 1
    [said] = [json.loads(line) for line in sciplan("views", "--json").lines]
    assert (said["name"], said["plan"], said["query"]) == ("晨会", "某某市-2021", "lead:教育局")
    plain = sciplan("tasks", "lead:教育局", "--json").lines
    assert plain
    assert sciplan("tasks", "--view", "晨会", "--json").lines == plain
    assert sciplan("tasks", "--view", "晨会", "path:9", "--json").lines == []
    assert sciplan("export", "tasks", "--view", "晨会").out == sciplan("export", "tasks", "lead:教育局").out
    assert sciplan("view", "drop", "晨会").code == Exit.DONE
    assert sciplan("views", "--json").lines == []


def test_the_command_that_is_listed_lists_the_tasks_of_the_view(sciplan: Sciplan) -> None:
    sciplan("view", "save", "一", "--", "-青少年")
    line = sciplan("views").lines[-1]
    words = shlex.split(line[line.index("sciplan") :])[1:]
    assert sciplan(*words).out == sciplan("tasks", "--view", "一").out


@pytest.mark.parametrize(
    "words",
    [
        ("view", "drop", "无"),
        ("tasks", "--view", "无"),
        ("view", "save", " "),
        ("view", "save", "x", "led:y"),
        ("view", "save", "x", "--plan", "别处"),
        ("view", "save", "x", "mark:none-such=done"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(
    sciplan: Sciplan, tmp_path: Path, words: tuple[str, ...], language: str
) -> None:
    ran = sciplan(*words, language=language)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (Exit.MEND, "", 1)
    assert kept(tmp_path) == []


def test_a_damaged_file_is_said_once(sciplan: Sciplan, tmp_path: Path) -> None:
    sciplan("view", "save", "一")
    [file] = kept(tmp_path)
    file.write_text("{", encoding="utf-8")
    ran = sciplan("views")
    assert (ran.code, "放到一边" in ran.err) == (Exit.MEND, True)
    assert sciplan("views").code == Exit.DONE


def test_help_check_and_the_demo_keep_nothing(sciplan: Sciplan, tmp_path: Path) -> None:
    sciplan("--help")
    sciplan("check", str(tmp_path / "plan.txt"))
    sciplan("demo", "--print")
    sciplan("tasks", "教育局")
    assert kept(tmp_path) == []
