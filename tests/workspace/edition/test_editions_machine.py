"""Editions in any order, decided in any way, with a person's edits between them: what a person set survives."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.plan import Kind, ParsedPlan, Role, Status
from sciplan_tui.errors import RefusedError
from sciplan_tui.store import examining
from sciplan_tui.workspace.edit import correcting, correcting_duties, ruling
from sciplan_tui.workspace.edit.milestones import drop_milestone, set_milestone
from sciplan_tui.workspace.edit.targets import drop_target, set_target
from sciplan_tui.workspace.edit.tasks import add_task, drop_task
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.edition.reviewing import decide, pending
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.progress.marking import mark_tasks
from tests.plan_pairs import UNITS, a_plan, an_edition

AT = "2023-06-30T09:00:00"
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
TABLES = ("plan", "edition", "task", "unit", "assignment", "target", "milestone", "mark", "problem")
Fact = tuple[str, int]
"""What a person has set: a column of a row of `task`, `assignment` or `mark`."""

SEEDS = st.integers(0, 2**32)


class EditionsMachine(RuleBasedStateMachine):
    """The model: for every row that a person touched, what was put there and still is to be found there."""

    @initialize(seed=SEEDS)
    def start(self, seed: int) -> None:
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY)
        self.path = Path(self.folder.name) / "sciplan.db"
        chance = Random(seed)
        first = a_plan(chance)
        self.editions = [first]
        for edits in (0.05, 0.15, 0.3):
            self.editions.append(an_edition(chance, chance.choice(self.editions), edits))
        self.set: dict[tuple[str, int], dict[str, Any]] = {}
        self.gone: set[tuple[int, str, str]] = set()
        self.last = first
        self.bring(0, None)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    # Reading

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path)) as connection:
            connection.row_factory = sqlite3.Row
            yield connection

    def rows(self, table: str) -> dict[int, dict[str, Any]]:
        with self.reading() as connection:
            return {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {table}")}

    def state(self) -> dict[str, Any]:
        return {table: self.rows(table) for table in TABLES}

    def one(self, table: str, seed: int, where: Callable[[dict[str, Any]], bool] = lambda row: True) -> int | None:
        numbers = [number for number, row in self.rows(table).items() if where(row)]
        return Random(seed).choice(numbers) if numbers else None

    # What a document brings

    @rule(which=st.integers(0, 3), decision=st.one_of(st.none(), SEEDS))
    def bring(self, which: int, decision: int | None) -> None:
        """Another edition: with what is certain of it, or with any decision."""
        plan = self.editions[which]
        shown = import_plan(self.path, plan, "raw", dry_run=True, at=AT)
        places = range(len(shown.differences))
        accept = (
            True if decision is None else frozenset(at for at in places if Random(f"{decision} {at}").random() < 0.5)
        )
        before = self.state() if shown.status != "new" else {}
        done = import_plan(self.path, plan, "raw", accept=accept, seen=shown.differences, at=AT)
        assert done.differences == shown.differences
        if done.status == "unchanged":
            assert self.state() == before
            return
        assert decision is not None or all(done.differences[at].certain for at in done.accepted)
        self.last = plan
        self.forget([one for at, one in enumerate(done.differences) if at in done.accepted and not one.certain])
        self.agree(plan)
        self.undone_and_redone(before)
        waiting = pending(self.path, "甲市").differences
        left = [one for at, one in enumerate(done.differences) if at not in done.accepted]
        assert sorted(one.identity[:2] for one in waiting) == sorted(one.identity[:2] for one in left)

    def undone_and_redone(self, before: dict[str, Any]) -> None:
        after = self.state()
        undo(self.path, at=AT)
        assert not before or self.state() == before
        redo(self.path, at=AT)
        assert self.state() == after

    def forget(self, accepted: list[Difference]) -> None:
        """A person has accepted what overrides an edit."""
        for one in accepted:
            for change in one.changes:
                for name in (
                    change.new if change.new is not None else tuple(self.set.get((change.table, change.id), ()))
                ):
                    self.set.get((change.table, change.id), {}).pop(name, None)
                if change.table == "assignment":
                    task = (change.new or change.old or {}).get("task_id")
                    self.gone = {gone for gone in self.gone if gone[0] != task and one.kind != "lead_changed"}
            if one.kind in ("role_changed", "unit_added", "lead_changed"):
                self.gone = {gone for gone in self.gone if not one.about.startswith(f"task {gone[0]} ")}

    def agree(self, plan: ParsedPlan) -> None:
        """What the document says by now just as the person put it is the document's again."""
        tasks = {row["id"]: row for row in self.rows("task").values()}
        said = {task.path: task for task in plan.tasks}
        ids = {row["said_path"]: number for number, row in tasks.items()}
        names = {row["id"]: row["name"] for row in self.rows("unit").values()}
        for (table, number), columns in self.set.items():
            if table == "task" and number in tasks and (task := said.get(tasks[number]["said_path"])) is not None:
                parent = ids.get(task.parent, 0) if task.parent else None
                for name, value in (("title", task.title), ("kind", str(task.kind)), ("parent_id", parent)):
                    if columns.get(name, ...) == value:
                        del columns[name]
            if table == "task" and columns.get("parent_id") not in (None, *tasks):
                del columns["parent_id"]
        duties = {
            (number, a.unit, str(a.role))
            for number, row in tasks.items()
            if (task := said.get(row["said_path"])) is not None
            for a in task.assignments
        }
        for number, row in self.rows("assignment").items():
            if (row["task_id"], names[row["unit_id"]], row["role"]) in duties and row["origin"] != "ruled":
                self.set.pop(("assignment", number), None)
        self.gone &= duties

    # What a person does

    def person(self, table: str, number: int, **columns: Any) -> None:
        self.set.setdefault((table, number), {}).update(columns)

    @rule(seed=SEEDS, title=st.sampled_from(("改过的标题", "更正后的另一个标题")))
    def corrects_a_title(self, seed: int, title: str) -> None:
        number = self.one("task", seed)
        if number is not None and correcting.correct_title(self.path, number, title, at=AT).entry_id is not None:
            self.person("task", number, title=title)

    @rule(seed=SEEDS, kind=st.sampled_from((Kind.PROJECT, Kind.SAFEGUARD)))
    def corrects_a_kind(self, seed: int, kind: Kind) -> None:
        if (number := self.one("task", seed)) is not None:
            correcting.correct_kind(self.path, number, kind, at=AT)
            self.person("task", number, kind=str(kind))

    @rule(seed=SEEDS, by=st.sampled_from((1, -1)))
    def corrects_a_level(self, seed: int, by: int) -> None:
        number = self.one("task", seed)
        if number is None:
            return
        before = self.rows("task")
        try:
            correcting.correct_level(self.path, number, by, at=AT)
        except RefusedError:
            return
        for other, row in self.rows("task").items():
            if row["parent_id"] != before[other]["parent_id"]:
                self.person("task", other, parent_id=row["parent_id"])

    @rule(seed=SEEDS, unit=st.sampled_from((*UNITS, "市气象局")))
    def corrects_a_unit(self, seed: int, unit: str) -> None:
        self.corrects_a_duty(seed, lambda number: correcting_duties.correct_unit(self.path, number, unit, at=AT))

    @rule(seed=SEEDS, role=st.sampled_from(Role))
    def corrects_a_role(self, seed: int, role: Role) -> None:
        self.corrects_a_duty(seed, lambda number: correcting_duties.correct_role(self.path, number, role, at=AT))

    def corrects_a_duty(self, seed: int, correct: Callable[[int], Any]) -> None:
        number = self.one("assignment", seed, lambda row: row["origin"] == "printed")
        if number is None:
            return
        before = self.rows("assignment")[number]
        try:
            if correct(number).entry_id is None:
                return
        except RefusedError:
            return
        after = self.rows("assignment")[number]
        self.person("assignment", number, unit_id=after["unit_id"], role=after["role"])
        self.takes_away(before)
        self.puts(after)

    def takes_away(self, row: dict[str, Any]) -> None:
        """A duty that the document prints and a person took away stays away."""
        name = self.rows("unit")[row["unit_id"]]["name"]
        same = [one for one in self.rows("assignment").values() if one["origin"] != "proposed"]
        if not any(
            (one["task_id"], one["unit_id"], one["role"]) == (row["task_id"], row["unit_id"], row["role"])
            for one in same
        ):
            self.gone.add((row["task_id"], name, row["role"]))

    def puts(self, row: dict[str, Any]) -> None:
        self.gone.discard((row["task_id"], self.rows("unit")[row["unit_id"]]["name"], row["role"]))

    @rule(seed=SEEDS, unit=st.sampled_from((*UNITS, "市气象局")), role=st.sampled_from(Role))
    def adds_a_unit(self, seed: int, unit: str, role: Role) -> None:
        if (task := self.one("task", seed)) is None:
            return
        before = self.rows("assignment")
        try:
            correcting_duties.add_assignment(self.path, task, unit, role, at=AT)
        except RefusedError:
            return
        after = self.rows("assignment")
        *copied, number = sorted(after.keys() - before.keys())
        self.person("assignment", number, unit_id=after[number]["unit_id"], role=after[number]["role"])
        for one in (*copied, number):
            self.puts(after[one])
        self.agree(self.last)

    @rule(seed=SEEDS)
    def drops_a_unit(self, seed: int) -> None:
        number = self.one("assignment", seed, lambda row: row["origin"] == "printed")
        if number is not None:
            row = self.rows("assignment")[number]
            correcting_duties.remove_assignment(self.path, number, at=AT)
            self.set.pop(("assignment", number), None)
            self.takes_away(row)
            self.agree(self.last)

    @rule(seed=SEEDS)
    def rules_a_lead(self, seed: int) -> None:
        number = self.one("assignment", seed, lambda row: row["origin"] == "proposed")
        if number is None:
            return
        try:
            ruling.accept_proposals(self.path, [number], by="会议纪要", at=AT)
        except RefusedError:
            return
        row = self.rows("assignment").get(number)
        if row is not None:
            self.person("assignment", number, origin="ruled", role=row["role"], unit_id=row["unit_id"])
            self.puts(row)

    @rule(seed=SEEDS, status=st.sampled_from(Status), note=st.sampled_from(("有进展", "已报送")))
    def marks(self, seed: int, status: Status, note: str) -> None:
        if (task := self.one("task", seed)) is None:
            return
        try:
            mark_tasks(self.path, [task], milestone="midterm-2023", status=status, note=note, at=AT)
        except RefusedError:
            return
        for number, row in self.rows("mark").items():
            if row["task_id"] == task:
                self.person("mark", number, task_id=task, status=row["status"], note=row["note"])

    @rule(
        seed=SEEDS, below=st.booleans(), with_units=st.booleans(), title=st.sampled_from(("手工加的任务", "另加一项"))
    )
    def adds_a_task(self, seed: int, below: bool, with_units: bool, title: str) -> None:
        if (beside := self.one("task", seed)) is None:
            return
        before = self.rows("task")
        add_task(self.path, beside, title, below=below, with_units=with_units, at=AT)
        [number] = self.rows("task").keys() - before.keys()
        self.person("task", number, title=title, kind="task")

    @rule(seed=SEEDS)
    def drops_a_task(self, seed: int) -> None:
        """One that a person has added, with what is on it; the rest is as it was."""
        number = self.one("task", seed, lambda row: row["said_path"] is None)
        if number is None:
            return
        before = self.state()
        try:
            drop_task(self.path, number, with_all=True, at=AT)
        except RefusedError:
            return
        for table, rows in before.items():
            for gone in rows.keys() - self.rows(table).keys():
                self.set.pop((table, gone), None)
        self.undone_and_redone(before)

    @rule(seed=SEEDS, indicator=st.booleans())
    def changes_a_figure(self, seed: int, indicator: bool) -> None:
        if (number := self.one("target", seed)) is None:
            return
        given = {"indicator": "改过的指标"} if indicator else {"comparator": "=", "value": "777"}
        set_target(self.path, number, given, at=AT)
        self.person("target", number, **({"indicator": "改过的指标"} if indicator else {"value": 777.0}))

    @rule(seed=SEEDS)
    def changes_a_milestone(self, seed: int) -> None:
        if (number := self.one("milestone", seed)) is None:
            return
        row = self.rows("milestone")[number]
        set_milestone(self.path, None, row["key"], label="改过的节点", date="2023-11", at=AT)
        self.person("milestone", number, label="改过的节点", start_on="2023-11-01")

    @rule(seed=SEEDS, milestone=st.booleans())
    def drops_a_figure_or_a_milestone(self, seed: int, milestone: bool) -> None:
        before, table = self.state(), "milestone" if milestone else "target"
        if (number := self.one(table, seed)) is None:
            return
        if milestone:
            key = before["milestone"][number]["key"]
            drop_milestone(self.path, None, key, with_all=True, at=AT)
        else:
            drop_target(self.path, number, at=AT)
        for gone in before["mark"].keys() - self.rows("mark").keys():
            self.set.pop(("mark", gone), None)
        self.set.pop((table, number), None)
        self.undone_and_redone(before)

    @rule(seed=SEEDS)
    def decides(self, seed: int) -> None:
        """Accept some of what waits, reject some; the rest waits on."""
        told = pending(self.path, "甲市").differences
        chance = Random(seed)
        accepted = [at for at in range(len(told)) if chance.random() < 0.3]
        rejected = [at for at in range(len(told)) if at not in accepted and chance.random() < 0.4]
        if not accepted and not rejected:
            return
        before = self.state()
        decide(self.path, "甲市", accepted=accepted, rejected=rejected, seen=told, at=AT)
        self.forget([told[at] for at in accepted])
        self.agree(self.last)
        self.undone_and_redone(before)
        waiting = {one.identity for one in pending(self.path, "甲市").differences}
        assert not waiting & {told[at].identity for at in rejected}

    # What must hold

    @invariant()
    def what_a_person_set_is_there(self) -> None:
        if not hasattr(self, "path"):
            return
        for (table, number), columns in self.set.items():
            row = self.rows(table).get(number)
            if row is None:
                assert not columns, (table, number, columns)
            else:
                assert {name: row[name] for name in columns} == columns, (table, number)
        names = {number: row["name"] for number, row in self.rows("unit").items()}
        duties = {
            (row["task_id"], names[row["unit_id"]], row["role"])
            for row in self.rows("assignment").values()
            if row["origin"] != "proposed"
        }
        assert not self.gone & duties

    @invariant()
    def the_database_is_sound(self) -> None:
        if not hasattr(self, "path"):
            return
        with closing(sqlite3.connect(self.path)) as connection:
            assert examining.loose_references(connection) == 0
            assert examining.paths_twice(connection) == 0
            assert examining.orphans(connection) == 0
            assert examining.wrong_holders(connection) == 0
            codes = connection.execute("SELECT count(DISTINCT edition_id) FROM problem").fetchone()[0]
            assert codes <= 1


EditionsMachine.TestCase.settings = settings(
    max_examples=20,
    derandomize=True,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestEditions = EditionsMachine.TestCase
