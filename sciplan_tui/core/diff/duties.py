"""Who leads and who is responsible: a task's assignments against the stored ones, and against the last edition's.

The leads are one fact: they change as a whole, or are in conflict as a whole. Of the other units each is compared with
itself: what it was, what it is now in the document, what is stored. Where the document stands still nothing is told, so
a person's correction, addition, removal or ruling stays. Two names of one body are one unit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sciplan_tui.core.diff.difference import Difference, StoredRow
from sciplan_tui.core.diff.duty_changes import DutyChanges
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.outline import Outline
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.diff.units import UnitRegister
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import Assignment, Origin, ParsedPlan, Role, Task

_NAMES = ", "


def compare_duties(
    stored: StoredPlan, plan: ParsedPlan, outline: Outline, units: UnitRegister, gathering: Gathering
) -> None:
    """Merge every task's assignments."""
    rows: dict[int, list[StoredRow]] = defaultdict(list)
    for row in stored.assignments:
        if row["origin"] != Origin.PROPOSED:
            rows[row["task_id"]].append(row)
    for task in plan.tasks:
        number = outline.ids[task.path]
        if task.path in outline.matches:
            _TaskDuties(task, number, rows[number], outline, units, gathering).compare()
        else:
            made = DutyChanges(number, units, gathering)
            gathering.follow(*map(made.added, task.assignments), hangs=outline.hangs.get(number))


class _TaskDuties:
    """The assignments of one task by body: as stored (`now`), as printed (`new`), as the last edition said (`base`)."""

    def __init__(
        self,
        task: Task,
        number: int,
        rows: Sequence[StoredRow],
        outline: Outline,
        units: UnitRegister,
        gathering: Gathering,
    ) -> None:
        self.task, self.number, self.units, self.gathering = task, number, units, gathering
        self.hangs = outline.hangs.get(number)
        self.changes = DutyChanges(number, units, gathering)
        self.now: dict[str, list[StoredRow]] = defaultdict(list)
        self.new: dict[str, list[Assignment]] = defaultdict(list)
        for row in rows:
            self.now[units.body(units.name_of(row["unit_id"]), number)].append(row)
        for said in task.assignments:
            self.new[units.body(said.unit, number)].append(said)
        self.base = self._base(outline.last.tasks.get(number))

    def _base(self, last: Task | None) -> dict[str, list[str]]:
        """The roles of each body in the last edition; without one, those that are stored."""
        roles: dict[str, list[str]] = defaultdict(list)
        if last is None:
            roles.update({body: _roles(rows) for body, rows in self.now.items()})
            return roles
        for said in last.assignments:
            roles[self.units.body(said.unit, self.number)].append(str(said.role))
        return roles

    def compare(self) -> None:
        """The leads, then each body that they leave; what is as it is printed keeps its place in the document."""
        for body in self.new:
            self._keep(body)
        self._keep_corrected()
        apart = self._compare_leads()
        for body in dict.fromkeys([*self.new, *self.now]):
            if body not in apart:
                self._compare_body(body)

    def _compare_leads(self) -> frozenset[str]:
        """Tell a change of the leads, and answer whose duties are told with it."""
        base = frozenset(body for body, roles in self.base.items() if Role.LEAD in roles)
        new = frozenset(body for body, said in self.new.items() if any(one.role is Role.LEAD for one in said))
        now = frozenset(body for body, rows in self.now.items() if Role.LEAD in _roles(rows))
        going = [row for body in now - new for row in self.now[body] if row["role"] == Role.LEAD]
        ruled = any(row["origin"] == Origin.RULED for row in going)
        standing = new == base
        conflict = not standing and (now != base or ruled)
        lost = [body for body in now - new if not self.new[body]]
        there = _NAMES.join(sorted(now)) or "-"
        told = self._difference(
            "lead_changed",
            _NAMES.join(sorted(base)) or None,
            _NAMES.join(self._printed(new)) or None,
            there if conflict else None,
            "conflict" if conflict else "removal" if lost and not new - now else None,
            "lead",
        )
        apart = not self.gathering.again and (conflict or (new and now))
        one_fact = apart or told.identity in self.gathering.undecided
        if new == now or not one_fact:
            return frozenset()
        making = self._agree if conflict else self._agree_on_lead
        changes = (change for body in sorted(new ^ now) for change in making(body))
        self.gathering.tell(told, changes, now=there, standing=standing, hangs=self.hangs)
        return new ^ now

    def _compare_body(self, body: str) -> None:
        new, now, base = _roles_said(self.new[body]), _roles(self.now[body]), self.base[body]
        if sorted(new) == sorted(now):
            return
        lost, gained = _less(now, new), _less(new, now)
        standing = Counter(new) == Counter(base)
        conflict = not standing and Counter(now) != Counter(base)
        there = self._named(body, now) or "-"
        told = self._difference(
            "unit_added" if not lost else "unit_removed" if not gained else "role_changed",
            self._named(body, base),
            self._named(body, new),
            there if conflict else None,
            "conflict" if conflict else "removal" if len(lost) > len(gained) else None,
            f"unit {body}",
        )
        self.gathering.tell(told, self._agree(body), now=there, standing=standing, hangs=self.hangs)

    def _agree_on_lead(self, body: str) -> Iterator[Change | None]:
        """The same, but for other roles that a person has given the body or taken from it."""
        base, now = self.base[body], _roles(self.now[body])
        rows = [row for row in self.now[body] if row["role"] == Role.LEAD or row["role"] in base]
        said = [one for one in self.new[body] if one.role is Role.LEAD or one.role not in base or one.role in now]
        return self.changes.made(rows, said)

    def _agree(self, body: str) -> Iterator[Change | None]:
        """What makes the stored duties of a body those that are printed."""
        return self.changes.made(self.now[body], self.new[body])

    def _keep(self, body: str) -> None:
        """Where a duty is printed follows, and by which name its body."""
        rows = list(self.now.get(body, ()))
        for said in self.new[body]:
            row = next((row for row in rows if row["role"] == said.role), None)
            if row is not None:
                rows.remove(row)
                self.gathering.follow(self.changes.kept(row, said), hangs=self.hangs)

    def _keep_corrected(self) -> None:
        """A duty whose unit or role a person has corrected is found by how it is printed; where that is, follows."""
        missing = [
            one for body, said in self.new.items() for one in said if str(one.role) not in _roles(self.now[body])
        ]
        rows = [
            row for body, rows in self.now.items() for row in rows if row["role"] not in _roles_said(self.new[body])
        ]
        for said in missing:
            row = next((row for row in rows if row["printed"] == said.printed), None)
            if row is not None:
                rows.remove(row)
                self.gathering.follow(self.changes.corrected(row, said), hangs=self.hangs)

    def _printed(self, bodies: frozenset[str]) -> list[str]:
        return sorted(self.new[body][0].unit for body in bodies)

    def _named(self, body: str, roles: Sequence[str]) -> str | None:
        """A body and its roles in words that are put into the language later: `市妇联 responsible`."""
        if not roles:
            return None
        names = [*(one.unit for one in self.new[body]), *(self.units.name_of(row["unit_id"]) for row in self.now[body])]
        return " ".join([*names[:1], *roles]) if names else " ".join([body, *roles])

    def _difference(
        self, kind: str, old: str | None, new: str | None, now: str | None, reason: str | None, about: str
    ) -> Difference:
        about = f"task {self.number} {about}"
        return Difference(kind, self.task.path, self.task.title, old, new, now, reason, about=about)


def _roles(rows: Sequence[StoredRow]) -> list[str]:
    return [row["role"] for row in rows]


def _roles_said(said: Sequence[Assignment]) -> list[str]:
    return [str(one.role) for one in said]


def _less(roles: Sequence[str], others: Sequence[str]) -> list[str]:
    """The roles beyond those of `others`, each as often as it is."""
    return list((Counter(roles) - Counter(others)).elements())
