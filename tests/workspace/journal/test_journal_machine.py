"""Import, mark, add a milestone, change units, rule, undo, redo in any order against a model that keeps every state."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sciplan_tui.core.plan import Kind, MilestoneKind, Role, Status
from sciplan_tui.errors import RefusedError
from sciplan_tui.store.journal.holder import holders_to_mend
from sciplan_tui.workspace.edit import correcting, correcting_duties, ruling
from sciplan_tui.workspace.edit.milestones import add_milestone
from sciplan_tui.workspace.edit.targets import drop_target
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import history, redo, undo
from sciplan_tui.workspace.problem import settling
from sciplan_tui.workspace.progress.marking import mark_tasks
from sciplan_tui.workspace.progress.reporting import drop_report, report_value
from sciplan_tui.workspace.unit import registering, succeeding
from tests.store_cases import of, small, task, with_tasks

TABLES = (
    "plan",
    "edition",
    "task",
    "unit",
    "assignment",
    "target",
    "milestone",
    "reported",
    "mark",
    "problem",
    "succession",
    "membership",
)
REGIONS = ("甲市", "乙市")
UNITS = ("市教育局", "团市委", "市科协", "市农业农村局")
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where a commit costs nothing: durability is not the point here."""
State = dict[str, tuple[Any, ...]]


def stored(path: Path) -> State:
    with closing(sqlite3.connect(path)) as connection:
        return {table: tuple(connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()) for table in TABLES}


def is_outline(rows: list[tuple[int, int | None]]) -> bool:
    """Whether every task stands behind its parent with nothing between that hangs elsewhere."""
    open_ones: list[int | None] = [None]
    for task_id, parent in rows:
        if parent not in open_ones:
            return False
        open_ones = [*open_ones[: open_ones.index(parent) + 1], task_id]
    return True


@dataclass
class Step:
    """A gesture: its entry, and the whole state before and after."""

    entry: int
    before: State
    after: State


class JournalMachine(RuleBasedStateMachine):
    """The model: a stack of gestures in force and a stack of those undone, each with the states around it."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY)
        self.path = Path(self.folder.name) / "sciplan.db"
        import_plan(self.path, small("甲市"), "raw", at="0")
        self.now = stored(self.path)
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.entries = 1

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def did(self, entry: int | None) -> None:
        """A gesture that wrote an entry, or nothing at all."""
        after = stored(self.path)
        if entry is None:
            assert after == self.now
            return
        self.entries += 1
        assert entry == self.entries
        self.done.append(Step(entry, self.now, after))
        self.undone.clear()
        self.now = after

    @rule(
        region=st.sampled_from(REGIONS),
        cut=st.sampled_from(("", "2.1.1", "2.2.1", "2.1.2")),
        more=st.booleans(),
        when=st.integers(0, 9),
    )
    def bring(self, region: str, cut: str, more: bool, when: int) -> None:
        base = small(region)
        tasks = [one for one in base.tasks if one.path != cut]
        if more:
            lead = replace(of(base, "2.1").assignments[0], unit="市科技局", printed="市科技局")
            tasks += [task("2.2.9", "新添的一项重点工作", lead)]
        plan = base if not cut and not more else with_tasks(base, tasks, f"{region}{cut}{more}")
        self.did(import_plan(self.path, plan, "raw", accept=True, at=str(when)).entry_id)

    @rule(
        which=st.sets(st.integers(0, 12), min_size=1),
        status=st.sampled_from([*Status, None]),
        year=st.sampled_from(("2023", "2025", "midterm-2023")),
        note=st.sampled_from((None, "", "有进展")),
        when=st.integers(0, 9),
    )
    def mark(self, which: set[int], status: Status | None, year: str, note: str | None, when: int) -> None:
        there = [row[0] for row in self.now["task"]]
        chosen = [there[number] for number in which if number < len(there)]
        try:
            self.did(mark_tasks(self.path, chosen, milestone=year, status=status, note=note, at=str(when)).entry_id)
        except RefusedError as error:
            if error.code not in ("no_task_to_mark", "only_headings", "no_milestone"):
                raise
            self.did(None)

    @rule(which=st.integers(0, 3), value=st.sampled_from(("180", "200", None)), day=st.integers(1, 3))
    def report(self, which: int, value: str | None, day: int) -> None:
        there = [row[0] for row in self.now["target"]]
        number, on = there[which % len(there)] if there else 1, f"2023-06-0{day}"
        try:
            if value is None:
                done = drop_report(self.path, number, on=on, at="1")
            else:
                done = report_value(self.path, number, value, on=on, at="1")
        except RefusedError:
            self.did(None)
        else:
            self.did(done.entry_id)

    @rule(which=st.integers(0, 3), with_all=st.booleans())
    def drop_figure(self, which: int, with_all: bool) -> None:
        there = [row[0] for row in self.now["target"]]
        try:
            done = drop_target(self.path, there[which % len(there)] if there else 1, with_all=with_all, at="1")
        except RefusedError:
            self.did(None)
        else:
            self.did(done.entry_id)

    @rule(region=st.sampled_from(REGIONS), when=st.integers(0, 9))
    def milestone(self, region: str, when: int) -> None:
        try:
            added = add_milestone(
                self.path, plan=region, kind=MilestoneKind.FINAL_EVALUATION, date="2025", at=str(when)
            )
        except RefusedError as error:
            if error.code not in ("no_plan", "milestone_there"):
                raise
            self.did(None)
        else:
            self.did(added.entry_id)

    @rule(
        region=st.sampled_from(REGIONS),
        what=st.sampled_from(("rename", "merge", "alias", "split", "members", "rule")),
        one=st.sampled_from(UNITS),
        other=st.sampled_from((*UNITS, "市新局")),
        path=st.sampled_from(("2.1.1", "2.2", "2.2.1")),
        when=st.integers(0, 9),
    )
    def change_units(self, region: str, what: str, one: str, other: str, path: str, when: int) -> None:
        at, on = str(when), "2023-01-01"
        try:
            if what == "rename":
                done = succeeding.rename(self.path, region, one, other, on=on, at=at)
            elif what == "merge":
                done = succeeding.merge(self.path, region, [one], other, on=on, at=at)
            elif what == "alias":
                done = succeeding.alias(self.path, region, one, other, at=at)
            elif what == "split":
                tasks = succeeding.split_tasks(self.path, region, one)
                done = succeeding.split(self.path, region, one, {task.task_id: other for task in tasks}, on=on, at=at)
            elif what == "members":
                done = registering.set_members(self.path, region, one, add=[other], since=on, at=at)
            else:
                done = ruling.rule(self.path, region, path, one, Role.LEAD, by="纪要", on=on, at=at)
        except RefusedError:
            self.did(None)
        else:
            self.did(done.entry_id)

    @rule(
        what=st.sampled_from(("title", "kind", "in", "out", "unit", "role", "add", "drop", "settle", "unsettle")),
        which=st.integers(0, 12),
        name=st.sampled_from((*UNITS, "市新局")),
        role=st.sampled_from(tuple(Role)),
        when=st.integers(0, 9),
    )
    def put_right(self, what: str, which: int, name: str, role: Role, when: int) -> None:
        at = str(when)
        table = {
            "unit": "assignment",
            "role": "assignment",
            "drop": "assignment",
            "settle": "problem",
            "unsettle": "problem",
        }
        there = [row[0] for row in self.now[table.get(what, "task")]]
        one = there[which % len(there)] if there else 1
        gestures = {
            "title": lambda: correcting.correct_title(self.path, one, f"改{which}", at=at),
            "kind": lambda: correcting.correct_kind(self.path, one, Kind.SAFEGUARD, at=at),
            "in": lambda: correcting.correct_level(self.path, one, 1, at=at),
            "out": lambda: correcting.correct_level(self.path, one, -1, at=at),
            "unit": lambda: correcting_duties.correct_unit(self.path, one, name, at=at),
            "role": lambda: correcting_duties.correct_role(self.path, one, role, at=at),
            "add": lambda: correcting_duties.add_assignment(self.path, one, name, role, at=at),
            "drop": lambda: correcting_duties.remove_assignment(self.path, one, at=at),
            "settle": lambda: settling.settle(self.path, [one], name, at=at),
            "unsettle": lambda: settling.unsettle(self.path, [one], at=at),
        }
        try:
            done = gestures[what]()
        except RefusedError:
            self.did(None)
        else:
            self.did(done.entry_id)

    @rule(when=st.integers(0, 9))
    def take_back(self, when: int) -> None:
        if not self.done:
            return
        step = self.done.pop()
        assert undo(self.path, at=str(when)).id == step.entry
        self.entries += 1
        self.undone.append(step)
        self.now = stored(self.path)
        assert self.now == step.before

    @rule(when=st.integers(0, 9))
    def bring_back(self, when: int) -> None:
        if not self.undone:
            try:
                redo(self.path, at=str(when))
            except RefusedError as error:
                if error.code != "nothing_to_redo":
                    raise
                return
            raise AssertionError("there was nothing to redo")
        step = self.undone.pop()
        assert redo(self.path, at=str(when)).id == step.entry
        self.entries += 1
        self.done.append(step)
        self.now = stored(self.path)
        assert self.now == step.after

    @rule(which=st.integers(1, 30), when=st.integers(0, 9))
    def take_back_by_number(self, which: int, when: int) -> None:
        """An older entry goes only if nothing came of it since; refused, nothing changes. The number of a redo means
        what it did again."""
        top = self.done[-1].entry if self.done else 1
        if which == top or (which == 1 and not self.done):
            return
        try:
            undone = undo(self.path, which, at=str(when)).id
        except RefusedError:
            assert stored(self.path) == self.now
            return
        assert undone == 1 or any(step.entry == undone for step in self.done)
        self.entries += 1
        redo(self.path, at=str(when))
        self.entries += 1
        assert stored(self.path) == self.now
        self.undone.clear()

    @invariant()
    def the_journal_says_what_is_in_force(self) -> None:
        if not hasattr(self, "path"):
            return
        entries = history(self.path, changes=False)
        assert [entry.id for entry in entries] == list(range(1, self.entries + 1))
        in_force = [entry.id for entry in entries if entry.in_force and entry.kind not in ("undo", "redo")]
        assert in_force == [1, *(step.entry for step in self.done)]

    @invariant()
    def the_database_is_sound(self) -> None:
        if not hasattr(self, "path"):
            return
        with closing(sqlite3.connect(self.path)) as connection:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            twice = "SELECT plan_id, path FROM task GROUP BY plan_id, path HAVING count(*) > 1"
            assert connection.execute(twice).fetchall() == []
            for plan in connection.execute("SELECT id FROM plan").fetchall():
                outline = "SELECT id, parent_id FROM task WHERE plan_id = ? ORDER BY position"
                assert is_outline(connection.execute(outline, plan).fetchall())
                assert holders_to_mend(connection, *plan) == {}


JournalMachine.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestJournal = JournalMachine.TestCase
