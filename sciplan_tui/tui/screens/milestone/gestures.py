"""What can be done on the boards of milestones; the screen adds how they are shown."""

from __future__ import annotations

from sciplan_tui.core.matrix import MarkCell, MarkColumn, PlanHead
from sciplan_tui.core.progress.board import Card, LeadCounts
from sciplan_tui.core.progress.facts import BoardTask, Progress
from sciplan_tui.core.progress.timeline import Moment
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered
from sciplan_tui.tui.screens.below import Below
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.screens.marking import Marking
from sciplan_tui.tui.screens.milestone.editing import MilestoneEditing
from sciplan_tui.tui.widgets.text.lead_lines import names_states
from sciplan_tui.tui.widgets.text.standing_text import signs_in_words
from sciplan_tui.tui.work import in_background

FACES = ("states", "leads", "timeline")
OnBoard = int | tuple[str, int | None]
"""A line: a task, or a lead or a milestone by its number."""


class MilestoneGestures(Listing[OnBoard, ViewSpec], Marking, MilestoneEditing):
    """`below` is the matrix; `progress` what was read of its view, `key` the milestone on the board."""

    def __init__(self, below: Below, spec: ViewSpec, key: str | None) -> None:
        super().__init__()
        self.below = below
        self.spec = spec
        self.key = key
        self.face = FACES[0]
        self.progress: Progress | None = None
        self.selected: set[int] = set()
        self._last: int | None = None

    # Told by the screen

    def turn_to(self, face: str) -> None:
        """Show one of the faces."""
        raise NotImplementedError

    def show(self) -> None:
        """Fill the face on screen."""
        raise NotImplementedError

    @property
    def card(self) -> Card | None:
        """The task under the cursor, on the board."""
        raise NotImplementedError

    @property
    def lead(self) -> LeadCounts | None:
        """The lead under the cursor."""
        raise NotImplementedError

    @property
    def moment(self) -> Moment | None:
        """The milestone under the cursor."""
        raise NotImplementedError

    def cards_of(self, tasks: frozenset[int]) -> list[Card]:
        """The cards of these tasks."""
        raise NotImplementedError

    def spec_of_lead(self, lead: LeadCounts) -> ViewSpec:
        """What a lead leads."""
        raise NotImplementedError

    # Reading

    def read(self) -> None:
        """Read how far all is: at first, and after each change."""
        desk, spec = app_of(self).desk, self.spec
        in_background(self, lambda: Answered(desk.boards().progress(spec)), group="progress")

    # Going about

    def action_face(self, by: int) -> None:
        """The same by state, by lead, by date."""
        self.turn_to(FACES[(FACES.index(self.face) + by) % len(FACES)])
        in_signs = self.face == "leads" and not names_states(self.size.width)
        self.say(signs_in_words() if in_signs else "")
        self.show()

    def action_side(self, by: int) -> None:
        """To the next state, or the one before."""
        if self.face == FACES[0]:
            self.side(by)

    def side(self, by: int) -> None:
        """To the next column of the board."""
        raise NotImplementedError

    def action_turn(self, by: int) -> None:
        """To the next milestone, or the one before."""
        keys = self.progress.keys if self.progress else ()
        if self.face == "timeline":
            self.lines.action_step(by)
            return
        if len(keys) < 2:
            self.say(say("board.only_one" if keys else "board.no_milestone"))
            return
        at = keys.index(self.key) if self.key in keys else -1
        self.key = keys[max(0, min(at + by, len(keys) - 1))]
        self.say("")
        self.show()

    def action_open(self) -> None:
        """A task whole; what a lead leads, in the matrix; the board of a milestone."""
        if card := self.card:
            self.open_task(card.task.task_id, [key for key in self.lines.keys if isinstance(key, int)])
        elif lead := self.lead:
            self.dismiss(self.spec_of_lead(lead))
        elif moment := self.moment:
            self.key = moment.milestone.key
            self.turn_to(FACES[0])
            self.show()

    def returned(self, task_id: int | None) -> None:
        """Back from a task: to the one that was looked at last."""
        self._last = task_id or self._last
        if self._last is not None:
            self.lines.find(self._last)
        self.read()

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_open()

    def action_back(self) -> None:
        """Let the selection go; when there is none, go back to the matrix, at the task that was looked at last."""
        if self.selected:
            self.selected.clear()
            self.show()
            return
        if self._last is not None:
            self.below.matrix.find(self._last)
        self.dismiss(None)

    # Selecting and marking

    def action_select(self) -> None:
        """Select the task, or let it go, and step on."""
        if card := self.card:
            self.selected ^= {card.task.task_id}
            self.lines.action_step(1)
            self.show()

    def action_select_all(self) -> None:
        """Select all of the column; when all are, let them go."""
        tasks = {key for key in self.lines.keys if isinstance(key, int)}
        self.selected = self.selected - tasks if tasks <= self.selected else self.selected | tasks
        self.show()

    def action_mark(self) -> None:
        """Mark the selected tasks, else the one under the cursor, at this milestone."""
        card = self.card
        tasks = frozenset(self.selected or ({card.task.task_id} if card else ()))
        if not tasks or self.face != FACES[0]:
            self.say(say("board.on_task"), urgent=True)
            return
        one = card.task if card and tasks == {card.task.task_id} else None
        self.mark(tasks, self._milestones(tasks), one, self.key, self._marks(one) if one else None)

    def _marks(self, task: BoardTask) -> dict[int, MarkCell]:
        """How the task stands at each milestone."""
        noted = self.progress.marks if self.progress else {}
        said = {number: marks[task.task_id] for number, marks in noted.items() if task.task_id in marks}
        return {number: MarkCell(mark.status, None, mark.on, mark.note, mark.evidence) for number, mark in said.items()}

    def action_copy(self) -> None:
        """Copy the selected tasks, else those of the column, as a list of tasks."""
        column = {key for key in self.lines.keys if isinstance(key, int)} if self.face == FACES[0] else set()
        self.copy(ViewSpec(self.spec.plan), frozenset(self.selected or column), "tasks")

    def was_marked(self) -> None:
        """The tasks go to another column: the selection has served."""
        self.selected.clear()

    def _milestones(self, tasks: frozenset[int]) -> list[MarkColumn]:
        """Those that press in the plans of the tasks, and the one on the board."""
        plans = {card.task.plan_id for card in self.cards_of(tasks)}
        known = self.progress.milestones if self.progress else ()
        return [
            MarkColumn(m.milestone_id, m.plan_id, m.key, m.label, m.due)
            for m in known
            if m.plan_id in plans and (m.presses or m.key == self.key)
        ]

    def action_pack(self) -> None:
        """The pack of a meeting about what is on the board."""
        from sciplan_tui.tui.screens.export.packing import open_pack

        if self.progress is None:
            return
        known = [(m.key, m.label, m.due) for m in self.progress.milestones if m.key in self.progress.keys]
        if refused := open_pack(self, self.spec, known, self.key):
            self.say(refused, urgent=True)

    # Milestones

    @property
    def plan(self) -> PlanHead | None:
        """The one plan in view, else the one the cursor is in."""
        plans = self.progress.plans if self.progress else ()
        if len(plans) == 1:
            return plans[0]
        at = self.card.task.plan_id if self.card else self.moment.milestone.plan_id if self.moment else None
        return next((plan for plan in plans if plan.plan_id == at), None)

    @property
    def milestone_shown(self) -> tuple[str, str] | None:
        """The one under the cursor on the timeline, else that on the board, in the plan the cursor is in."""
        key = self.moment.milestone.key if self.moment else None if self.face == "timeline" else self.key
        return (self.plan.key, key) if self.plan is not None and key else None

    def action_milestone(self) -> None:
        """Add a milestone to the plan in view, or the one the cursor is in."""
        from sciplan_tui.tui.screens.milestone.adding import ask_milestone

        if refused := ask_milestone(self, self.plan):
            self.say(refused, urgent=True)
