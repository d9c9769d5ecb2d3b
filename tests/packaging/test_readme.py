"""The README's lines, the constraints and the CI script agree with each other and with the program."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from sciplan_tui.cli.commands import PLACES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINS = {
    name.lower().replace("_", "-"): version
    for name, version in re.findall(
        r"^([\w.-]+)==(\S+)$", (ROOT / ".constraints.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
}


def blocks() -> list[str]:
    return re.findall(r"```\n(.*?)```", README, re.DOTALL)


def test_the_test_line_is_marked_once_and_the_same_in_both_languages() -> None:
    [marked] = re.findall(r"<!-- the test line -->\n\n```\n(.+)\n```", README)
    assert README.count(marked) == 2
    assert "-m pytest" in marked


def test_the_demo_line_is_in_both_languages() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv") and line.endswith("demo")]
    assert len(lines) == 2
    assert len({line.replace(" --lang en", "") for line in lines}) == 1


def test_every_command_shown_is_a_command() -> None:
    shown = {match[1] for block in blocks() for match in re.finditer(r"\bsciplan ([a-z]+(?:-[a-z]+)*)\b", block)}
    assert shown
    assert shown <= set(PLACES)


def test_every_dependency_is_pinned() -> None:
    groups = [PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"].values()]
    names = {re.split(r"[\[<>=~ ]", requirement)[0].lower() for group in groups for requirement in group}
    assert names - {"sciplan-tui"} <= set(PINS)


def test_a_pin_is_a_name_and_a_version_and_nothing_else() -> None:
    lines = (ROOT / ".constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[\w.-]+==[\w.]+", line)] == []
