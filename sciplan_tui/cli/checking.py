"""`sciplan check`: what a file says, and what is in doubt. No database is touched."""

from __future__ import annotations

from collections.abc import Iterator

from sciplan_tui.cli import output
from sciplan_tui.cli.doubt_page import doubt_lines
from sciplan_tui.cli.file_count import FileCount
from sciplan_tui.cli.files import fault_of, named_files
from sciplan_tui.cli.parameters import Encoding, Files, Json
from sciplan_tui.core.open_list import open_roles
from sciplan_tui.core.plan import COUNTED_KINDS, ParsedPlan, Role, Task
from sciplan_tui.core.sentence.problem import sentence
from sciplan_tui.errors import SciplanError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say


def check(files: Files, json: Json = False, encoding: Encoding = None) -> Exit:
    """Read each file; one that cannot be read is named, the others are read all the same."""
    from sciplan_tui.workspace.edition.reading_files import read_files

    ended, named = Exit.DONE, list(named_files(files))
    with FileCount(named, json=json) as count:
        for read in read_files(named, encoding=encoding):
            count.clear()
            if isinstance(read.plan, SciplanError):
                output.tell(fault_of(read.file, read.plan))
                ended = Exit.MEND
            else:
                _show(read.plan, json)
            count.step()
    return ended


def _show(plan: ParsedPlan, json: bool) -> None:
    if json:
        from sciplan_tui.core.interchange.plan_object import to_object

        output.json_line(to_object(plan, sentence))
    else:
        for line in _page(plan):
            output.data(line)


def _page(plan: ParsedPlan) -> Iterator[str]:
    """What a person wants to see of a plan just read."""
    yield plan.title
    yield "  ".join(_facts(plan))
    yield _counts(plan)
    yield ""
    for task in plan.tasks:
        yield from _task(task)
    yield ""
    yield from doubt_lines(plan.problems)
    if plan.problems:
        yield ""
        yield say("doubt.how")
    yield ""


def _facts(plan: ParsedPlan) -> Iterator[str]:
    period = None if plan.period_start is None else f"{plan.period_start}-{plan.period_end or ''}"
    facts = {
        "region": plan.region,
        "issuer": plan.issuer,
        "number": plan.document_number,
        "issued_on": plan.issued_on,
        "period": period,
    }
    yield plan.source.name
    for name, fact in facts.items():
        if fact is not None:
            yield f"{say(f'cli.fact.{name}')} {fact}"


def _counts(plan: ParsedPlan) -> str:
    return say(
        "cli.check.counts",
        tasks=sum(task.kind in COUNTED_KINDS for task in plan.tasks),
        nodes=len(plan.tasks),
        units=len(plan.units),
        assignments=sum(len(task.assignments) for task in plan.tasks),
        targets=len(plan.targets),
        milestones=len(plan.milestones),
        problems=len(plan.problems),
    )


def _task(task: Task) -> Iterator[str]:
    indent = "  " * task.path.count(".")
    yield f"{indent}{task.path} {task.title}"
    if holders := [*_holders(task)]:
        yield f"{indent}    {'  '.join(holders)}"
    for proposal in task.proposals:
        yield f"{indent}    " + say(
            "cli.check.proposed", role=say(f"word.role.{proposal.role}"), unit=proposal.unit, line=proposal.line
        )


def _holders(task: Task) -> Iterator[str]:
    """The units of each role; an open list ends so."""
    opened = open_roles(task.assignments, task.open_list)
    for role in Role:
        if names := _names(task, role):
            more = say("cli.check.and_others") if role in opened else ""
            yield f"{say(f'word.role.{role}')} {' '.join(names)}{more}"


def _names(task: Task, role: Role) -> list[str]:
    return [assignment.unit for assignment in task.assignments if assignment.role is role]


COMMANDS = {"check": check}
