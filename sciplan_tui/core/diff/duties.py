"""Who leads and who is responsible: a task's assignments against the stored ones, and against the last edition's.

The leads are one fact, in their order: the first one has the say. They change, or are in conflict, as a whole. Of the
other units each is compared with itself: what it was, what it is now in the document, what is stored. Where the
document stands still nothing is told, so a person's correction, addition, removal or ruling stays. Two names of one
body are one unit, told by the same name on both sides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sciplan_tui.core.diff.difference import Difference, StoredRow
from sciplan_tui.core.diff.duty_changes import DutyChanges
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.leads import NAMES, Leads, in_order, leads_said, leads_stored, turned
from sciplan_tui.core.diff.outline import Outline
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.diff.units import UnitRegister
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import Assignment, Origin, ParsedPlan, Role, Task


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
        self.new_leads, self.now_leads = leads_said(self.new), leads_stored(self.now)
        self.kept_leads: list[tuple[StoredRow, Assignment]] = []
        self.base, self.base_leads = self._base(outline.last.tasks.get(number))

    def _base(self, last: Task | None) -> tuple[dict[str, list[str]], Leads]:
        """The roles of each body in the last edition, and the leads; without one, those that are stored."""
        roles: dict[str, list[str]] = defaultdict(list)
        if last is None:
            roles.update({body: _roles(rows) for body, rows in self.now.items()})
            return roles, self.now_leads
        leads: list[tuple[int, str]] = []
        for said in last.assignments:
            body = self.units.body(said.unit, self.number)
            roles[body].append(str(said.role))
            leads += [(said.order, body)] if said.role is Role.LEAD else []
        return roles, in_order(leads)

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
        """Tell a change of the leads or of their order, and answer whose duties are told with it."""
        base, new, now = self.base_leads, self.new_leads, self.now_leads
        if new == now:
            self.gathering.follow(*self._placed(), hangs=self.hangs)
            return frozenset()
        changed = frozenset(new) ^ frozenset(now)
        standing = new == base
        conflict = not standing and (now != base or self._ruled(frozenset(now) - frozenset(new)))
        told = self._leads_told(conflict)
        apart = not self.gathering.again and (conflict or (new and now))
        if not (apart or told.identity in self.gathering.undecided):
            return frozenset()
        making = self._agree if conflict or self._waits_in_conflict(told) else self._agree_on_lead
        changes = [*(change for body in sorted(changed) for change in making(body)), *self._placed()]
        self.gathering.tell(told, changes, now=self._names(now) or "-", standing=standing, hangs=self.hangs)
        return changed

    def _leads_told(self, conflict: bool) -> Difference:
        base, new, now = self.base_leads, self.new_leads, self.now_leads
        lost = any(not self.new[body] for body in frozenset(now) - frozenset(new))
        told = self._difference(
            "lead_changed",
            self._names(base),
            self._names(new),
            (self._names(now) or "-") if conflict else None,
            "conflict" if conflict else "removal" if lost and not frozenset(new) - frozenset(now) else None,
            "lead",
        )
        others = [body for body in dict.fromkeys([*base, *new]) if (body in base) != (body in new)]
        roles = ((self._name(body), self.base[body], _roles_said(self.new[body])) for body in others)
        return replace(told, turned=turned(roles))

    def _waits_in_conflict(self, told: Difference) -> bool:
        """Whether it was a conflict with what a person has put, and that stands: the document's whole say is taken."""
        waiting = self.gathering.undecided.get(told.identity)
        return waiting is not None and waiting.reason == "conflict" and self._names(self.now_leads) != waiting.old

    def _ruled(self, going: frozenset[str]) -> bool:
        """Whether a person has ruled that one of these leads."""
        rows = (row for body in going for row in self.now[body])
        return any(row["role"] == Role.LEAD and row["origin"] == Origin.RULED for row in rows)

    def _placed(self) -> Iterator[Change | None]:
        """The leads that stay, each in the place where it is printed."""
        return (self.changes.placed(row, said) for row, said in self.kept_leads)

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
                if said.role is Role.LEAD:
                    self.kept_leads.append((row, said))

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

    def _names(self, leads: Leads) -> str | None:
        return NAMES.join(map(self._name, leads)) or None

    def _name(self, body: str) -> str:
        """The name by which a body is told: as the edition has it, else as it is stored."""
        names = [*(one.unit for one in self.new[body]), *(self.units.name_of(row["unit_id"]) for row in self.now[body])]
        return names[0] if names else body

    def _named(self, body: str, roles: Sequence[str]) -> str | None:
        """A body and its roles in words that are put into the language later: `市妇联 responsible`."""
        return " ".join([self._name(body), *roles]) if roles else None

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
