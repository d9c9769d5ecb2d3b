"""`sciplan demo`: the plans that ship with the product, in a throw-away database."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from sciplan_tui.cli import output
from sciplan_tui.cli.matrix_page import matrix_page
from sciplan_tui.cli.parameters import AsOf, as_of_day
from sciplan_tui.core.matrix import Frame
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say
from sciplan_tui.screens import Screens


def demo(
    context: typer.Context,
    db: Annotated[str | None, typer.Option("--db", metavar="FILE", help="cli.demo_db")] = None,
    printed: Annotated[bool, typer.Option("--print", help="cli.print")] = False,
    as_of: AsOf = None,
) -> Exit:
    """Open the screens on the demo, or print its matrix and a summary where there is no terminal."""
    from sciplan_tui.workspace.demo import DAY, PLAN, demo_database

    screens: Screens | None = None if printed or not output.can_hold_screens() else context.obj
    with demo_database(None if db is None else Path(db), screens.load if screens else None) as database:
        if screens is not None:
            return screens.open(database, DAY, PLAN)
        for line in page(database, DAY, as_of_day(as_of)):
            output.data(line)
    return Exit.DONE


def page(database: Path, today: datetime.date, as_of: datetime.date | None = None) -> Iterator[str]:
    """Every plan's matrix, as it is held on `as_of`, then a summary of all."""
    from sciplan_tui.workspace.view.viewing import View

    with View.open(database, today, as_of) as view:
        frames = [view.frame(ViewSpec(plan=plan.key)) for plan in view.frame(ViewSpec()).plans]
        for frame in frames:
            yield _summary(frame)
            yield ""
            yield from matrix_page(frame, view.window(frame, 0, len(frame.rows)))
            yield ""
    yield say("cli.demo.legend")
    yield ""
    yield from map(_summary, frames)
    yield say(
        "cli.demo.sum",
        plans=len(frames),
        tasks=sum(frame.counts.all_tasks for frame in frames),
        units=sum(frame.counts.all_units for frame in frames),
    )


def _summary(frame: Frame) -> str:
    [plan] = frame.plans
    return say("cli.demo.plan", title=plan.title, tasks=frame.counts.all_tasks, units=frame.counts.all_units)


COMMANDS = {"demo": demo}
