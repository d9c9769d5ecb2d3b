"""Who leads and who is responsible: every unit statement of the text and of its tables, held by the node it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sciplan_tui.core.parse.attachment import attach
from sciplan_tui.core.parse.draft import Line, Node
from sciplan_tui.core.parse.passages import Flow, Passage, find_passages
from sciplan_tui.core.plan import Assignment, Problem, Proposal, Role
from sciplan_tui.core.registry import same_short_form


@dataclass(frozen=True, slots=True)
class Holding:
    """What one node holds: its printed assignments, proposals, whether its list is open (等部门), a printed deadline."""

    assignments: tuple[Assignment, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    open_list: bool = False
    deadline: str | None = None

    def joined(self, other: Holding) -> Holding:
        """Both statements of one node; the same unit in the same role counts once."""
        places = {role: sum(held.role is role for held in self.assignments) for role in Role}
        known = {(held.unit, held.role) for held in self.assignments}
        added = []
        for held in other.assignments:
            if (held.unit, held.role) not in known:
                places[held.role] += 1
                added.append(replace(held, order=places[held.role]))
        return Holding(
            (*self.assignments, *added),
            self.proposals if self.assignments else other.proposals,
            self.open_list or other.open_list,
            self.deadline or other.deadline,
        )


@dataclass(frozen=True, slots=True)
class Statements:
    """What was found: `by_path` the holdings, `nodes` the outline with the tasks that only a table names put in."""

    by_path: Mapping[str, Holding]
    problems: tuple[Problem, ...]
    nodes: tuple[Node, ...]


def read_statements(nodes: tuple[Node, ...], lines: tuple[Line, ...]) -> Statements:
    """All holdings of a plan. `lines` are all its clean lines, those of tables included."""
    flow = Flow(lines)
    starts = [(_start(flow, node), node) for node in nodes]
    passages = _led_by_first(find_passages(flow, (at for at, _ in starts)))
    by_path: dict[str, Holding] = {}
    problems: list[Problem] = []
    for passage, path in attach(passages, starts, flow):
        problems += (Problem(code, passage.line, (("text", text),)) for code, text in passage.reading.problems)
        if path is None:
            problems.append(Problem("statement_unattached", passage.line, (("text", passage.quote[:40]),)))
            continue
        by_path[path] = by_path.get(path, Holding()).joined(_holding(passage))
    problems += _aliases(by_path.values())
    return Statements(by_path, tuple(problems), nodes)


def _start(flow: Flow, node: Node) -> int:
    return (
        flow.position(node.line)
        if node.heading is None
        else flow.position(node.heading.line.number, node.heading.start)
    )


def _holding(passage: Passage) -> Holding:
    reading = passage.reading
    return Holding(
        reading.assignments(passage.line, passage.quote),
        reading.proposals(passage.line, passage.quote),
        reading.open_list,
        reading.deadline,
    )


def _led_by_first(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Apply the first-listed rule from the statement on in which it stands (without 下同: to that one alone)."""
    in_force = False
    ruled = []
    for passage in passages:
        in_force = in_force or passage.reading.first_leads_on
        applies = in_force or passage.reading.first_leads
        ruled.append(replace(passage, reading=passage.reading.with_first_leading()) if applies else passage)
    return tuple(ruled)


def _aliases(holdings: Iterable[Holding]) -> list[Problem]:
    """Two names that may be one unit are named to the person, and left apart."""
    lines: dict[str, int | None] = {}
    for holding in holdings:
        for held in holding.assignments:
            lines.setdefault(held.unit, held.line)
    names = list(lines)
    return [
        Problem("alias_proposed", lines[other], (("one", one), ("other", other)))
        for place, other in enumerate(names)
        for one in names[:place]
        if same_short_form(one, other)
    ]
