"""Who leads and who is responsible: a task's assignments against the stored ones.

The leads are one fact: they change as a whole, or are in conflict as a whole. The other units are told one by one.
What a person has ruled is never undone by a document; a unit that is no more printed is proposed for removal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sciplan_tui.core.diff.difference import Difference, Review, StoredRow, altered, numbered, removed
from sciplan_tui.core.diff.outline import Outline
from sciplan_tui.core.diff.rows import assignment_place, proposal_place
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.diff.units import UnitRegister
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import Assignment, Origin, ParsedPlan, Role, Task

Duty = tuple[tuple[str, str], int]
"""A unit and its role, and which of several such it is."""


def compare_duties(stored: StoredPlan, plan: ParsedPlan, outline: Outline, units: UnitRegister, review: Review) -> None:
    """Merge every task's assignments, then let the proposals follow the edition."""
    rows: dict[int, list[StoredRow]] = defaultdict(list)
    for row in stored.assignments:
        rows[row["task_id"]].append(row)
    for task in plan.tasks:
        number = outline.ids[task.path]
        told = [row for row in rows[number] if row["origin"] != Origin.PROPOSED]
        _TaskDuties(task, number, told, outline, units, review).compare()
        _follow_proposals(task, number, [row for row in rows[number] if row not in told], units, review)


class _TaskDuties:
    """The assignments of one task: as stored (`now`), as printed (`new`), as the last edition said (`base`)."""

    def __init__(
        self,
        task: Task,
        number: int,
        rows: list[StoredRow],
        outline: Outline,
        units: UnitRegister,
        review: Review,
    ) -> None:
        self.task, self.number, self.units, self.review = task, number, units, review
        self.quiet = number in outline.new
        self.held = number in outline.held
        self.now: dict[Duty, StoredRow] = numbered(rows, lambda row: (units.name_of(row["unit_id"]), row["role"]))
        self.new: dict[Duty, Assignment] = numbered(task.assignments, lambda a: (a.unit, str(a.role)))
        last = outline.last.get(number)
        self.base: dict[Duty, object] = (
            dict(self.now) if last is None else numbered(last.assignments, lambda a: (a.unit, str(a.role)))
        )

    def compare(self) -> None:
        """Leads first, since a conflict about them leaves the units they name alone."""
        apart = self._leads_apart()
        for duty in [duty for duty in self.new if duty in self.now and duty[0][0] not in apart]:
            self._keep(self.now.pop(duty), self.new.pop(duty))
        lost = [duty for duty in self.now if duty[0][0] not in apart and self.now[duty]["origin"] == Origin.PRINTED]
        gained = [duty for duty in self.new if duty[0][0] not in apart]
        for duty in gained:
            before = next((old for old in lost if old[0][0] == duty[0][0]), None)
            if before is not None:
                lost.remove(before)
                self._change_role(before, duty)
            elif duty not in self.base or self.quiet:
                self._add(duty)
        replaced = any(duty[0][1] == Role.LEAD for duty in gained)
        for duty in lost:
            self._lose(duty, replaced=replaced and duty[0][1] == Role.LEAD)

    def _leads_apart(self) -> frozenset[str]:
        """The units that are left alone because a person has set the leads otherwise than the last edition did."""
        base, new, now = (_leads(side) for side in (self.base, self.new, self.now))
        if now in (base, new):
            return frozenset()
        if new != base:
            old, said, kept = (", ".join(sorted(side)) or None for side in (base, new, now))
            self.review.settle(self._difference("lead_changed", old, said, kept, "conflict"), tuple)
        return base | new | now

    def _keep(self, now: StoredRow, said: Assignment) -> None:
        """The place where it is printed follows; what was ruled and is now printed is printed."""
        place = {name: value for name, value in assignment_place(said).items() if value is not None}
        if not self.held:
            self.review.follow(altered("assignment", now, {**place, "origin": str(said.origin), "reason": None}))

    def _add(self, duty: Duty) -> None:
        said = self.new[duty]
        row = {"task_id": self.number, "role": str(said.role), "origin": str(said.origin), "reason": None}
        kind = "lead_changed" if said.role is Role.LEAD and _leads(self.now) else "unit_added"

        def change() -> tuple[Change, ...]:
            return (
                self.review.added(
                    "assignment", {**row, **assignment_place(said), "unit_id": self.units.id_of(said.unit)}
                ),
            )

        if self.quiet:
            self.review.follow(*change())
        else:
            old = ", ".join(sorted(_leads(self.now))) if kind == "lead_changed" else duty[0][1]
            self.review.settle(self._difference(kind, old, said.unit), change, held=self.held)

    def _change_role(self, before: Duty, duty: Duty) -> None:
        said, now = self.new[duty], self.now[before]
        wanted = {"role": str(said.role), **assignment_place(said)}
        told = self._difference("role_changed", f"{said.unit} {before[0][1]}", f"{said.unit} {said.role}")
        self.review.settle(told, lambda: (altered("assignment", now, wanted),), held=self.held)

    def _lose(self, duty: Duty, *, replaced: bool) -> None:
        """A lead that another has replaced goes with the change that names both; any other removal is proposed."""
        now = self.now[duty]
        if replaced and not self.held:
            self.review.follow(removed("assignment", now))
        else:
            self.review.settle(self._difference("unit_removed", " ".join(duty[0]), None, reason="removal"), tuple)

    def _difference(
        self, kind: str, old: str | None, new: str | None, now: str | None = None, reason: str | None = None
    ) -> Difference:
        return Difference(kind, self.task.path, self.task.title, old, new, now, reason)


def _leads(side: Mapping[Duty, object]) -> frozenset[str]:
    return frozenset(unit for (unit, role), _ in side if role == Role.LEAD)


def _follow_proposals(task: Task, number: int, rows: list[StoredRow], units: UnitRegister, review: Review) -> None:
    """Proposals are the program's own words about the edition: they come and go with it."""
    now = numbered(rows, lambda row: (units.name_of(row["unit_id"]), row["role"]))
    for duty, said in numbered(task.proposals, lambda p: (p.unit, str(p.role))).items():
        if duty in now:
            review.follow(altered("assignment", now.pop(duty), proposal_place(said)))
            continue
        row = {"task_id": number, "unit_id": units.id_of(said.unit), "role": str(said.role), "origin": "proposed"}
        review.follow(review.added("assignment", {**row, "printed": said.unit, "position": 1, **proposal_place(said)}))
    for row in now.values():
        review.follow(removed("assignment", row))
