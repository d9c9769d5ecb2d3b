"""The golden files: beside each document of `tests/data` what `sciplan check --json` says of it.

`python -m tests.readers.goldens` draws them anew; what has changed is then read in the diff.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"
SUFFIX = ".check.json"


def documents() -> list[Path]:
    """The documents of `tests/data`, without the golden files beside them."""
    return sorted(path for path in DATA.rglob("*.*") if path.is_file() and not path.name.endswith(SUFFIX))


def golden(document: Path) -> Path:
    """The golden file of a document."""
    return document.with_name(document.name + SUFFIX)


def checked(document: Path) -> dict[str, Any]:
    """The object that `check --json` prints of the document, its sentences in Chinese."""
    from sciplan_tui.core.interchange.plan_object import to_object
    from sciplan_tui.core.sentence.problem import sentence
    from sciplan_tui.workspace.edition.checking import read_plan

    plan, _ = read_plan(document)
    return to_object(plan, sentence)


def drawn(told: dict[str, Any]) -> str:
    """The object as text: a line for each thing it holds, so that a diff shows the thing that changed."""
    return "{\n" + ",\n".join(_members(told)) + "\n}\n"


def _members(told: dict[str, Any]) -> Iterator[str]:
    for key, value in told.items():
        if isinstance(value, list) and value:
            lines = ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in value)
            yield f'"{key}": [\n  {lines}\n]'
        else:
            yield f'"{key}": {json.dumps(value, ensure_ascii=False)}'


def main() -> None:
    """Draw every golden file anew, and take away those that no document needs."""
    from sciplan_tui.locale import speak

    speak("zh")
    wanted = {golden(document) for document in documents()}
    for stale in set(DATA.rglob(f"*{SUFFIX}")) - wanted:
        stale.unlink()
    for document in documents():
        golden(document).write_text(drawn(checked(document)), encoding="utf-8")


if __name__ == "__main__":
    main()
