"""Editing and dropping a milestone where it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message

from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.form.asking_again import AskingAgain
from sciplan_tui.tui.screens.form.field_form import Written
from sciplan_tui.tui.work import in_background, write_in_background

if TYPE_CHECKING:
    from sciplan_tui.core.detail.editable import EditableMilestone


@dataclass
class MilestoneRead(Message):
    """A milestone was read, to be changed."""

    milestone: EditableMilestone


class MilestoneEditing(AskingAgain):
    """`milestone_shown` is told by the screen."""

    @property
    def milestone_shown(self) -> tuple[str, str] | None:
        """The keys of the plan and of the milestone that is looked at."""
        raise NotImplementedError

    def say(self, sentence: str, urgent: bool = False) -> None:
        """Say a sentence."""
        raise NotImplementedError

    def action_edit(self) -> None:
        """Its name, its kind, its date."""
        edits = app_of(self).desk.edits()
        if shown := self._shown():
            in_background(self, lambda: MilestoneRead(edits.milestone(*shown)), group="milestone")

    def on_milestone_read(self, message: MilestoneRead) -> None:
        """Ask."""
        from sciplan_tui.tui.screens.edit import forms
        from sciplan_tui.tui.screens.edit.correct import said

        one, edits = message.milestone, app_of(self).desk.edits()

        def change(written: Written) -> None:
            work = partial(edits.set_milestone, one.plan_key, one.key, written)
            write_in_background(self, lambda: Finished(said(work())), self.refusal)

        self.ask_by(forms.milestone_form(one), change)

    def action_drop(self) -> None:
        """Take it away with its marks."""
        from sciplan_tui.tui.screens.edit.correct import gone

        edits = app_of(self).desk.edits()
        if shown := self._shown():
            write_in_background(self, lambda: Finished(gone(edits.drop_milestone(*shown), "milestones_undo")))

    def _shown(self) -> tuple[str, str] | None:
        """That which is looked at; where there is none, that is said."""
        if self.milestone_shown is None:
            self.say(say("edit.on_milestone"), urgent=True)
        return self.milestone_shown
