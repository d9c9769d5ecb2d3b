"""Who does what in the public plans and in the seed plans: every triple that a careful reader finds, and no other."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from sciplan_tui.core.unit.registry import CLASSES, short_form, unit_class

SHARED = Path(__file__).resolve().parents[4] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"THE GOLD PLANS ARE MISSING: no {SHARED}")
CLASS_OF = dict(
    zip(("党委部门", "政府部门", "派出机构/垂直管理", "直属事业单位", "群团", "乡镇街道"), CLASSES, strict=False)
)
MARKS = (*"、，,；;。：:", "牵头单位：", "负责", "按职责")


def _checked(folder: str) -> str:
    files = sorted(str(path) for path in (SHARED / folder).glob("*.txt"))
    done = subprocess.run(
        [sys.executable, "-m", "sciplan_tui", "check", "--json", *files], capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize(
    ("folder", "gold", "floor"), [("seeds", "gold", "triples"), ("corpus", "corpus", "triples,statements")]
)
def test_every_triple_and_no_other(folder: str, gold: str, floor: str) -> None:
    score = [sys.executable, str(SHARED / "score" / "score.py"), str(SHARED / gold), "-v", "--only", floor]
    found = _checked(folder)
    done = subprocess.run(score, input=found, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    names = {
        entry["unit"]
        for line in found.splitlines()
        for task in json.loads(line)["tasks"]
        for entry in task["assignments"]
    }
    odd = {name for name in names if any(mark in name for mark in MARKS) and not name.startswith("各")}
    assert odd == set()


def test_each_unit_stands_in_its_class() -> None:
    known = json.loads((SHARED / "gold" / "unit_functions.json").read_text(encoding="utf-8"))["units"]
    wanted = {
        name: CLASS_OF.get(fact["protocol_class"], "collective")
        for units in known.values()
        for name, fact in units.items()
    }
    assert {name: unit_class(name) for name in wanted} == wanted


def test_look_alikes_are_never_proposed_as_one() -> None:
    for path in sorted((SHARED / "gold").glob("00*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for group in gold["must_not_merge"]:
            assert not any(short_form(one) == short_form(other) for one, other in combinations(group, 2)), group
        for alias in gold["aliases"]:
            assert len({short_form(name) for name in alias["names"]}) == 1, alias
