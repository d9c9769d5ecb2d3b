"""By which sentences a unit holds its duties, with all who stand in them; and what the program only proposes."""

from __future__ import annotations

from collections.abc import Iterator

from sciplan_tui.core.duty_paper.facts import DutyPaper, Where
from sciplan_tui.core.duty_paper.table import Row, all_of_the_unit, notes, place, without_empty
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.sheet import Code, Names, Sheet, code, columns
from sciplan_tui.core.unit.detail import UnitDuty

_BASIS = "path title role printed lead=leading responsible=responsible_units support=supporting quote where"


def basis_table(paper: DutyPaper) -> Sheet:
    """A row for each task that prints the unit, and role; where every sentence names all who hold the task, they are
    not listed beside it."""
    held: dict[tuple[int, Role], list[UnitDuty]] = {}
    for duty in paper.settled:
        held.setdefault((duty.task_id, duty.role), []).append(duty)
    asked = [(task, role) for task in paper.facts.tasks for role in Role if (task, role) in held]
    told = all(_names_all(paper, task) for task, _ in asked)
    rows = tuple(_sentence(paper, task, role, held[task, role], told) for task, role in asked)
    beneath = (*all_of_the_unit(paper), *notes(paper))
    return without_empty(Sheet("duty_basis", columns(_BASIS), rows, notes=beneath))


def _names_all(paper: DutyPaper, task_id: int) -> bool:
    """Whether the sentences of a task say the names of all who hold it, as they are called on the day."""
    said = paper.namings(task_id)
    quotes = "".join(one.held.quote or "" for one in said)
    return all(one.held.name in quotes for one in said)


def _sentence(paper: DutyPaper, task_id: int, role: Role, duties: list[UnitDuty], told: bool) -> Row:
    task = paper.facts.tasks[task_id]
    printed = dict.fromkeys(duty.printed or duty.through or paper.unit.name for duty in duties)
    names = [Names(())] * len(Role) if told else _holders(paper, task_id)
    places = {(duty.printed, duty.line) for duty in duties}
    said = [one for one in paper.namings(task_id) if one.held.role is role]
    said = [one for one in said if (one.held.printed, one.held.line) in places]
    quotes = dict.fromkeys(one.held.quote for one in said if one.held.quote)
    where = dict.fromkeys(_ruling(one.held.ruled_by, one.held.ruled_on) or place(one.where) for one in said)
    return task.path, task.title, Code("role", role), Names(tuple(printed)), *names, "\n".join(quotes), "\n".join(where)


def _holders(paper: DutyPaper, task_id: int) -> Iterator[Names]:
    """All who hold a task, role by role; which list is open is told."""
    opened = paper.open_roles(task_id)
    for role in Role:
        names = paper.names(task_id, role)
        yield Names(names, bool(names) and role in opened)


def _ruling(by: str | None, on: str | None) -> str:
    """By which document it was ruled, and when, where it was."""
    return " ".join(fact for fact in (by, on) if fact)


def proposal_table(paper: DutyPaper) -> Sheet:
    """What the program only proposes, with its reason; nothing where it is not asked for."""
    rows = tuple(
        (duty.path, duty.title, Code("role", duty.role), code("proposal", duty.reason), place(Where(duty.line)))
        for duty in paper.unit.duties
        if paper.proposed and duty.origin is Origin.PROPOSED
    )
    return Sheet("duty_proposed", columns("path title role reason where"), rows, notes=notes(paper))
