"""A database in which everything has been done that leaves something to be seen: marks with notes, units over time,
problems settled, an edition of which something still waits, entries undone.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from sciplan_tui.exits import Exit
from tests.hostile import PAYLOADS, hostile_lines, marked

FIXTURES = Path(__file__).parents[1] / "fixtures"
PLAN = FIXTURES / "qingyu-2021.txt"
HEAD = 12
"""Lines before the tasks."""
EDITED = (
    ("市教育局、市科协；责任单位：市委宣传部、市科技局、", "市教育局；责任单位：市科协、市委宣传部、"),
    ("每年培训科学教师300人次", "每年培训科学教师450人次"),
    ("责任单位：市教育局、市总工会", "责任单位：市教育局、市国资委"),
    ("改造流动科技馆。", "建设数字科普馆。全年开放。\n改造流动科技馆。"),
)  # fmt: skip
HISTORY = (
    "import {plan} {fixtures}/zhongshan-2022.csv",
    "mark lead:科协 --plan 清屿 --milestone 2023 --status done --on 2023-11-20 --note 已收书面报告",
    "mark path:2.1 --with-inherited --plan 清屿 --milestone 2023 --status blocked --note 名录尚未编制",
    "milestone add --plan 清屿 --kind annual_plan --year 2024 --label 年度总结",
    "unit rename 市乡村振兴局 市乡村振兴二局 --on 2023-01-01 --by 机构改革方案 --plan 清屿",
    "unit add 新区 --plan 清屿",
    "unit members 各县（市、区）人民政府 --add 新区 --plan 清屿",
    "rule 2.2 市教育局 --role support --by 会议纪要 --on 2023-05-01 --plan 清屿",
    "correct 2.1.1 --title 弘扬科学家精神进校园 --plan 清屿",
    "mark path:2.4 --plan 清屿 --milestone 2023 --status done",
    "undo",
    "settle --code date_of_signature --note 已核对 --plan 清屿",
    "import {edition} --yes",
)
"""What was done, one command a line."""


def fill(database: Path) -> None:
    """Do all of it."""
    edition = database.with_name("edition.txt")
    edition.write_text(edited(PLAN.read_text(encoding="utf-8")), encoding="utf-8")
    for line in HISTORY:
        words = [word.format(plan=PLAN, fixtures=FIXTURES, edition=edition) for word in line.split()]
        code, said = command(database, words)
        assert code is Exit.DONE, (line, said)


def import_hostile(database: Path) -> None:
    """Two editions of another plan, whose lines end in payloads; something of the second waits."""
    plan = PLAN.read_text(encoding="utf-8").replace("清屿", "青屿")
    for name, text in (("first.txt", plan), ("second.txt", edited(plan))):
        file = database.with_name(name)
        file.write_text(hostile_lines(text, after=HEAD), encoding="utf-8", newline="")
        code, said = command(database, ["import", str(file), "--yes"])
        assert code is Exit.DONE, said


def folder_of_hostile_files(folder: Path) -> None:
    """Files whose names are payloads, as far as a file system takes them."""
    folder.mkdir()
    (folder / marked(1)).mkdir()
    for number in range(len(PAYLOADS)):
        name = marked(number) + ".txt"
        if len(name) < 100 and not set("/\0") & set(name):
            (folder / name).write_text(
                hostile_lines(PLAN.read_text(encoding="utf-8"), after=HEAD), encoding="utf-8", newline=""
            )


def remember_hostile(database: Path) -> None:
    """Views and queries whose names and words are payloads."""
    from sciplan_tui.core.view.named import NamedView
    from sciplan_tui.workspace.view.remembering import Memory, views_file

    memory = Memory(database, views_file())
    memory.change_views({name: NamedView(name, query=name) for name in map(marked, range(0, len(PAYLOADS), 5))})
    memory.keep_query(f"题:{marked(9)}")


def edited(text: str) -> str:
    """The next edition of the plan."""
    for said, now in EDITED:
        assert said in text, said
        text = text.replace(said, now)
    return text


def command(database: Path, words: Sequence[str]) -> tuple[Exit, str]:
    """A command carried out in this process; how it ended and what it said."""
    from sciplan_tui.cli.app import run

    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run(NoScreens(), ["--db", str(database), *words])
    return code, said.getvalue()


class NoScreens:
    """The door to screens that no one looks at."""

    def load(self) -> None:
        pass

    def keys(self) -> tuple[str, list[str]]:
        return "", []

    def open(self, database: Path, today: datetime.date, plan: str | None = None) -> Exit:
        return Exit.DONE
