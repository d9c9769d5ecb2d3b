"""Units over time from the command line: a coordinator's stories, from the first import to a question about a day."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from sciplan_tui.cli import output
from sciplan_tui.exits import Exit
from tests.cli.conftest import Ran, Sciplan
from tests.cli.plans import PLAN
from tests.terminal import Terminal


@pytest.fixture
def known(sciplan: Sciplan, tmp_path: Path) -> Sciplan:
    """A command line on a database that holds one plan."""
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    sciplan("import", str(plan))
    return sciplan


def objects(ran: Ran) -> list[dict[str, object]]:
    return [json.loads(line) for line in ran.lines]


def done(ran: Ran) -> str:
    assert (ran.code, ran.err) == (Exit.DONE, "")
    return ran.out


def test_a_renamed_unit_is_found_by_both_names_and_the_day_tells_who_held_it(known: Sciplan) -> None:
    told = done(known("unit", "rename", "教育局", "市教育体育局", "--on", "2023-05-01", "--by", "机构改革方案"))
    assert "市教育局 自 2023-05-01 起为 市教育体育局，依据 机构改革方案" in told
    for name in ("市教育局", "教体", "市教育体育局"):
        (task,) = (one for one in objects(known("tasks", f"lead:{name}", "--json")) if one["kind"] == "task")
        assert (task["path"], task["lead"]) == ("1.1.1", ["市教育体育局"])
    assert objects(known("tasks", "lead:市教育局", "--as-of", "2023-04-30", "--json"))[0]["lead"] == ["市教育局"]
    assert objects(known("tasks", "lead:教体", "--as-of", "2023-04-30", "--json"))[0]["lead"] == ["市教育局"]
    row = done(known("export", "assignments", "lead:教育", "--format", "json"))
    (first, *_) = json.loads(row.lstrip("\ufeff"))
    assert (first["unit"], first["printed"]) == ("市教育体育局", "市教育局")


def test_a_whole_plan_is_exported_as_it_is_printed(known: Sciplan) -> None:
    before = known("export", "plan", "--format", "csv").out
    done(known("unit", "rename", "教育局", "市教育体育局"))
    assert known("export", "plan", "--format", "csv").out == before


def test_the_page_of_a_unit_tells_its_past_and_what_it_holds(known: Sciplan) -> None:
    done(known("unit", "merge", "市财政局", "--into", "市科协", "--on", "2023-01-01", "--by", "纪要"))
    done(known("unit", "set", "科协", "--contact", "张三 0731-123", "--function", "科普"))
    told = done(known("show", "科协"))
    assert "市财政局 并入 市科协  自 2023-01-01  依据 纪要" in told
    assert re.search(r"责任  1\.1\.2 建好科技馆  \[市财政局\]", told)
    assert "科普  张三 0731-123" in told
    gone = done(known("show", "市财政局"))
    assert "现由  市科协" in gone
    assert "1.1.2" not in gone
    assert "1.1.2" in done(known("show", "市财政局", "--as-of", "2022-12-31"))


def test_the_list_of_units_tells_function_heir_and_members(known: Sciplan) -> None:
    done(known("unit", "merge", "市财政局", "--into", "市科协"))
    done(known("unit", "members", "团市委", "--add", "某中学", "--since", "2022-01-01"))
    units = {unit["unit"]: unit for unit in objects(known("units", "--json"))}
    assert units["市财政局"]["heir"] == "市科协"
    assert units["团市委"]["members"] == ["某中学"]
    assert (units["市农业农村局"]["function"], units["市农业农村局"]["heir"]) == ("农业农村", None)
    assert "某中学  2022-01-01" in done(known("unit", "members", "团市委"))


def test_a_member_holds_what_its_collective_holds_as_inherited(known: Sciplan) -> None:
    done(known("unit", "members", "团市委", "--add", "某中学", "--until", "2023-12-31"))
    assert "责任  1.1.1 办好科学教育活动  （以 团市委 成员身份）" in done(known("show", "某中学"))
    assert [one["path"] for one in objects(known("tasks", "resp:某中学", "--json"))] == ["1.1.1"]
    assert known("tasks", "resp:某中学", "--as-of", "2024-01-01", "--json").out == ""


def test_a_split_is_told_path_by_path(known: Sciplan) -> None:
    waits = known("unit", "split", "市教育局", "--to", "1.1.1=市学校局")
    assert waits.code is Exit.MEND
    assert "1.1.2 1.2.3" in waits.err
    done(known("unit", "split", "市教育局", "--to", "1.1.1=市学校局", "--rest", "市青少年局", "--on", "2023-01-01"))
    assert "市学校局, 市青少年局" in known("history", language="en").out
    assert [one["path"] for one in objects(known("tasks", "resp:市青少年局", "--json"))] == ["1.1.2", "1.2.3"]
    assert [one["path"] for one in objects(known("tasks", "lead:市学校局", "--json"))] == ["1.1.1"]
    assert "1.1.9" in known("unit", "split", "市科协", "--to", "1.1.9=市学校局").err


def test_a_split_that_leaves_a_named_heir_without_a_task_is_refused(known: Sciplan) -> None:
    split = ("unit", "split", "市教育局", "--into", "市学校局", "--into", "市青少年局", "--rest", "市学校局")
    ran = known(*split)
    assert (ran.code, ran.out) == (Exit.MEND, "")
    assert "市青少年局 没有分到任务" in ran.err
    assert known("tasks", "resp:市学校局", "--json").out == ""
    done(known(*split, "--to", "1.1.2=市青少年局"))


@pytest.mark.parametrize(
    ("answers", "code", "first"),
    [("1\n2\n\n", Exit.DONE, "市学校局"), ("9\nx\n0\n2\n2\n", Exit.DONE, "市教育局"), ("1\n", Exit.MEND, None)],
)
def test_a_split_is_asked_task_by_task(
    known: Sciplan, monkeypatch: pytest.MonkeyPatch, answers: str, code: Exit, first: str | None
) -> None:
    monkeypatch.setattr(output, "someone_is_there", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    ran = known("unit", "split", "市教育局", "--into", "市学校局", "--into", "市青少年局")
    assert ran.code is code
    assert "1.1.1 办好科学教育活动（牵头）" in ran.err
    leads = objects(known("tasks", "path:1.1.1", "--json"))[-1]["lead"]
    assert leads == [first or "市教育局"]
    assert len(objects(known("tasks", "resp:市青少年局", "--json"))) == (2 if code is Exit.DONE else 0)


def test_a_split_at_a_real_terminal(known: Sciplan, database: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "sciplan_tui",
        "--db",
        str(database),
        "unit",
        "split",
        "市农业农村局",
        "--on",
        "2023-01-01",
    ]
    with Terminal(command, columns=100, lines=20, environment={"SCIPLAN_LANG": "zh"}) as shown:
        shown.wait_for("分成哪些单位")
        shown.send("市农业局 市乡村局\r")
        shown.wait_for("归谁")
        shown.send("2\r")
        assert shown.end() == Exit.DONE
    assert objects(known("tasks", "path:1.2.3", "--json"))[-1]["lead"] == ["市乡村局"]


def test_aliases_are_proposed_with_their_reason_and_accepted_once(sciplan: Sciplan, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    text = PLAN.replace("责任单位：市科协、团市委", "责任单位：市科技经信局").replace(
        "市财政局", "市科技经济和信息化局"
    )
    plan.write_text(text, encoding="utf-8")
    sciplan("import", str(plan))
    (proposal,) = objects(sciplan("unit", "alias", "--json"))
    assert (proposal["name"], proposal["same_as"]) == ("市科技经信局", "市科技经济和信息化局")
    assert "市科技经信局 = 市科技经济和信息化局" in sciplan("unit", "alias").out
    done(sciplan("unit", "alias", str(proposal["name"]), str(proposal["same_as"])))
    assert sciplan("unit", "alias", "--json").out == ""
    assert sciplan("undo").code is Exit.DONE
    assert len(objects(sciplan("unit", "alias", "--json"))) == 1


def test_a_ruling_has_its_document_and_a_proposal_may_be_accepted(known: Sciplan) -> None:
    assert "--by" in known("rule", "1.1.1", "市科协").err
    told = done(known("rule", "1.1.1", "财政", "--role", "support", "--by", "纪要3号", "--on", "2023-06-01"))
    assert "市财政局 配合，依据 纪要3号" in told
    assert "配合  市财政局（裁定 纪要3号 2023-06-01）" in done(known("show", "1.1.1"))
    dropped = ("--by", "纪要4号", "--on", "2023-06-20", "--drop")
    told = done(known("rule", "1.1.1", "财政", "--role", "support", *dropped))
    assert "裁定（2023-06-20）：1.1.1 办好科学教育活动 不再由 市财政局 配合，依据 纪要4号" in told
    assert "2023-06-20" in known("history").lines[-1]
    assert "市财政局" not in done(known("show", "1.1.1"))
    ran = known("rule", "1.1.1", "--accept", "--by", "纪要", language="en")
    assert (ran.code, ran.err.startswith("Nothing of that is proposed at 1.1.1 办好科学教育活动")) == (Exit.MEND, True)


def test_a_ruling_may_say_that_it_is_instead_of_another_role(known: Sciplan) -> None:
    shown = done(known("show", "1.1.1"))
    lead = next(line for line in shown.splitlines() if line.startswith("牵头")).split()[1]
    ruled = ("--role", "responsible", "--instead", "--by", "纪要3号", "--on", "2023-06-01")
    assert f"{lead} 改任责任，依据 纪要3号" in done(known("rule", "1.1.1", lead, *ruled))
    assert f"{lead}（裁定 纪要3号 2023-06-01 原文为牵头）" in done(known("show", "1.1.1"))
    assert "1.1.1" not in known("tasks", f"lead:{lead}").out
    assert "1.1.1" in known("tasks", f"lead:{lead}", "--as-of", "2023-05-31").out
    assert "--drop" in known("rule", "1.1.1", lead, *ruled, "--drop").err


def test_a_ruling_of_a_day_to_come_holds_from_that_day(known: Sciplan) -> None:
    done(known("rule", "1.1.1", "财政", "--role", "support", "--by", "纪要3号", "--on", "2099-06-01"))
    assert "1.1.1" not in known("tasks", "support:财政").out
    assert "市财政局" not in known("show", "1.1.1").out
    assert "1.1.1" not in known("tasks", "support:财政", "--as-of", "2099-05-31").out
    assert "1.1.1" in known("tasks", "support:财政", "--as-of", "2099-06-01").out


WRONG = {
    "a unit that is not known": (("unit", "rename", "市教肓局", "市新局"), "市教育局"),
    "a name that is taken": (("unit", "rename", "市教育局", "市科协"), "市科协"),
    "one fits several": (("unit", "rename", "市", "市新局"), "市农业农村局"),
    "no date": (("unit", "rename", "市教育局", "市新局", "--on", "昨天"), "昨天"),
    "no day": (("tasks", "--as-of", "2023-13-01"), "--as-of"),
    "no class": (("unit", "add", "市新局", "--class", "局"), "--class"),
    "nothing to set": (("unit", "set", "市教育局"), "unit set --help"),
    "no pair": (("unit", "split", "市教育局", "--to", "1.1.1"), "--to"),
    "one name": (("unit", "alias", "市教育局"), "SAME"),
    "its own member": (("unit", "members", "团市委", "--add", "团市委"), "团市委"),
}


@pytest.mark.parametrize("what", WRONG)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_wrong_is_one_sentence(known: Sciplan, what: str, language: str) -> None:
    words, told = WRONG[what]
    ran = known(*words, language=language)
    assert ran.code in (Exit.MEND, Exit.USAGE)
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert told in ran.err


def test_the_demo_is_printed_as_of_a_day(sciplan: Sciplan) -> None:
    assert sciplan("demo", "--print", "--as-of", "2022-01-01").code is Exit.DONE
    assert sciplan("demo", "--print", "--as-of", "2022").code is Exit.USAGE
