"""`sciplan correct`: what was misread of a task, put right by hand. One correction a command."""

from __future__ import annotations

from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.parameters import Plan, one_called, one_of
from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.plan import Kind, Role
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.errors import UsageError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

LEVELS = {"in": 1, "out": -1}


def correct(
    path: Annotated[str, typer.Argument(metavar="PATH", help="cli.path")],
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="cli.correct.title")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="cli.correct.kind")] = None,
    level: Annotated[str | None, typer.Option("--level", metavar="in|out", help="cli.correct.level")] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="OLD=NEW", help="cli.correct.unit")] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="UNIT=ROLE", help="cli.correct.role")] = None,
    add: Annotated[str | None, typer.Option("--add", metavar="UNIT=ROLE", help="cli.correct.add")] = None,
    drop: Annotated[str | None, typer.Option("--drop", metavar="UNIT", help="cli.correct.drop")] = None,
    plan: Plan = None,
) -> Exit:
    """Correct one thing of the task at PATH; the next edition of the plan does not take it back."""
    asked = {"title": title, "kind": kind, "level": level, "unit": unit, "role": role, "add": add, "drop": drop}
    given = {what: value for what, value in asked.items() if value is not None}
    if not given:
        raise UsageError("no_correction", command="sciplan correct")
    if len(given) > 1:
        options = tuple(f"--{what}" for what in given)
        raise UsageError("many_corrections", command=f"sciplan correct {path}", options=options)
    tell(_correct(path, plan, *given.popitem()))
    return Exit.DONE


def tell(done: Gesture) -> None:
    """Say what a gesture did, or that all was so already."""
    key = "cli.correct.nothing" if done.entry_id is None else "cli.correct.done"
    output.data(say(key, what=sentence(done), entry=done.entry_id))


def _correct(path: str, plan: str | None, what: str, value: str) -> Gesture:
    from sciplan_tui.workspace.edit import correcting
    from sciplan_tui.workspace.meant.task import task_at

    database, at = settings.database_path(), settings.now()
    task = task_at(database, path, plan, today=settings.today())
    if what == "title":
        return correcting.correct_title(database, task.task_id, value, at=at)
    if what == "kind":
        return correcting.correct_kind(
            database, task.task_id, Kind(one_called("--kind", value, tuple(Kind), "word.kind")), at=at
        )
    if what == "level":
        by = LEVELS[one_of("--level", value, tuple(LEVELS))]
        return correcting.correct_level(database, task.task_id, by, at=at)
    return _correct_duty(path, plan, what, value)


def _correct_duty(path: str, plan: str | None, what: str, value: str) -> Gesture:
    from sciplan_tui.workspace.edit import correcting_duties
    from sciplan_tui.workspace.meant.task import assignment_of, task_at

    database, at = settings.database_path(), settings.now()
    task = task_at(database, path, plan, today=settings.today())
    if what == "drop":
        named, _, which = value.partition("=")
        held = assignment_of(task, named, _role("--drop", which) if which else None)
        return correcting_duties.remove_assignment(database, held.assignment_id, at=at)
    named, new = _pair(f"--{what}", value)
    if what == "add":
        unit = _unit(task.plan.key, named)
        return correcting_duties.add_assignment(database, task.task_id, unit, _role("--add", new), at=at)
    number = assignment_of(task, named).assignment_id
    if what == "unit":
        return correcting_duties.correct_unit(database, number, _unit(task.plan.key, new), at=at)
    return correcting_duties.correct_role(database, number, _role("--role", new), at=at)


def _unit(plan: str, name: str) -> str:
    """The unit of the plan that is meant; a name that fits none is that of a new one. RefusedError: it fits several."""
    from sciplan_tui.core.unit.name import one_unit
    from sciplan_tui.workspace.problem.doubts import unit_book

    book = unit_book(settings.database_path(), plan, today=settings.today())
    return one_unit(name, book.units, book.heir_of).name if book.meant(name) else name


def _pair(option: str, value: str) -> tuple[str, str]:
    one, sign, other = value.partition("=")
    if not (one.strip() and sign and other.strip()):
        raise UsageError("not_a_pair", option=option, value=value)
    return one.strip(), other.strip()


def _role(option: str, value: str) -> Role:
    return Role(one_called(option, value, tuple(Role), "word.role"))


COMMANDS = {"correct": correct}
