"""One plan gives the same reading in every format, and each document's reading is the golden file beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.goldens import DATA, checked, documents, drawn, golden

LOCATED = {"line", "quote", "page", "table", "row"}
OF_FORMAT = {"tracked_changes"}
"""Problems that but one format can have."""
NAMED = [str(path.relative_to(DATA)) for path in documents()]


def facts(value: Any) -> Any:
    """What the contract says of a plan, but where it stands."""
    if isinstance(value, dict):
        return {key: facts(inner) for key, inner in value.items() if key not in LOCATED}
    return [facts(inner) for inner in value] if isinstance(value, list) else value


def told(path: Path) -> dict[str, Any]:
    """The golden file's facts, without the file's name, the sentences that tell lines, and what is of its format."""
    kept = json.loads(golden(path).read_text(encoding="utf-8"))
    kept["problems"] = [problem["code"] for problem in kept["problems"] if problem["code"] not in OF_FORMAT]
    del kept["source"]
    return facts(kept)


@pytest.mark.parametrize("name", NAMED)
def test_the_reading_is_the_golden_file(name: str) -> None:
    document = DATA / name
    assert drawn(checked(document)) == golden(document).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in NAMED if name.startswith("plan/")])
def test_one_plan_is_the_same_in_every_format(name: str) -> None:
    read, printed = told(DATA / name), told(DATA / "plan" / "utf-8.txt")
    if "exported" in name:
        del read["problems"], printed["problems"]
    assert read == printed


@pytest.mark.parametrize("name", [name for name in NAMED if name.startswith("table/")])
def test_one_task_table_is_the_same_in_every_format(name: str) -> None:
    assert told(DATA / name) == told(DATA / "table" / "separated.csv")
