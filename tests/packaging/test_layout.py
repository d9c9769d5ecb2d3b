"""The tree: what lies at its top, how long a module may be, and what may never be in it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = {
    *("pyproject.toml", "README.md", "LICENSE", "db", "fixtures", "tests", "sciplan_tui"),
    *(".ci", ".gitignore", ".constraints.txt", ".pre-commit-config.yaml"),
}
LONGEST = 300
TEXT = {".py", ".toml", ".md", ".txt", ".yaml", ".sql", ".mako", ".tcss", ".csv", ".json", ".svg", ""}


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("no checkout: the tree is not under git here")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text(path: Path) -> str:
    """The text of a file; a document in another encoding is there for the readers, and shows its ASCII at least."""
    return path.read_text(encoding="utf-8", errors="replace").replace("\0", "")


def test_the_top_level_is_exactly_this() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} == TOP


def test_no_index_address_and_no_path_of_a_machine() -> None:
    forbidden = re.compile(
        r"--(?:extra-)?index-url|--find-links|simple/|/(?:root|home|work|Users)/\w|C:\\Users|pypi\.(?:org|python)"
    )
    here = Path(__file__)
    found = [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path in tracked()
        if path.suffix in TEXT and path != here and (hit := forbidden.search(text(path)))
    ]
    assert not found


def test_a_long_module_says_why_at_its_head() -> None:
    long = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "sciplan_tui").rglob("*.py"))
        if "locale" not in path.parts
        and len(lines := path.read_text(encoding="utf-8").splitlines()) > LONGEST
        and "One file because" not in "\n".join(lines[:12])
    ]
    assert not long, f"over {LONGEST} lines without a reason ('One file because …') at the head"


def test_no_module_is_named_for_nothing() -> None:
    names = {path.stem for path in (ROOT / "sciplan_tui").rglob("*.py")}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}


def test_test_modules_have_names_of_their_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))
