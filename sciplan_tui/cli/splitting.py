"""`sciplan unit split`: who of several holds each task from a day on, asked task by task at a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.correcting import tell
from sciplan_tui.cli.parameters import By, On, Plan
from sciplan_tui.core.sentence.roles import role_words
from sciplan_tui.core.unit.detail import HeldTask
from sciplan_tui.errors import RefusedError, UsageError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say

Tasks = Sequence[HeldTask]


def split(
    name: Annotated[str, typer.Argument(metavar="UNIT", help="registry.name")],
    into: Annotated[list[str] | None, typer.Option("--into", metavar="UNIT", help="registry.heirs")] = None,
    to: Annotated[list[str] | None, typer.Option("--to", metavar="PATH=UNIT", help="registry.to")] = None,
    rest: Annotated[str | None, typer.Option("--rest", metavar="UNIT", help="registry.rest")] = None,
    on: On = None,
    by: By = None,
    plan: Plan = None,
) -> Exit:
    """Several units hold from a day on what UNIT holds, task by task.

    What --to and --rest do not say is asked; where no one can be asked, nothing is split.
    """
    from sciplan_tui.workspace.unit import succeeding

    database = settings.database_path()
    tasks = succeeding.split_tasks(database, plan, name)
    heirs = _said(tasks, to or ())
    if rest is not None:
        heirs = {task.task_id: rest for task in tasks} | heirs
    left = [task for task in tasks if task.task_id not in heirs]
    asked = bool(left) and output.someone_is_there()
    if asked:
        heirs |= _asked(name, left, list(dict.fromkeys([*(into or ()), *heirs.values()])))
    wanted = () if asked else into or ()
    tell(succeeding.split(database, plan, name, heirs, wanted=wanted, on=on, by=by, at=settings.now()))
    return Exit.DONE


def _said(tasks: Tasks, pairs: Sequence[str]) -> dict[int, str]:
    """The heirs that the command line names, by task."""
    numbers = {task.path: task.task_id for task in tasks}
    heirs: dict[int, str] = {}
    for pair in pairs:
        path, sign, heir = (part.strip() for part in pair.partition("="))
        if not (path and sign and heir):
            raise UsageError("not_a_pair", option="--to", value=pair)
        if path.strip(".") not in numbers:
            raise RefusedError("split_no_task", path=path, known=" ".join(numbers) or "-")
        heirs[numbers[path.strip(".")]] = heir
    return heirs


def _asked(name: str, tasks: Tasks, heirs: list[str]) -> dict[int, str]:
    """The heir of each task, answered by its number; 0 is the unit itself, an empty answer the last one again."""
    while len(heirs) < 2:
        more = output.answered(say("registry.split.heirs", name=name))
        if more is None:
            raise RefusedError("split_ended")
        heirs = list(dict.fromkeys([*heirs, *more.replace("、", " ").split()]))
    choices = [name, *heirs]
    output.tell("  ".join(f"{number} {heir}" for number, heir in enumerate(choices)))
    given: dict[int, str] = {}
    last = 1
    for task in tasks:
        asked = say("registry.split.ask", path=task.path, title=task.title, roles=role_words(task.roles), last=last)
        last = _number(asked, len(choices), last)
        given[task.task_id] = choices[last]
    return given


def _number(question: str, count: int, last: int) -> int:
    while True:
        answer = output.answered(question)
        if answer is None:
            raise RefusedError("split_ended")
        if not answer:
            return last
        if answer.isascii() and answer.isdigit() and int(answer) < count:
            return int(answer)
        output.tell(say("registry.split.which", most=count - 1))
