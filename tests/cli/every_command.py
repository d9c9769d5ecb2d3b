"""Every command, on a database with the plans of 清屿 and 青屿. Run as a program, all of them in this terminal:

python -m tests.cli.every_command DATABASE
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from sciplan_tui.cli.commands import PLACES
from tests.busy_database import NoScreens
from tests.hostile import payload

FOREIGN = "{foreign}"
"""Stands for a payload that a person has pasted."""
DATA = "data for programs"
FEW = 14
"""Commands that are enough to show what text does that is not cleaned: the lists."""
LINES = """
plans | tasks --plan 清屿 | tasks 题:{foreign} | tasks --plan {foreign} | units --plan 清屿 | targets | milestones
problems | show 2.1 --plan 清屿 | show 市科协 --plan 清屿 | show {foreign} | check {file} | check {foreign}
import --dry-run {file} | import {file} --plan 清屿 --yes | review | review --accept 1 --plan 青屿 | diff {file} 青屿
mark path:2.3 --plan 清屿 --milestone 2023 --status done --note {foreign}
mark {foreign} --milestone 2023 --status done | mark path:2.3 --milestone 2023 --status done --evidence {foreign}
milestone add --plan 清屿 --kind phase --year 2023 --label {foreign} | milestone set 2023 --plan 清屿 --label {foreign}
milestone drop phase-2023 --plan 清屿 --yes
plan add --title {foreign} --region {foreign} --period 2021-2025 | plan set 清屿 --issuer {foreign}
target add 2.3 --plan 清屿 --indicator {foreign} --comparator >= --value 3 --unit {foreign}
target set 2.3 --plan 清屿 --figure 1 --unit {foreign}
target report 2.3 --plan 清屿 --value 2 --note {foreign} | target report 2.3 --plan 清屿 --value {foreign}
target report 2.3 --plan 清屿 --evidence {foreign} --value 3 | target report 2.3 --plan 清屿 --figure 1 --drop
target drop 2.3 --figure 1 --plan 清屿
task add 2.3 --title {foreign} --plan 清屿 | task drop 2.4 --plan 清屿 --yes
unit add {foreign} --plan 清屿 | unit alias | unit alias 市科协 {foreign} --plan 清屿
unit rename 市妇联 {foreign} --plan 清屿 --by {foreign} | unit merge 市科协 市总工会 --into 市科工协 --plan 清屿
unit split 市教育局 --into 甲局 --into 乙局 --rest 甲局 --plan 清屿 | unit set 市科技局 --contact {foreign} --plan 清屿
unit members 各镇人民政府 --plan 清屿
rule 2.2 {foreign} --role lead --by {foreign} --plan 清屿 | rule 2.2 市科技局 --role lead --by {foreign} --plan 清屿
correct 2.1.1 --title {foreign} --plan 清屿 | settle --code lists_open --note {foreign} --plan 清屿
overview --plan 清屿 | view save {foreign} 科普 | views | view drop {foreign}
history | undo | redo | undo 3 | keys | doctor | demo --print
tasks --json --plan 清屿 | history --json | review --json
duty-sheets 市科协 --plan 清屿 -o {file}.docx --force --from {foreign} --reply-by 2024-01-20
duty-sheets {foreign} -o {file}
export matrix --plan 清屿 | export tasks --plan 清屿 --format json | export problems
export matrix --plan 清屿 --columns title,marks --order load --keep | export matrix --plan 清屿 --kept
export tasks --columns {foreign}
pack --plan 清屿 --milestone 2023 -o {file}.pack | pack {foreign} --milestone {foreign} -o {file}.pack
draft bulletin --plan 清屿 --milestone 2023 -o {file}.md | draft {foreign} --milestone 2023 -o {foreign}
draft 总结 {foreign} --plan 清屿 --milestone {foreign} --unit {foreign} -o {file}.docx
nosuch {foreign} | --lang en tasks
"""


def every(file: Path) -> list[list[str]]:
    """The words of each command line; each time another payload."""
    lines = [line.strip() for row in LINES.split("\n") for line in row.split(" | ") if line.strip()]
    return [[_said(word, number, file) for word in shlex.split(line)] for number, line in enumerate(lines)]


def _said(word: str, number: int, file: Path) -> str:
    foreign = payload(number * 3).replace("\x00", "")
    return word.replace("{file}", str(file)).replace(FOREIGN, foreign)


def commands() -> Iterator[tuple[str, ...]]:
    """The words of every command there is."""
    for name, place in PLACES.items():
        found = import_module(f"sciplan_tui.cli.{place}").COMMANDS[name]
        yield from [(name,)] if callable(found) else [(name, one) for one in found]


def main(database: Path, most: int | None = None) -> None:
    """All of them, or the first so many, one after another, as if typed."""
    from sciplan_tui.cli.app import run

    for words in every(database.with_name("second.txt"))[:most]:
        print("$", DATA if "--json" in words or words[0] == "export" else words[0])
        run(NoScreens(), ["--db", str(database), *words])


if __name__ == "__main__":
    if "unclean" in sys.argv:
        from sciplan_tui.cli import output

        output.show_text = lambda text: text.replace("\n", " ")
        main(Path(sys.argv[1]), FEW)
    else:
        main(Path(sys.argv[1]))
