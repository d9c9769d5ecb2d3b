"""What the screens can have done on one database: each a call of a use case, imported when it is first needed.

All but `open_view` are called from worker threads; each opens and closes its own connection.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sciplan_tui.core.kinds import MilestoneKind, Status
from sciplan_tui.core.view.spec import ViewSpec

if TYPE_CHECKING:
    from sciplan_tui.core.detail.task import TaskDetail
    from sciplan_tui.core.journal import Entry
    from sciplan_tui.core.matrix import MarkCell
    from sciplan_tui.tui.desk.boards import BoardDesk
    from sciplan_tui.tui.desk.doubts import DoubtDesk
    from sciplan_tui.tui.desk.edits import EditDesk
    from sciplan_tui.tui.desk.frames import FrameDesk
    from sciplan_tui.tui.desk.history import HistoryDesk
    from sciplan_tui.tui.desk.out import OutDesk
    from sciplan_tui.tui.desk.review import FileRead, Review
    from sciplan_tui.tui.desk.units import UnitDesk
    from sciplan_tui.tui.desk.views import ViewDesk
    from sciplan_tui.workspace.journal.news import News
    from sciplan_tui.workspace.progress.marking import MarkResult
    from sciplan_tui.workspace.view.remembering import Memory
    from sciplan_tui.workspace.view.viewing import View

Marks = Mapping[int, "MarkCell"] | None
"""How a task stands, by milestone."""


class MarkForm(NamedTuple):
    """A filled-in mark: for which tasks, at which milestone (its key), which state (None takes the mark away), when,
    with what note and what evidence."""

    tasks: tuple[int, ...]
    milestone: str
    status: Status | None
    on: str | None
    note: str | None
    evidence: str | None = None


class Desk:
    """A database and the day it is looked at. `first_plan`: the plan to look at first; None: all of them.

    `as_of`: the day on which it is asked who holds what, and how it stands; None: today.
    """

    memory: Memory | None = None
    """What is remembered of looking at it; None: as yet nothing, and it goes with the program."""
    folder: Path | None = None
    """Where files were picked last."""
    marked_at: str | None = None
    """The key of the milestone that was marked at last."""
    _frames: FrameDesk | None = None

    def __init__(
        self, database: Path, today: date, thrown_away: ExitStack | None = None, first_plan: str | None = None
    ) -> None:
        self.database = database
        self.today = today
        self._thrown_away = thrown_away
        self.first_plan = first_plan
        self.as_of: date | None = None

    @property
    def day(self) -> date:
        """The day as on which everything is shown."""
        return self.as_of or self.today

    def stop(self) -> None:
        """Nothing that is still being read is waited for."""
        if self._frames is not None:
            self._frames.stop()

    def close(self) -> None:
        """Give the database back, and throw away what was to be thrown away."""
        if self._frames is not None:
            self._frames.close()
        if self._thrown_away is not None:
            self._thrown_away.close()

    def views(self) -> ViewDesk:
        """Queries and views that are remembered, and the names that a query may say."""
        from sciplan_tui.tui.desk.views import ViewDesk
        from sciplan_tui.workspace.view.remembering import Memory

        self.memory = self.memory or Memory()
        return ViewDesk(self.database, self.today, self.as_of, self.memory)

    def demo(self) -> Desk:
        """Another desk, on the demo in a throw-away database."""
        from sciplan_tui.workspace.demo import DAY, PLAN, demo_database

        stack = ExitStack()
        return Desk(stack.enter_context(demo_database(None)), DAY, stack, first_plan=PLAN)

    def open_view(self) -> View:
        """A read connection for the calling thread. Raises StoreError."""
        from sciplan_tui.workspace.view.viewing import View

        return View.open(self.database, self.today, self.as_of, shared=True)

    @property
    def frames(self) -> FrameDesk:
        """What the matrix is read through."""
        if self._frames is None:
            from sciplan_tui.tui.desk.frames import FrameDesk

            self._frames = FrameDesk(self.open_view)
        return self._frames

    def task(self, task_id: int) -> TaskDetail:
        """All about a task."""
        view = self.open_view()
        try:
            return view.task(task_id)
        finally:
            view.close()

    def matching(self, spec: ViewSpec, with_inherited: bool) -> frozenset[int]:
        """The tasks that `mark QUERY` would touch."""
        return self.frames.matching(spec, self.as_of, with_inherited)

    def mark(self, form: MarkForm) -> MarkResult:
        """Mark the tasks, in one journal entry."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.progress.marking import mark_tasks

        return mark_tasks(
            self.database,
            form.tasks,
            milestone=form.milestone,
            status=form.status,
            on=form.on,
            note=form.note,
            evidence=form.evidence,
            at=now(),
        )

    def last_marked(self, keys: Container[str]) -> str | None:
        """The milestone that was marked at last, where it is one of these."""
        return self.marked_at if self.marked_at in keys else None

    def now_standing(self, marks: Marks) -> Marks:
        """Marks that were read, where they are those of today: a past day tells nothing of them."""
        return marks if self.as_of is None else None

    def add_milestone(self, plan: str, kind: str, date: str, label: str | None) -> str:
        """Add a milestone to a plan, in a year or on a date; its label."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.edit.milestones import add_milestone

        added = add_milestone(self.database, plan=plan, kind=MilestoneKind(kind), date=date, label=label, at=now())
        return str(added.facts["label"])

    def undo(self) -> Entry:
        """Take back the newest change still in force. Raises RefusedError."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.journal.undoing import undo

        return undo(self.database, at=now())

    def redo(self) -> Entry:
        """Do again what was undone last. Raises RefusedError."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.journal.undoing import redo

        return redo(self.database, at=now())

    def journal(self) -> HistoryDesk:
        """What was done, to be looked at and taken back."""
        from sciplan_tui.tui.desk.history import HistoryDesk

        return HistoryDesk(self.database)

    def out(self) -> OutDesk:
        """Exports and imports."""
        from sciplan_tui.tui.desk.out import OutDesk

        return OutDesk(self.database, self.today, self.as_of)

    def import_file(self, file: Path) -> FileRead:
        """Read a plan file into the database; a changed edition waits to be reviewed. Raises ReadingError."""
        from sciplan_tui.tui.desk.review import import_file

        return import_file(self.database, file)

    def news(self, after: int | None) -> News:
        """What the journal says now, and what others have written since entry `after`."""
        from sciplan_tui.workspace.journal.news import news

        return news(self.database, after)

    def units(self, plan: str | None) -> UnitDesk:
        """The registry of a plan's units, or of all plans'."""
        from sciplan_tui.tui.desk.units import UnitDesk

        return UnitDesk(self.database, self.today, self.as_of, plan)

    def doubts(self, plan: str | None) -> DoubtDesk:
        """The problems of one plan, or of all."""
        from sciplan_tui.tui.desk.doubts import DoubtDesk

        return DoubtDesk(self.database, self.today, plan)

    def edits(self) -> EditDesk:
        """Tasks, figures, milestones and plans by hand."""
        from sciplan_tui.tui.desk.edits import EditDesk

        return EditDesk(self.database, self.today)

    def boards(self) -> BoardDesk:
        """One unit in full, and how far the tasks of a view are."""
        from sciplan_tui.tui.desk.boards import BoardDesk

        return BoardDesk(self.database, self.today, self.as_of)

    def pending(self, plan: str) -> Review:
        """What stays proposed of a plan's last edition, to be reviewed."""
        from sciplan_tui.tui.desk.review import PendingReview

        return PendingReview(self.database, plan)
