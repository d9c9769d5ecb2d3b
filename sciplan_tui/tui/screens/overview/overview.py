"""The overview of what the matrix shows: progress by action, by unit, by milestone, and figures against their aims."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from sciplan_tui.core.progress.counting import Line, Overview
from sciplan_tui.core.progress.figures import Figure
from sciplan_tui.core.progress.timeline import Moment
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of, looked_at
from sciplan_tui.tui.messages import Answered
from sciplan_tui.tui.screens.below import Below
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.screens.overview.faces import FACES, Key, Shown, lines_of, nobody, term_of
from sciplan_tui.tui.screens.reporting import Reporting
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.line_list import Head, Pieces
from sciplan_tui.tui.widgets.matrix.layout import plan_name
from sciplan_tui.tui.widgets.text import moment_lines, overview_lines, overview_text
from sciplan_tui.tui.widgets.text.overview_lines import WAYS, Bench
from sciplan_tui.tui.widgets.text.standing_text import ROOMY, signs_in_words
from sciplan_tui.tui.work import in_background


class OverviewScreen(Listing[Key, ViewSpec], Reporting):
    """Hands back what the matrix is to show. `key`: the milestone to begin with; None: the nearest to today."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("overview", "ends")
    SCOPES = ("overview", "rows", "ends", "app")
    OF_LINES = frozenset({"overview_open"})

    def __init__(self, below: Below, spec: ViewSpec, key: str | None) -> None:
        super().__init__()
        self.below = below
        self.spec = spec
        self.key = key
        self.face = FACES[0]
        self.way = WAYS[0]
        self.every_role = False
        self._found: Overview | None = None
        self._told: dict[Key, Shown] = {}
        self._at: dict[str, Key] = {}
        self._last: int | None = None

    def on_mount(self) -> None:
        """Count."""
        self.say(say("tui.reading"))
        self.read()

    def read(self) -> None:
        """Count: at first, and after each change."""
        desk, spec = app_of(self).desk, self.spec
        in_background(self, lambda: Answered(desk.boards().overview(spec)), group="overview")

    def on_answered(self, message: Answered[Overview]) -> None:
        """It was counted; what a gesture has said stays."""
        first = self._found is None
        self._found = found = message.value
        if first:
            self.key = self.key if self.key in found.keys else found.nearest
            self.say("")
        self.show_lines()

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence; where there is none, what the counts mean."""
        standing = say("overview.reported" if self.face == "figures" else "overview.follows")
        super().say(sentence or standing, urgent)

    @property
    def foremost(self) -> tuple[str, ...]:
        """The actions that matter most among figures; elsewhere, those of the line of keys."""
        figures = ("overview_face", "overview_open", "overview_report", "overview_next", "overview_back")
        return figures if self.face == "figures" else ()

    @property
    def idle(self) -> frozenset[str]:
        """The actions that would do nothing now."""
        return super().idle.union(() if self.figure else ("overview_report", "overview_drop_report"))

    # What is shown

    def show_lines(self) -> None:
        """Fill the title line and the list."""
        if (found := self._found) is None:
            return
        lines = list(lines_of(found, self.face, every_role=self.every_role))
        self._told = {key: line for key, line in lines if line is not None and not isinstance(key, Head)}
        self.lines.show([key for key, _ in lines])
        self._say_head(found)
        self.query_one(KeyLine).look()
        if not self._told:
            self.say(say(f"overview.no_{self.face}" if self.face in ("milestones", "figures") else "overview.empty"))
        self.tell()

    def _say_head(self, found: Overview) -> None:
        """Which plan (cut first), which face, at which milestone, how many tasks, which query."""
        plans = found.progress.plans
        one = plan_name(plans[0]) if len(plans) == 1 else say("tui.all_plans", count=len(plans))
        facts = [one, self._faces(), *looked_at(self)]
        if self.key and self.face != "milestones":
            facts.append(f"{self._bench(0).label(self.key)} {found.keys.index(self.key) + 1}/{len(found.keys)}")
        facts.append(say("board.tasks", count=len(found.progress.tasks)))
        if found.progress.spec.query:
            facts.append(say("tui.filtered", query=found.progress.spec.query))
        self.head(*facts)

    def _faces(self) -> str:
        names = {face: say(f"overview.face.{face}") for face in FACES}
        shown = FACES if self.size.width >= ROOMY else (self.face,)
        return "  ".join(f"[{names[face]}]" if face == self.face else names[face] for face in shown)

    # Lines

    def _bench(self, width: int) -> Bench:
        assert self._found is not None
        return Bench(self._found, self.key, self.way, width)

    def header(self, width: int) -> Pieces:
        """The names of the columns."""
        if self._found is None or self.face == "milestones":
            return []
        if self.face == "figures":
            return overview_lines.figure_header(width)
        what = "action" if self.face == "actions" else "holder" if self.every_role else "lead"
        return overview_lines.header(self._bench(width), what)

    def pieces(self, key: Key, width: int) -> Pieces:
        """What stands on a line."""
        line, bench = self._told[key], self._bench(width)
        if isinstance(line, Figure):
            return overview_lines.figure_pieces(line, bench)
        if isinstance(line, Moment):
            return moment_lines.moment_pieces(line, bench.found.progress, width)
        return overview_lines.line_pieces(line, bench, nobody(line, every_role=self.every_role))

    def detail(self, key: Key, width: int) -> Content:
        """What is known of a line."""
        line, bench = self._told[key], self._bench(width)
        if isinstance(line, Figure):
            return overview_text.figure_detail(line, bench, width)
        if isinstance(line, Moment):
            return moment_lines.moment_detail(line, bench.found.progress, width)
        return overview_text.line_detail(line, bench, nobody(line, every_role=self.every_role), width)

    @property
    def figure(self) -> Figure | None:
        """The figure under the cursor."""
        line = self.at_cursor(self._told)
        return line if isinstance(line, Figure) else None

    # Going about

    def action_face(self, by: int) -> None:
        """The next face, the cursor where it was there."""
        if self.lines.key is not None:
            self._at[self.face] = self.lines.key
        self.face = FACES[(FACES.index(self.face) + by) % len(FACES)]
        self.say("")
        self.show_lines()
        if self.face in self._at:
            self.lines.find(self._at[self.face])
        else:
            self.lines.action_edge("first")

    def action_turn(self, by: int) -> None:
        """The next milestone, or the one before."""
        keys = self._found.keys if self._found else ()
        if len(keys) < 2:
            self.say(say("board.only_one" if keys else "overview.no_milestones"))
            return
        at = keys.index(self.key) if self.key in keys else 0
        self.key = keys[max(0, min(at + by, len(keys) - 1))]
        self.show_lines()

    def action_way(self) -> None:
        """Bars; how many stand in each state; how many are settled at each milestone: in turn."""
        if self.face not in FACES[:2]:
            self.face = FACES[0]
        self.way = WAYS[(WAYS.index(self.way) + 1) % len(WAYS)]
        self.show_lines()
        in_signs = self.way == "states" and not self._bench(self.lines.size.width).names_states
        self.say(signs_in_words() if in_signs else say(f"overview.columns.{self.way}"))

    def action_roles(self) -> None:
        """Units by what they lead, or by all that they hold."""
        self.every_role = not self.every_role if self.face == "units" else self.every_role
        self.face = "units"
        self.show_lines()
        self.say(say("overview.all_roles" if self.every_role else "overview.leads_only"))

    def action_open(self) -> None:
        """The tasks of a line, in the matrix; a milestone, by action; the task of a figure."""
        line = self.at_cursor(self._told)
        if isinstance(line, Figure):
            order = [figure.task_id for figure in self._told.values() if isinstance(figure, Figure)]
            self.open_task(line.task_id, list(dict.fromkeys(order)))
        elif isinstance(line, Moment):
            self._by_milestone(line.milestone.key)
        elif line is not None:
            self.dismiss(self.spec_of(line))

    def action_pack(self) -> None:
        """The pack of a meeting about what is counted."""
        from sciplan_tui.tui.screens.export.packing import open_pack

        if (found := self._found) is not None:
            known = [(m.key, m.label, m.due) for m in found.progress.milestones if m.key in found.keys]
            if refused := open_pack(self, self.spec, known, self.key):
                self.say(refused, urgent=True)

    def _by_milestone(self, key: str) -> None:
        if self._found is None or key not in self._found.keys:
            self.say(say("board.not_kept"))
            return
        self.key = key
        self.action_face(FACES.index("actions") - FACES.index(self.face))

    def spec_of(self, line: Line) -> ViewSpec:
        """The tasks of a line, among what is looked at."""
        assert self._found is not None
        plans = self._found.progress.plans
        of_plan = next(plan.key for plan in plans if plan.plan_id == line.plan_id)
        term = term_of(line, self.face, every_role=self.every_role)
        plan = of_plan if len(plans) > 1 else self.spec.plan
        return replace(self.spec, plan=plan, query=f"{self.spec.query} {term}".strip())

    def action_draft(self) -> None:
        """The draft of a report on the plan of the line under the cursor."""
        from sciplan_tui.tui.screens.export.draft import begin_draft

        line = self.at_cursor(self._told)
        plan = line.milestone.plan_id if isinstance(line, Moment) else line.plan_id if line else None
        begin_draft(self, self._found.progress if self._found else None, plan, self.key)

    def returned(self, task_id: int | None) -> None:
        """Back from a task: what was marked there counts."""
        self._last = task_id or self._last
        self.read()

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_open()

    def action_back(self) -> None:
        """Back to the matrix, at the task that was looked at last."""
        if self._last is not None:
            self.below.matrix.find(self._last)
        self.dismiss(None)
