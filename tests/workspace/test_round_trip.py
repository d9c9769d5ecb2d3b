"""What ships with the product comes back the same when it is imported, exported and read again."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.interchange.plan_object import to_object
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.workspace.checking import read_plan
from sciplan_tui.workspace.exporting import export, plan_as_parsed
from sciplan_tui.workspace.importing import import_plan

ROOT = Path(__file__).parents[2]
FIXTURES = sorted((ROOT / "fixtures").iterdir())
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
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
    export(database, "plan", plan=None, format=form, out=out, today=DAY)
    again, _ = read_plan(out)
    assert facts(again) == facts(plan_as_parsed(database, "", DAY)) == facts(read)


@pytest.mark.skipif(not SEEDS, reason="THE FIVE PUBLIC PLANS ARE NOT HERE: put the folder `shared` beside the checkout")
@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.stem[:3])
def test_a_public_plan_imported_from_its_export_is_the_same_plan(file: Path, tmp_path: Path) -> None:
    database = tmp_path / "plans.db"
    read, raw = read_plan(file)
    import_plan(database, read, raw, at=AT)
    for form in ("csv", "json", "xlsx"):
        out, again = tmp_path / f"plan.{form}", tmp_path / f"{form}.db"
        export(database, "plan", format=form, out=out, today=DAY)
        exported, text = read_plan(out)
        import_plan(again, exported, text, at=AT)
        assert facts(plan_as_parsed(again, "", DAY)) == facts(read), form
