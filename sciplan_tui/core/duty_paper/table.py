"""What all tables of a duty sheet have in common: the queries that prove their numbers, their columns, places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sciplan_tui.core.duty_paper.facts import DutyPaper, Share, Where
from sciplan_tui.core.plan import Role
from sciplan_tui.core.query.tokens import exactly
from sciplan_tui.core.sheet import Names, Sheet, Value, at_places
from sciplan_tui.core.view.command_line import tasks_command
from sciplan_tui.locale import say

_FIELD = {Role.LEAD: "lead", Role.RESPONSIBLE: "resp", Role.SUPPORT: "support", None: "unit"}
"""What a query calls a role; None: any."""
FILL = ("progress", "evidence")
"""The columns that are left empty."""
Row = tuple[Value, ...]


def query(share: Share, role: Role | None, more: str = "") -> str:
    """What finds the tasks that a share holds in a role (None: in any)."""
    return f"{_FIELD[role]}:{exactly(share.name)} {more}".strip()


def notes(paper: DutyPaper, queries: Iterable[str] = (), what: str = "tasks") -> tuple[tuple[str, str], ...]:
    """The commands that list what stands in a table, and the state of the data."""
    asked = ((say("duty_paper.note.query"), command(paper, query, what)) for query in queries)
    return (*asked, (say("duty_paper.note.state"), say("export.made", on=paper.on.isoformat(), state=paper.state)))


def command(paper: DutyPaper, query: str, what: str = "tasks") -> str:
    """What lists the tasks of the plan that a query finds on the day of the sheet, or (`what`) the figures in them."""
    return tasks_command(query, paper.unit.plan.key, as_of=paper.as_of.isoformat(), what=what)


def row_note(paper: DutyPaper) -> tuple[str, str]:
    """How the numbers of a row that bears its query are looked up."""
    return say("duty_paper.note.query"), command(paper, say("duty_paper.row_query"))


def printed_note(paper: DutyPaper) -> tuple[str, str]:
    """How those that print the unit are looked up among them."""
    return say("duty_paper.note.printed"), f"{command(paper, say('duty_paper.row_query'))} --printed"


def all_of_the_unit(paper: DutyPaper, what: str = "tasks") -> tuple[tuple[str, str], ...]:
    """The commands that list all that the unit holds, itself and through collectives."""
    asked = (command(paper, query(share, None), what) for share in paper.shares)
    return tuple((say("duty_paper.note.query"), one) for one in asked)


def without_empty(sheet: Sheet, *kept: str) -> Sheet:
    """The sheet without the columns that say nothing in any row; `kept` stay. What else is empty is drawn as a cell."""
    places = [
        place
        for place, column in enumerate(sheet.columns)
        if column.key in kept or any(row[place] not in (None, "", Names(())) for row in sheet.rows)
    ]
    told = at_places(sheet, places)
    return replace(told, rows=tuple(tuple("" if cell is None else cell for cell in row) for row in told.rows))


def place(where: Where) -> str:
    """`第 3 页第 8 行`; the edition where it is not the newest."""
    named = (("edition", where.edition), ("page", where.page), ("line", where.line))
    return "".join(say(f"duty_paper.{what}", number=number) for what, number in named if number is not None)
