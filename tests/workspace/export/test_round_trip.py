"""What ships with the product comes back the same when it is imported, exported and read again."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.diff.last_said import last_to_say, no_longer_said
from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.interchange.plan_object import to_object
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.errors import WritingError
from sciplan_tui.workspace.edition.checking import read_plan
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.export.exporting import export
from sciplan_tui.workspace.export.whole_plans import plan_as_parsed
from tests.store_cases import changed, of, small

ROOT = Path(__file__).parents[3]
FIXTURES = sorted((ROOT / "fixtures").iterdir())
SHARED = ROOT.parent / "shared"
PUBLIC = sorted([*SHARED.glob("seeds/*.txt"), *SHARED.glob("corpus/*.txt")])
AT = "2023-01-01T00:00:00"
DAY = datetime.date(2023, 1, 1)


def facts(plan: ParsedPlan) -> Any:
    """The object of `check --json` without its source, problems and lines."""
    told = to_object(plan, lambda problem: problem.code)
    del told["source"], told["problems"]
    return json.loads(json.dumps(told), object_hook=lambda part: {k: v for k, v in part.items() if k != "line"})


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.stem)
def test_a_plan_survives_the_whole_way(file: Path, form: str, tmp_path: Path) -> None:
    database, out = tmp_path / "plans.db", tmp_path / f"plan.{form}"
    read, raw = read_plan(file)
    import_plan(database, read, raw, at=AT)
    export(database, "plan", ViewSpec(), out=out, today=DAY)
    again, _ = read_plan(out)
    assert facts(again) == facts(plan_as_parsed(database, "", DAY)) == facts(read)


@pytest.mark.skipif(not PUBLIC, reason="THE PUBLIC PLANS ARE NOT HERE: put the folder `shared` beside the checkout")
@pytest.mark.parametrize("file", PUBLIC, ids=lambda file: file.stem[:3])
def test_a_public_plan_imported_from_its_export_is_the_same_plan(file: Path, tmp_path: Path) -> None:
    database = tmp_path / "plans.db"
    read, raw = read_plan(file)
    import_plan(database, read, raw, at=AT)
    for form in ("csv", "json", "xlsx"):
        out, again = tmp_path / f"plan.{form}", tmp_path / f"{form}.db"
        export(database, "plan", ViewSpec(), out=out, today=DAY)
        exported, text = read_plan(out)
        import_plan(again, exported, text, at=AT)
        assert facts(plan_as_parsed(again, "", DAY)) == facts(read), form


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_several_plans_come_back_each_from_a_file_of_its_own(form: str, tmp_path: Path) -> None:
    database, out = tmp_path / "plans.db", tmp_path / "方案"
    plans = [read_plan(file) for file in FIXTURES[:3]]
    for read, raw in plans:
        import_plan(database, read, raw, at=AT)
    assert export(database, "plan", ViewSpec(), ExportOptions(form), out=out, today=DAY) == out
    assert [file.suffix for file in out.iterdir()] == [f".{form}"] * 3
    again = [facts(read_plan(file)[0]) for file in out.iterdir()]
    assert all(facts(read) in again for read, _ in plans)
    with pytest.raises(WritingError):
        export(database, "plan", ViewSpec(), ExportOptions(form), out=out, today=DAY)


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_a_kept_task_that_yielded_its_path_comes_back(form: str, tmp_path: Path) -> None:
    database, other, out = tmp_path / "plans.db", tmp_path / "other.db", tmp_path / f"plan.{form}"
    first = small()
    kept, moved = of(first, "2.1.1"), of(first, "2.1.2")
    second = changed(first, stamp="2", p2_1_1=None, p2_1_2=replace(moved, path="2.1.1"))
    for plan in (first, second):
        import_plan(database, plan, "原文", accept=True, at=AT)
    export(database, "plan", ViewSpec(), out=out, today=DAY)
    exported, raw = read_plan(out)
    paths = {one.title: one.path for one in exported.tasks}
    assert (paths[kept.title], paths[moved.title]) == ("2.1.1'", "2.1.1")
    import_plan(other, exported, raw, at=AT)
    assert facts(plan_as_parsed(other, "", DAY)) == facts(exported)
    gone = import_plan(other, second, "原文", at=AT, dry_run=True).differences
    assert ("task_removed", "2.1.1'") in [(one.kind, one.path) for one in gone]


def test_a_yielded_path_that_an_edition_says_is_stale_once_the_next_says_it_no_more() -> None:
    row = {"id": 7, "said_path": "2.1.1'"}
    assert last_to_say(row["said_path"]) == 0
    gone = no_longer_said(row, 3)
    assert gone
    assert gone.new
    assert gone.new["said_path"] == "2.1.1''3"
    assert last_to_say(gone.new["said_path"]) == 3
    assert no_longer_said({**row, **gone.new}, 4) is None
