"""An edition that seems to rename a unit says so, with the command that makes it so; nothing is done by itself."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import PLAN

NEWER = PLAN.replace("市教育局", "市教育体育局")


@pytest.fixture
def newer(sciplan: Sciplan, tmp_path: Path) -> Path:
    """An edition in which a unit has another name everywhere."""
    for name, text in (("a.txt", PLAN), ("b.txt", NEWER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert sciplan("import", str(tmp_path / "a.txt")).code is Exit.DONE
    return tmp_path / "b.txt"


def told(text: str) -> list[str]:
    """The words of the command that is named."""
    (line,) = (line for line in text.splitlines() if "sciplan unit" in line)
    return shlex.split(line[line.index("sciplan unit") :].partition("（")[0])[1:]


def test_before_it_is_imported_a_rename_makes_it_one_body(sciplan: Sciplan, newer: Path) -> None:
    ran = sciplan("import", "--dry-run", str(newer))
    assert "像是改名：市教育局 不见了，新出现的 市教育体育局 职能相同，两者的 3 条分工里 3 条一样" in ran.out
    assert told(ran.out) == ["unit", "rename", "市教育局", "市教育体育局", "--plan", "某某市-2021"]
    assert sciplan(*told(ran.out)).code is Exit.DONE
    after = json.loads(sciplan("import", "--dry-run", "--json", str(newer)).lines[0])
    assert (after["renames"], [one["kind"] for one in after["differences"] if "unit" in one["kind"]]) == ([], [])


def test_once_it_is_imported_the_old_name_is_brought_into_the_new(sciplan: Sciplan, newer: Path) -> None:
    done = json.loads(sciplan("import", "--yes", "--json", str(newer)).lines[0])
    assert [(one["old"], one["new"], one["common"]) for one in done["renames"]] == [("市教育局", "市教育体育局", 3)]
    ran = sciplan("review")
    assert told(ran.out) == ["unit", "merge", "市教育局", "--into", "市教育体育局", "--plan", "某某市-2021"]
    assert json.loads(sciplan("review", "--json").lines[0])["renames"][0]["command"].startswith("sciplan unit merge")
    assert sciplan(*told(ran.out)).code is Exit.DONE
    assert "像是改名" not in sciplan("review").out
    assert "sciplan unit" not in sciplan("review", language="en").out


def test_nothing_is_renamed_by_itself(sciplan: Sciplan, newer: Path) -> None:
    sciplan("import", "--yes", str(newer))
    assert "市教育局" in sciplan("units").out
    assert "改名" not in sciplan("history").out


def test_a_body_that_took_another_in_stands_once_with_both_printed_names(sciplan: Sciplan, newer: Path) -> None:
    sciplan("unit", "merge", "市财政局", "--into", "市教育局")
    (line,) = (line for line in sciplan("show", "1.1.2").lines if line.startswith("责任"))
    assert line == "责任  市教育局[市教育局、市财政局]"
