"""Problems as `check` and `problems` print them for a person."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from sciplan_tui import locale
from sciplan_tui.cli import output
from sciplan_tui.cli.doubt_page import MOST, doubt_lines, doubt_pages
from sciplan_tui.cli.named_commands import COMMANDS, NamedCommands
from sciplan_tui.core.detail import problem_need
from sciplan_tui.core.detail.problem_need import NEEDS, need
from sciplan_tui.core.plan import Problem
from sciplan_tui.core.sentence.problem import advice, called_for
from sciplan_tui.locale.zh.problem import TEXTS
from tests.cli.conftest import Sciplan
from tests.cli.plans import PLAN

SKIPPED = [Problem("number_order", line, (("number", f"{line}."), ("expected", "2"))) for line in range(10, 20)]


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("code", TEXTS)
def test_every_sort_has_a_name_and_says_what_can_be_done(code: str, language: str) -> None:
    name, told = locale.say(f"doubt.name.{code}", language), locale.say(f"doubt.advice.{code}", language)
    assert output.cell_width(name) <= 40
    assert 0 < output.cell_width(told) <= 130


def test_every_code_that_needs_a_decision_is_one() -> None:
    assert {*problem_need._DECIDE.split(), *problem_need._KNOW.split()} <= set(TEXTS)
    assert {need(code) for code in TEXTS} == set(NEEDS)
    assert need("of_a_newer_program") == "check"


def test_what_is_to_be_decided_stands_first_and_advice_once_a_sort() -> None:
    problems = [Problem("traditional", 1), *SKIPPED[:2], Problem("no_review")]
    lines = list(doubt_lines(problems))
    assert lines[0] == "疑点 4 个  1 个要人来定  2 个请核对  1 个只是说明"
    heads = [line for line in lines[1:] if line and not line.startswith(" ")]
    assert heads == ["要人来定", "请核对", "只是说明"]
    assert lines.index("  编号不连续  2") < next(i for i, line in enumerate(lines) if line.startswith("  第 10 行"))
    assert sum("> " in line for line in lines) == 3


@pytest.mark.parametrize("code", ["no_lead", "some_without_lead"])
def test_only_what_can_be_done_is_advised(code: str) -> None:
    def told(proposed: str) -> str:
        details = (("count", "3"), ("all", "3"), ("proposed", proposed))
        return "\n".join(doubt_lines([Problem(code, None, details)]))

    accepting = "用 sciplan rule PATH --accept"
    assert accepting in told("2")
    assert accepting not in told("0")
    assert "用 sciplan rule PATH UNIT --by TEXT 裁定" in told("0")


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("code", TEXTS)
def test_beside_commands_no_key_is_named(code: str, language: str) -> None:
    with locale.speaking(language):
        by_key, by_command = advice(Problem(code)) or "", advice(Problem(code), press=NamedCommands()) or ""
    acts = called_for(Problem(code))
    assert all(COMMANDS[act] in by_command for act in acts)
    assert not re.search(r"[Pp]ress |按 ", by_command)
    assert (by_key == by_command) is not bool(acts)


def test_one_advice_for_several_sorts_is_said_once() -> None:
    lines = list(doubt_lines([Problem("no_number"), Problem("no_issuer"), Problem("no_date")]))
    assert sum("> " in line for line in lines) == 1
    assert lines[-1].lstrip().startswith("> ")


def test_a_long_sort_is_cut_and_the_rest_counted() -> None:
    lines = list(doubt_lines(SKIPPED))
    assert sum("编号“" in line for line in lines) == MOST
    assert any(line.strip() == f"及另外 {len(SKIPPED) - MOST} 处" for line in lines)
    assert sum("编号“" in line for line in doubt_lines(SKIPPED[: MOST + 1])) == MOST + 1, "one more is not worth a line"


def test_stored_problems_have_the_numbers_by_which_they_are_settled() -> None:
    lines = list(doubt_pages({"甲市-2021": [(12, SKIPPED[0]), (7, Problem("no_review"))]}))
    assert lines[0] == "甲市-2021"
    assert any(line.startswith("  12  第 10 行  ") for line in lines)
    assert any(line.startswith("  7   全文      ") for line in lines)


def test_a_problem_of_a_newer_program_is_shown_as_it_is() -> None:
    assert any(
        "of_a_newer_program size=3" in line
        for line in doubt_lines([Problem("of_a_newer_program", 3, (("size", "3"),))])
    )


def test_check_prints_the_page_and_json_leaves_nothing_out(sciplan: Sciplan, tmp_path: Path) -> None:
    numbers = "".join(f"{n}. 办好第{n}项活动。每年举办。\n牵头单位：市教育局\n" for n in range(1, 40, 2))
    path = tmp_path / "plan.txt"
    path.write_text(PLAN.split("1. ")[0] + numbers, encoding="utf-8")
    told = json.loads(sciplan("check", "--json", str(path)).out)
    skipped = [problem for problem in told["problems"] if problem["code"] == "number_order"]
    page = sciplan("check", str(path)).out
    assert len(skipped) > MOST + 1
    assert f"编号不连续  {len(skipped)}" in page
    assert f"及另外 {len(skipped) - MOST} 处" in page
    assert "sciplan settle" in page


@pytest.mark.parametrize("columns", [30, 80])
def test_on_a_terminal_lines_hang_and_lose_nothing(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setattr(output, "shown_to_someone", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((columns, 24)))
    text = "这一句话很长，" * 12 + "and some words of Latin letters 2021-2025"
    lines = list(output.hung("  第 9 行  ", text))
    assert all(output.cell_width(line) < columns for line in lines)
    assert len(lines) > 1
    assert all(line.startswith(" " * 11) for line in lines[1:])
    assert "".join("".join(lines).split()) == "第9行" + "".join(text.split())
