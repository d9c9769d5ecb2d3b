"""`correct` and `settle` as a person writes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests.cli.conftest import Sciplan
from tests.cli.plans import PLAN


@pytest.fixture(autouse=True)
def imported(sciplan: Sciplan, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    sciplan("import", str(path))


def task(sciplan: Sciplan, path: str) -> dict[str, object]:
    shown: dict[str, object] = json.loads(sciplan("show", path, "--json").out)
    return shown


def units(sciplan: Sciplan, path: str) -> list[tuple[str, str]]:
    return [(unit["name"], unit["role"]) for unit in task(sciplan, path)["units"]]  # type: ignore[attr-defined]


def test_a_title_and_a_kind(sciplan: Sciplan) -> None:
    ran = sciplan("correct", "1.1.1", "--title", "办好科学教育周")
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert "“办好科学教育活动”改为“办好科学教育周”" in ran.out
    assert "办好科学教育周" in sciplan("tasks", "科学教育周").out
    assert "行动" in sciplan("correct", "1.1.1", "--kind", "action").out
    assert task(sciplan, "1.1.1")["kind"] == "action"


def test_a_level_in_and_out(sciplan: Sciplan) -> None:
    assert "1.1.2 移到 1.1.1.2" in sciplan("correct", "1.1.2", "--level", "in").out
    assert units(sciplan, "1.1.1.2")[0] == ("市科协", "lead")
    assert "1.1.1.2 移到 1.1.2" in sciplan("correct", "1.1.1.2", "--level", "out").out


def test_who_moves_a_task_out_is_told_what_hangs_below_it_then(sciplan: Sciplan) -> None:
    assert "归到它下面" not in sciplan("correct", "1.2.3", "--level", "out").out
    sciplan("undo")
    told = sciplan("correct", "1.1.1", "--level", "out")
    assert "1.1.1 移到 1.3，它后面的 1 项（原 1.1.2）归到它下面" in told.out
    assert "the 1 behind it (1.1.2 before) hangs below it" in sciplan("history", language="en").out


def test_two_corrections_at_once_are_told_apart_and_none_is_made(sciplan: Sciplan) -> None:
    ran = sciplan("correct", "1.1.1", "--title", "甲", "--kind", "project", language="en")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "Write sciplan correct 1.1.1 once for each of --title, --kind." in ran.err
    assert "甲" not in sciplan("show", "1.1.1").out


def test_units_and_roles(sciplan: Sciplan) -> None:
    assert sciplan("correct", "1.1.1", "--unit", "团市委=市妇联").code is Exit.DONE
    assert sciplan("correct", "1.1.1", "--role", "市科协=support").code is Exit.DONE
    assert sciplan("correct", "1.1.1", "--add", "市科技局=responsible").code is Exit.DONE
    assert sciplan("correct", "1.1.1", "--drop", "教育").code is Exit.DONE
    assert set(units(sciplan, "1.1.1")) == {
        ("市妇联", "responsible"),
        ("市科协", "support"),
        ("市科技局", "responsible"),
    }
    assert len(sciplan("history").lines) == 6
    sciplan("undo")
    assert ("市教育局", "lead") in units(sciplan, "1.1.1")


def test_a_unit_may_be_written_short_and_one_that_fits_several_is_refused(sciplan: Sciplan) -> None:
    sciplan("correct", "1.1.1", "--add", "财政局=responsible")
    sciplan("correct", "1.1.1", "--unit", "团市委=nyncj")
    assert {("市财政局", "responsible"), ("市农业农村局", "responsible")} <= set(units(sciplan, "1.1.1"))
    told = sciplan("correct", "1.1.1", "--add", "局=support")
    assert (told.code, "市教育局" in told.err) == (Exit.MEND, True)


def test_what_is_so_already_says_so(sciplan: Sciplan) -> None:
    ran = sciplan("correct", "1.1.1", "--role", "市教育局=lead")
    assert (ran.code, len(ran.lines)) == (Exit.DONE, 1)
    assert "没有改动" in ran.out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("1.1.1",), Exit.USAGE, "--help"),
        (("1.1.1", "--kind", "nosuch"), Exit.USAGE, "safeguard"),
        (("1.1.1", "--level", "up"), Exit.USAGE, "in out"),
        (("1.1.1", "--unit", "市科协"), Exit.USAGE, "--unit"),
        (("1.1.1", "--role", "市科协=leader"), Exit.USAGE, "responsible"),
        (("1.1.1", "--role", "市工会=lead"), Exit.MEND, "市教育局"),
        (("1.1.1", "--drop", "市"), Exit.MEND, "市教育局"),
        (("9.9", "--title", "甲"), Exit.MEND, "9.9"),
        (("1.1.1", "--title", " "), Exit.MEND, "标题"),
        (("1.1.1", "--level", "in"), Exit.MEND, "办好科学教育活动"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(sciplan: Sciplan, words: tuple[str, ...], code: Exit, told: str) -> None:
    ran = sciplan("correct", *words)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_unit_is_meant_by_its_level_and_short_form(sciplan: Sciplan) -> None:
    assert sciplan("correct", "1.1.1", "--add", "市卫生健康委员会=responsible").code is Exit.DONE
    assert sciplan("correct", "1.1.1", "--drop", "市卫健委").code is Exit.DONE
    assert "市卫生健康委员会" not in [name for name, _ in units(sciplan, "1.1.1")]
    ran = sciplan("correct", "1.1.1", "--drop", "海关")
    assert ran.code is Exit.MEND
    assert "、" in ran.err


def test_of_a_unit_in_two_roles_it_is_said_which_one_goes(sciplan: Sciplan) -> None:
    assert sciplan("correct", "1.1.1", "--add", "市气象局=responsible").code is Exit.DONE
    assert sciplan("correct", "1.1.1", "--add", "市气象局=support").code is Exit.DONE
    ran = sciplan("correct", "1.1.1", "--drop", "气象")
    assert (ran.code, "responsible support" in ran.err, "--drop 市气象局=responsible" in ran.err) == (
        Exit.MEND,
        True,
        True,
    )
    assert sciplan("correct", "1.1.1", "--drop", "气象=lead").code is Exit.MEND
    assert sciplan("correct", "1.1.1", "--drop", "气象=support").code is Exit.DONE
    assert [role for name, role in units(sciplan, "1.1.1") if name == "市气象局"] == ["responsible"]


def test_problems_are_settled_by_number_or_by_code(sciplan: Sciplan) -> None:
    open_ones = [json.loads(line) for line in sciplan("problems", "--json").lines]
    first = open_ones[0]
    assert first["settled"] is None
    ran = sciplan("settle", str(first["id"]), "--note", "已核对")
    assert (ran.code, ran.err) == (Exit.DONE, "")
    assert len(sciplan("problems", "--json").lines) == len(open_ones) - 1
    (settled,) = [json.loads(line) for line in sciplan("problems", "--settled", "--json").lines]
    assert (settled["id"], settled["settled"], settled["note"]) == (first["id"], "2023-07-01", "已核对")
    assert "1" in sciplan("settle", "--reopen", "--code", first["code"]).out
    assert len(sciplan("problems", "--json").lines) == len(open_ones)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), Exit.USAGE, "--code"),
        (("x",), Exit.USAGE, "x"),
        (("999",), Exit.MEND, "没有号码为 999 的疑点。请用 sciplan problems"),
        (("--code", "nosuch"), Exit.MEND, "no_number"),
    ],
)
def test_what_cannot_be_settled_is_said(sciplan: Sciplan, words: tuple[str, ...], code: Exit, told: str) -> None:
    ran = sciplan("settle", *words)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1
