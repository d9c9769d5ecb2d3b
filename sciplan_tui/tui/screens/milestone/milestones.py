"""The milestones of what the matrix shows: one by state, the same by lead, and all of them by date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from sciplan_tui.core.progress.board import Board, Card, LeadCounts, board, by_lead, grouped
from sciplan_tui.core.progress.facts import COLUMNS, PlanMilestone, Progress, days_until
from sciplan_tui.core.progress.led_by import lead_name, lead_terms
from sciplan_tui.core.progress.status import LATE
from sciplan_tui.core.progress.timeline import Moment, timeline
from sciplan_tui.core.query.plans import with_plans
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import looked_at
from sciplan_tui.tui.messages import Answered
from sciplan_tui.tui.screens.below import Below
from sciplan_tui.tui.screens.milestone.gestures import FACES, MilestoneGestures, OnBoard
from sciplan_tui.tui.widgets.line_list import Head, LineList, Pieces
from sciplan_tui.tui.widgets.matrix.layout import plan_name
from sciplan_tui.tui.widgets.one_line import OneLine, TopLine
from sciplan_tui.tui.widgets.plain import Plain
from sciplan_tui.tui.widgets.state_board import StateBoard
from sciplan_tui.tui.widgets.text import card_lines, lead_lines, moment_lines
from sciplan_tui.tui.widgets.text.standing_text import ROOMY, unit_names


class MilestonesScreen(MilestoneGestures):
    """Hands back what the matrix is to show. `key`: the milestone to begin with; None: the nearest to today."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("milestones", "ends")
    SCOPES = ("milestones", "rows", "ends", "app")
    OF_LINES = frozenset(f"milestones_{name}" for name in ("mark", "open", "select", "all", "left", "right", "copy"))
    AUTO_FOCUS = ""

    def __init__(self, below: Below, spec: ViewSpec, key: str | None) -> None:
        super().__init__(below, spec, key)
        colour = not self.app.no_color
        self._cards: Mapping[int, Card] = {}
        self._leads: Mapping[OnBoard, LeadCounts] = {}
        self._moments: Mapping[OnBoard, Moment] = {}
        self._led: dict[str, Sequence[LeadCounts]] = {}
        self.states: StateBoard[OnBoard] = StateBoard(self._card, colour)
        self.lines = self.states.lines
        self._lists: dict[str, LineList[OnBoard]] = {
            "leads": LineList(self._lead, header=lead_lines.lead_header, colour=colour, id="leads"),
            "timeline": LineList(self._moment, colour=colour, id="timeline"),
        }

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield TopLine()
        for face in (self.states, *self._lists.values()):
            face.display = False
            yield face
        with VerticalScroll(id="detail", can_focus=False):
            yield Plain("", id="about")
        yield OneLine(id="note")
        yield from self.foot()

    def on_mount(self) -> None:
        """Read how far all is."""
        self.say(say("tui.reading"))
        self.read()

    def on_answered(self, message: Answered[Progress]) -> None:
        """It was read; what a gesture has said stays."""
        first = self.progress is None
        self.progress = message.value
        with self.app.batch_update():
            if first:
                self.say("")
                self.key = self.key if self.key in self.progress.keys else self.progress.nearest
                self.turn_to("states" if self.key else "timeline")
            self.show()

    # What is shown

    def turn_to(self, face: str) -> None:
        """Show one of the faces."""
        self.face = face
        self.states.display = face == "states"
        for name, lines in self._lists.items():
            lines.display = face == name
        self.lines = self.states.lines if face == "states" else self._lists[face]
        self.lines.focus()

    def show_lines(self) -> None:
        """All faces draw their words anew."""
        for face in (self.states, *self._lists.values()):
            for part in face.walk_children(with_self=True):
                part.refresh()
        self.show()

    def show(self) -> None:
        """Fill the face on screen."""
        progress = self.progress
        if progress is None:
            return
        made = board(progress, self.key) if self.key else Board("", (), (), len(progress.tasks))
        if self.face == "states":
            self._show_states(made)
        elif self.face == "leads":
            self._leads = {("lead", lead.unit_id): lead for lead in by_lead(made)}
            self._lists["leads"].show(list(self._leads))
        else:
            self._show_timeline(progress)
        self._say_head(progress, made)
        if not progress.tasks:
            self.say(say("board.empty"))
        elif not self.key:
            self.say(say("board.no_milestone"))
        self.tell()

    def _show_states(self, made: Board) -> None:
        self._cards = {card.task.task_id: card for card in made.cards}
        self.selected &= self._cards.keys()
        columns = {name: list(self._grouped(made, name)) for name in COLUMNS}
        had = self.lines.has_focus
        self.states.show(columns, made.counts())
        self.lines = self.states.lines
        if had:
            self.lines.focus()

    def _grouped(self, made: Board, name: str) -> Iterator[int | Head]:
        for group in grouped(made.column(name)):
            yield Head(f"{len(group.cards)}  {self._names(group.leads, short=True)}")
            yield from (card.task.task_id for card in group.cards)

    def _names(self, units: tuple[int | None, ...], *, short: bool) -> str:
        assert self.progress is not None
        return unit_names(self.progress, units, short=short)

    def _show_timeline(self, progress: Progress) -> None:
        moments, self._led = timeline(progress), {}
        self._moments = {("milestone", one.milestone.milestone_id): one for one in moments}
        past = [key for key, one in self._moments.items() if one.days is not None and one.days < 0]
        undated = [key for key, one in self._moments.items() if one.days is None]
        coming = [key for key in self._moments if key not in (*past, *undated)]
        lines: list[OnBoard | Head] = [
            *past,
            Head(say(f"board.{'that_day' if looked_at(self) else 'today'}", day=progress.today.isoformat())),
            *coming,
        ]
        lines += [Head(say("board.no_date")), *undated] if undated else []
        first = self._lists["timeline"].key is None
        self._lists["timeline"].show(lines)
        if first and coming:
            self._lists["timeline"].find(coming[0])

    def _say_head(self, progress: Progress, made: Board) -> None:
        """Which milestone and when, which face, how many tasks of what: the plan last, since it may be cut."""
        facts = [] if self.face == "timeline" or not made.milestones else list(self._what(made))
        if self.selected:
            facts.append(say("tui.selected", count=len(self.selected)))
        facts += [self._faces(), *looked_at(self), say("board.tasks", count=len(progress.tasks))]
        if progress.spec.query:
            facts.append(say("tui.filtered", query=progress.spec.query))
        if made.without and self.face != "timeline" and made.key:
            facts.append(say("board.without", count=made.without))
        one = len(progress.plans) == 1
        self.head(*facts, plan_name(progress.plans[0]) if one else say("tui.all_plans", count=len(progress.plans)))

    def _faces(self) -> str:
        """The face on screen in brackets; the others beside it where there is room."""
        names = {face: say(f"board.face.{face}") for face in FACES}
        shown = FACES if self.size.width >= ROOMY else (self.face,)
        return "  ".join(f"[{names[face]}]" if face == self.face else names[face] for face in shown)

    def _what(self, made: Board) -> Iterator[str]:
        """The milestone on the board and which it is of how many; when it is."""
        assert self.progress is not None
        one, keys = made.milestones[0], self.progress.keys
        place = f" {keys.index(made.key) + 1}/{len(keys)}" if made.key in keys else ""
        yield f"{one.label}{place}"
        if one.due:
            yield f"{one.due} {moment_lines.days(days_until(one.due, self.progress.today))}"

    # Lines

    def _card(self, state: str, key: OnBoard, width: int) -> Pieces:
        card = self._cards.get(key) if isinstance(key, int) else None
        return card_lines.card_pieces(card, chosen=key in self.selected, in_late=state == LATE) if card else []

    def _lead(self, key: OnBoard, width: int) -> Pieces:
        assert self.progress is not None
        return lead_lines.lead_pieces(self._leads[key], self.progress, width)

    def _moment(self, key: OnBoard, width: int) -> Pieces:
        assert self.progress is not None
        return moment_lines.moment_pieces(self._moments[key], self.progress, width)

    def detail(self, key: OnBoard, width: int) -> Content:
        """All about the line under the cursor."""
        progress = self.progress
        assert progress is not None
        if isinstance(key, int):
            return card_lines.card_detail(self._cards[key], progress, width)
        if lead := self._leads.get(key):
            return lead_lines.lead_detail(lead, progress, width)
        moment = self._moments[key]
        return moment_lines.moment_detail(moment, progress, width, self._leading(moment.milestone, progress))

    def _leading(self, milestone: PlanMilestone, progress: Progress) -> list[LeadCounts]:
        """How far the units of its plan are that lead: counted when it is looked at first."""
        if milestone.key not in self._led:
            self._led[milestone.key] = by_lead(board(progress, milestone.key)) if milestone.key in progress.keys else ()
        return [lead for lead in self._led[milestone.key] if lead.plan_id == milestone.plan_id]

    # Where the cursor is

    @property
    def card(self) -> Card | None:
        """The task under the cursor, on the board."""
        key = self.lines.key
        return self._cards.get(key) if isinstance(key, int) else None

    @property
    def moment(self) -> Moment | None:
        """The milestone under the cursor, on the timeline: what there is to be edited."""
        return self.at_cursor(self._moments) if self.face == "timeline" else None

    @property
    def lead(self) -> LeadCounts | None:
        """The lead under the cursor."""
        return self.at_cursor(self._leads) if self.face == "leads" else None

    def action_draft(self) -> None:
        """The draft of a report on the plan of what is under the cursor."""
        from sciplan_tui.tui.screens.export.draft import begin_draft

        at = self.card.milestone if self.card else self.moment.milestone if self.moment else None
        plan = at.plan_id if at else self.lead.plan_id if self.lead else None
        begin_draft(self, self.progress, plan, at.key if at else self.key)

    def side(self, by: int) -> None:
        """To the next column of the board."""
        self.states.turn(by)

    def cards_of(self, tasks: frozenset[int]) -> list[Card]:
        """The cards of these tasks."""
        return [self._cards[task] for task in tasks if task in self._cards]

    def on_state_board_turned(self) -> None:
        """Another column has the keys."""
        self.lines = self.states.lines
        self.say("")
        self.tell()

    def spec_of_lead(self, lead: LeadCounts) -> ViewSpec:
        """What a lead leads in the plans in which it was counted, among what is looked at."""
        assert self.progress is not None
        term = lead_terms(lead.unit_id, lead_name(self.progress, lead.unit_id))
        query, counted = f"{self.spec.query} {term}".strip(), self._counted(lead)
        if len(counted) == len(self.progress.plans):
            return replace(self.spec, query=query)
        alone = counted[0] if len(counted) == 1 else None
        return replace(self.spec, plan=alone, query=query if alone else with_plans(query, counted))

    def _counted(self, lead: LeadCounts) -> list[str]:
        """The plan whose unit it is; of what no unit leads, the plans that have the milestone."""
        assert self.progress is not None
        there = {one.plan_id for one in self.progress.milestones if one.key == self.key}
        wanted = there if lead.plan_id is None else {lead.plan_id}
        return [plan.key for plan in self.progress.plans if plan.plan_id in wanted]
