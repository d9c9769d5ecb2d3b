"""What a command imports: the start stays cheap because what is not needed is not loaded.

Contracts between modules cannot see what is imported inside functions; a process can.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import viewing_data

HEAVY = {"textual", "sqlmodel", "sqlalchemy", "alembic", "pypinyin", "pydantic", "rich"}
CONTAINERS = {"lxml", "pypdfium2", "python_calamine", "olefile"}
"""Libraries that read containers are loaded by the child that reads them, never here."""

RUN = """
import sys
sys.argv = ["sciplan", *sys.argv[1:]]
from sciplan_tui.__main__ import main
code = main()
sys.stdout.flush()
print(" ".join(sorted(name for name in sys.modules if "." not in name)), file=sys.stderr)
sys.exit(code)
"""

LATER = {
    "calendar", "pypinyin", "sciplan_tui.core.journal", "sciplan_tui.core.outline.tree", "sciplan_tui.core.plan",
    "sciplan_tui.store.query.contents", "sciplan_tui.store.query.duties", "sciplan_tui.tui.widgets.query.filter_line",
    "sciplan_tui.workspace.view.matching",
}  # fmt: skip
"""Facts of plans, what queries look through, where they are written: the first frame of all tasks needs none."""
FIRST_FRAME = """
import sys
from datetime import date
from pathlib import Path
import sciplan_tui.tui.app, sciplan_tui.tui.screens.main.matrix
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.view.first_frame import first_frame
from sciplan_tui.workspace.view.viewing import View
with View.open(Path(sys.argv[1]), date(2024, 3, 1)) as view:
    frame = first_frame(view, ViewSpec())
    assert view.window(frame, 0, 9)
print(" ".join(sys.modules), file=sys.stderr)
"""

OPEN_SCREENS = (
    """
import sys
import sciplan_tui.tui
sciplan_tui.tui.run = lambda database, today, plan=None, **kept: 0
class Terminal:
    def __init__(self, stream): self.stream = stream
    def __getattr__(self, name): return getattr(self.stream, name)
    def isatty(self): return True
sys.stdin, sys.stdout = Terminal(sys.stdin), Terminal(sys.stdout)
"""
    + RUN
)


def imported(script: str, *arguments: str, home: Path) -> set[str]:
    environment = {**os.environ, "HOME": str(home), "SCIPLAN_DB": str(home / "none.db")}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    assert not imported(RUN, *arguments, home=tmp_path) & (HEAVY | {"sqlite3", "opencc"})


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_check_loads_nothing_heavy_and_touches_no_database(form: list[str], tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "某某市全民科学素质行动规划纲要实施方案（2021—2025年）\n一、重点任务\n（一）青少年行动。\n"
        "1. 办好科学教育活动。每年举办活动10场。（市教育局牵头，市科协、团市委负责）\n",
        encoding="utf-8",
    )
    assert not imported(RUN, "check", str(plan), *form, home=tmp_path) & (HEAVY | CONTAINERS | {"sqlite3"})
    plan.write_text(
        f"<html><body><p>{'</p><p>'.join(plan.read_text(encoding='utf-8').splitlines())}</p></body></html>", "utf-8"
    )
    assert not imported(RUN, "check", str(plan), *form, home=tmp_path) & (HEAVY | CONTAINERS | {"sqlite3"})
    assert [path.name for path in tmp_path.iterdir()] == ["plan.txt"]


def test_the_screens_start_without_typer(tmp_path: Path) -> None:
    assert "typer" not in imported(OPEN_SCREENS, home=tmp_path)
    assert "typer" not in imported(OPEN_SCREENS, "--lang", "en", "--db", str(tmp_path / "x.db"), home=tmp_path)


def test_the_first_frame_loads_only_what_it_shows(tmp_path: Path) -> None:
    """The modules of the screen, and what is loaded by whatever is read for it."""
    viewing_data.fill(tmp_path / "sciplan.db")
    assert not imported(FIRST_FRAME, str(tmp_path / "sciplan.db"), home=tmp_path) & LATER


def test_a_heavy_import_would_be_seen(tmp_path: Path) -> None:
    assert "sqlmodel" in imported("import sqlmodel\n" + RUN, "--help", home=tmp_path)
