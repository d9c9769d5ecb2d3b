"""Editing and dropping a milestone where it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from sciplan_tui.locale import say
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Finished
from sciplan_tui.tui.screens.form.asking_again import AskingAgain
from sciplan_tui.tui.work import in_background, write_in_background

if TYPE_CHECKING:
    from sciplan_tui.core.detail.editable import EditableMilestone
    from sciplan_tui.core.journal import Gesture


@dataclass
class MilestoneRead(Message):
    """A milestone was read, to be changed, or (`drop`) taken away."""

    milestone: EditableMilestone
    drop: bool


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
        self._read(drop=False)

    def action_drop(self) -> None:
        """Take it away; how many marks go with it is told first."""
        self._read(drop=True)

    def _read(self, *, drop: bool) -> None:
        if (shown := self.milestone_shown) is None:
            self.say(say("edit.on_milestone"), urgent=True)
        else:
            edits = app_of(self).desk.edits()
            in_background(self, lambda: MilestoneRead(edits.milestone(*shown), drop), group="milestone")

    def on_milestone_read(self, message: MilestoneRead) -> None:
        """Ask."""
        from sciplan_tui.tui.screens.edit import forms

        one, edits = message.milestone, app_of(self).desk.edits()
        if message.drop:
            form = forms.drop_form(one.label, {"mark": one.marks})
            self.ask_by(form, lambda _: self._do(lambda: edits.drop_milestone(one.plan_key, one.key)))
        else:
            form = forms.milestone_form(one)
            self.ask_by(form, lambda said: self._do(lambda: edits.set_milestone(one.plan_key, one.key, said)))

    def _do(self, work: Callable[[], Gesture]) -> None:
        from sciplan_tui.tui.screens.edit.correct import said

        write_in_background(self, lambda: Finished(said(work())), self.refusal)
