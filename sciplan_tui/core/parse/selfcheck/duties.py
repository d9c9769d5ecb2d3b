"""Doubts about who does what: no unit, no lead, open lists, statements that hold for many, units in two roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sciplan_tui.core.parse.draft import Line, Node
from sciplan_tui.core.parse.selfcheck.at_lines import at_lines
from sciplan_tui.core.plan import LISTED, ParsedPlan, Problem, Proposal, Role, Task

_NAMED = 6
"""Units that a sentence names; of more, the first ones."""


def check_duties(plan: ParsedPlan, nodes: Sequence[Node], lines: Sequence[Line]) -> Iterator[Problem]:
    """What the unit statements leave open, seen over the whole plan."""
    holders = [task for task in plan.tasks if task.assignments]
    in_prose = [held for task in plan.tasks for held in task.proposals if held.reason == "prose_duty"]
    yield from _in_prose(in_prose)
    if not holders:
        if plan.tasks:
            yield Problem("no_unit")
            told = {held.line for held in in_prose}
            yield from _spoken_of([line for line in lines if line.number not in told])
        return
    yield from _open_lists(holders)
    yield from _inherited(plan.tasks, holders)
    yield from _leads(holders)
    yield from _two_roles(holders)
    yield from _collectives(plan)
    yield from _labels(lines)
    yield from _in_last_item(plan.tasks, holders)


def _in_prose(proposed: Sequence[Proposal]) -> Iterator[Problem]:
    """What the text says that units do is no statement: it waits for a person to accept it."""
    if proposed:
        count = str(len(proposed))
        names = [*dict.fromkeys(held.unit for held in proposed)]
        lines = [held.line for held in proposed]
        details = (("count", count), ("names", LISTED.join(names[:_NAMED])), ("proposed", count))
        yield Problem("prose_duties", lines[0], (*details, *at_lines(lines)))


def _spoken_of(lines: Sequence[Line]) -> Iterator[Problem]:
    """Nothing was read, and yet somebody leads or is responsible."""
    found = [(line.number, said.group()) for line in lines if (said := _spoken().search(line.text))]
    if found:
        number, text = found[0]
        yield Problem("duties_unread", number, (("count", str(len(found))), ("text", text)))


@cache
def _spoken() -> re.Pattern[str]:
    """Compiled for a plan that assigns nothing."""
    return re.compile("牵头|(?:责任|负责|配合)(?:单位|部门)|负责(?!人|编辑|制)")


def _open_lists(holders: Sequence[Task]) -> Iterator[Problem]:
    still_open = [task for task in holders if task.open_list]
    if still_open:
        counts = (("count", str(len(still_open))), ("all", str(len(holders))))
        lines = [task.assignments[0].line for task in still_open]
        yield Problem("lists_open", lines[0], (*counts, *at_lines(lines)))


def _inherited(tasks: Sequence[Task], holders: Sequence[Task]) -> Iterator[Problem]:
    paths = {task.path for task in holders}
    heirs = [task for task in tasks if task.parent in paths and task.path not in paths]
    if heirs:
        above = len({task.parent for task in heirs})
        yield Problem("units_inherited", None, (("count", str(above)), ("tasks", str(len(heirs)))))


def _leads(holders: Sequence[Task]) -> Iterator[Problem]:
    led = {task.path: sum(held.role is Role.LEAD for held in task.assignments) for task in holders}
    several, none = sum(count > 1 for count in led.values()), sum(count == 0 for count in led.values())
    whole = ("all", str(len(holders)))
    if several:
        yield Problem("several_leads", None, (("count", str(several)), whole))
    if none:
        proposed = sum(any(held.reason == "first_listed" for held in task.proposals) for task in holders)
        code = "no_lead" if none == len(holders) else "some_without_lead"
        yield Problem(code, None, (("count", str(none)), whole, ("proposed", str(proposed))))


def _two_roles(holders: Sequence[Task]) -> Iterator[Problem]:
    for task in holders:
        leads = {held.unit for held in task.assignments if held.role is Role.LEAD}
        for held in task.assignments:
            if held.unit in leads and held.role is not Role.LEAD:
                yield Problem("two_roles", held.line, (("unit", held.unit), ("path", task.path), ("title", task.title)))


def _collectives(plan: ParsedPlan) -> Iterator[Problem]:
    names = [unit.name for unit in plan.units if unit.collective]
    if names:
        yield Problem("collectives", None, (("count", str(len(names))), ("names", LISTED.join(names[:_NAMED]))))


def _labels(lines: Sequence[Line]) -> Iterator[Problem]:
    """牵头部门 and 牵头单位 in one plan mean the same."""
    texts = [(line.number, line.text.replace("：", ":")) for line in lines if "牵头" in line.text]
    departments = [number for number, text in texts for _ in range(text.count("牵头部门:"))]
    if departments and any("牵头单位:" in text for _, text in texts):
        yield Problem("lead_department", departments[0], (("count", str(len(departments))),))


def _in_last_item(tasks: Sequence[Task], holders: Sequence[Task]) -> Iterator[Problem]:
    """A statement printed behind the last item of a section speaks of the section."""
    last = {task.parent: task for task in tasks if task.parent}
    found = [task for task in holders if task.path in last and task.assignments[0].line == last[task.path].line]
    found = [task for task in found if task.line != last[task.path].line]
    if found:
        lines = [task.assignments[0].line for task in found]
        yield Problem("statement_in_last_item", lines[0], (("count", str(len(found))), *at_lines(lines)))
