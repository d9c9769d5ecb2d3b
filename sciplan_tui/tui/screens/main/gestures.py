"""What a person can have done from the main screen, each in a form of its own, imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import first_key
from sciplan_tui.tui.desk.desk import MarkForm
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.form.asking_again import AskingAgain
from sciplan_tui.tui.widgets.matrix.view import MatrixView
from sciplan_tui.tui.work import write_in_background

if TYPE_CHECKING:
    from sciplan_tui.core.journal import Entry
    from sciplan_tui.tui.import_outcome import ImportOutcome


class Gestures(AskingAgain):
    """The gestures of the main screen; it adds what is shown."""

    matrix: MatrixView
    spec: ViewSpec
    rearranging = False
    """The same is about to be shown in another way."""

    @property
    def patient(self) -> bool:
        """Whether keys wait for what the key before has asked for: where they lead hangs on what is shown."""
        return self.rearranging

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence."""
        raise NotImplementedError

    def show(self, spec: ViewSpec) -> None:
        """Look at something else."""
        raise NotImplementedError

    def rearrange(self, spec: ViewSpec) -> None:
        """Show the same in another way; the next key works on what is shown then."""
        self.rearranging = True
        self.show(spec)

    def action_mark(self) -> None:
        """Mark the selected tasks, else the one under the cursor."""
        tasks = self.matrix.selected or ({self.matrix.ref.task_id} if self.matrix.ref else set())
        self.mark(frozenset(tasks))

    def mark(self, tasks: frozenset[int], title: str | None = None) -> None:
        """Open the form for these tasks."""
        from sciplan_tui.tui.screens.mark import MarkScreen, heading_refused, milestone_names

        frame = self.matrix.frame
        plans = {row.plan_id for row in frame.rows if row.task_id in tasks} or {plan.plan_id for plan in frame.plans}
        milestones = [mark for mark in frame.marks if mark.plan_id in plans]
        if not tasks:
            self.say(say("tui.mark.nothing"), urgent=True)
        elif not milestones:
            self.say(
                say("tui.mark.no_milestone") + " " + say("tui.mark.add_first", key=first_key("milestone")), urgent=True
            )
        else:
            row, desk = self.matrix.row if len(tasks) == 1 else None, app_of(self).desk
            row = row if row and row.task_id in tasks else None
            if row and (refused := heading_refused(row, row.marks)):
                self.say(refused, urgent=True)
                return
            keys = {mark.key for mark in milestones}
            if self.matrix.milestone not in {None, *keys}:
                self.say(say("tui.mark.not_here"), urgent=True)
                return
            chosen = self.matrix.milestone or desk.last_marked(keys)
            standing = desk.now_standing(row.marks if row else None)
            seen = [ref.counted for ref in frame.rows if ref.task_id in tasks]
            headings, unseen = seen.count(False), len(tasks) - len(seen)
            form = MarkScreen(tasks, milestones, row, desk.today, chosen, standing, headings, unseen)
            self.app.push_screen(form, partial(self._marked, milestone_names(milestones)))

    def _marked(self, names: Mapping[str, str], form: MarkForm | None) -> None:
        from sciplan_tui.tui.screens.mark import marked

        if form is not None:
            desk = app_of(self).desk
            write_in_background(self, lambda: marked(desk, form, names[form.milestone]))

    @property
    def plan(self) -> PlanHead | None:
        """The plan on screen, or the one the cursor is in."""
        plans, on = self.matrix.frame.plans, self.matrix.ref or self.matrix.head
        return plans[0] if len(plans) == 1 else next((p for p in plans if on and p.plan_id == on.plan_id), None)

    def action_milestone(self) -> None:
        """Add a milestone to the plan on screen, or the one the cursor is in."""
        from sciplan_tui.tui.screens.milestone.adding import ask_milestone

        if refused := ask_milestone(self, self.plan):
            self.say(refused, urgent=True)

    def action_plan(self) -> None:
        """Choose a plan."""
        from sciplan_tui.tui.screens.plans import PlansScreen

        def answered(spec: ViewSpec | None) -> None:
            if spec is not None:
                self.show(spec)

        self.app.push_screen(PlansScreen(self.spec), answered)

    def action_undo(self) -> None:
        """Take back the last change."""
        self._turn_back("undone", app_of(self).desk.undo)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._turn_back("redone", app_of(self).desk.redo)

    def _turn_back(self, done: str, turn: Callable[[], Entry]) -> None:
        def work() -> Finished:
            from sciplan_tui.core.sentence.entry import sentence

            entry = turn()
            return Finished(say(f"tui.{done}", id=entry.id, what=sentence(entry)))

        write_in_background(self, work)

    def action_history(self) -> None:
        """Show what was done."""
        from sciplan_tui.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen())

    def action_export(self) -> None:
        """Write what is on screen to a file."""
        from sciplan_tui.tui.screens.export.export import ExportScreen

        self.app.push_screen(ExportScreen(self.spec), self._told)

    def action_duty_sheets(self) -> None:
        """Write the duty sheets of all units on screen."""
        from sciplan_tui.tui.screens.export.duty_sheets import DutySheetsScreen

        count = len(self.matrix.frame.units)
        if not count:
            self.say(say("duty_paper.form.nobody"), urgent=True)
            return
        called = say("duty_paper.form.found" if self.spec.query else "duty_paper.form.units", count=count)
        self.app.push_screen(DutySheetsScreen(ViewSpec(self.spec.plan, self.spec.query), (), called), self._told)

    def action_import(self) -> None:
        """Read a plan from a file."""
        from sciplan_tui.tui.screens.edition.importing import ImportScreen

        self.app.push_screen(ImportScreen(), self._imported)

    def _imported(self, came: ImportOutcome | None) -> None:
        """Show the plan that is new, where only one plan was looked at; and what is in doubt, where that was asked."""
        if came is None:
            return
        if came.plan and self.spec.plan is not None:
            self.spec = replace(self.spec, plan=came.plan, query="")
        self._told(came.sentence)
        if came.doubts:
            self._open_doubts(came.plan)

    def action_review(self) -> None:
        """Decide what stays proposed of a plan's last edition: that of the cursor, else the only one that waits."""
        from sciplan_tui.tui.screens.edition.review import ReviewScreen

        news, plan = app_of(self).news, self.plan
        waiting = news.undecided if news else None
        if waiting is not None and (plan is None or plan.plan_id not in waiting):
            here = [one for one in self.matrix.frame.plans if one.plan_id in waiting]
            plan = here[0] if len(here) == 1 else None
            if not here:
                self.say(say("review.elsewhere" if waiting else "review.empty"), urgent=True)
                return
        if plan is None:
            self.say(say("review.which_plan"), urgent=True)
        else:
            self.app.push_screen(ReviewScreen(app_of(self).desk.pending(plan.key)), self._told)

    def action_doubts(self) -> None:
        """Step through what is in doubt in the plan on screen, or in all."""
        self._open_doubts(self.matrix.frame.one_plan)

    def _open_doubts(self, plan: str | None) -> None:
        from sciplan_tui.tui.screens.problem.problems import ProblemsScreen

        self.app.push_screen(ProblemsScreen(app_of(self).desk.doubts(plan), self), self._doubts_left)

    def _doubts_left(self, task_id: int | None) -> None:
        """Go to the task that was looked at last; what was corrected is shown in any case."""
        if task_id is not None:
            self.matrix.find(task_id)
        self.show(self.spec)

    def _told(self, sentence: str | None) -> None:
        if sentence:
            self.post_message(Finished(sentence))
