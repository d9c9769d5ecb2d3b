"""The list of plans: look at one of them, at several, or at all."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from sciplan_tui.core.matrix import PlanHead
from sciplan_tui.core.query.plans import named_plans, with_plans
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Refused
from sciplan_tui.tui.screens.in_window import InWindow
from sciplan_tui.tui.widgets.key_line import KeyLine
from sciplan_tui.tui.widgets.matrix.layout import plan_name
from sciplan_tui.tui.widgets.measure import fit
from sciplan_tui.tui.widgets.pick_list import PickList
from sciplan_tui.tui.widgets.plain import Plain, plain
from sciplan_tui.tui.work import in_background

WIDTH, TICK = 68, 2
"""Cells of a plan's line, and of the sign before it."""


class PlanList(PickList):
    """A click at the left of a plan ticks it; elsewhere it chooses."""

    async def on_click(self, event: events.Click) -> None:
        """Tick it, or let it go."""
        option = event.style.meta.get("option")
        if event.x < TICK and option is not None:
            event.prevent_default()
            self.highlighted = option
            await self.run_action("screen.choose")


class PlansScreen(InWindow, ModalScreen["ViewSpec | None"]):
    """Hands back the ViewSpec with what was chosen: one plan as that of the view, several as a term of its query."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("plans")

    def __init__(self, spec: ViewSpec) -> None:
        super().__init__()
        self._spec = spec
        self._plans: tuple[PlanHead, ...] = ()
        self._ticked: set[str] = set()

    def compose(self) -> ComposeResult:
        """A title, the list, the keys."""
        with Vertical(classes="dialog"):
            yield Plain(say("tui.plans.title"), classes="title")
            yield PlanList()
            yield Plain("", classes="fault")
            yield Plain(say("arrange.plans.hint"), classes="keys")
            yield KeyLine("plans")

    def on_mount(self) -> None:
        """Read which plans there are."""
        desk = app_of(self).desk
        in_background(self, lambda: Answered(desk.frames.plans(desk.as_of)))

    def on_answered(self, message: Answered[tuple[PlanHead, ...]]) -> None:
        """Fill the list; the plan in view is lit, those that the query names are ticked."""
        self._plans = message.value
        keys = [plan.key for plan in self._plans]
        self._ticked = {key for name in named_plans(self._spec.query) for key in keys if name in key}
        options = self.query_one(OptionList)
        options.add_options([plain(f"  {say('tui.plans.all')}"), *map(self._line, self._plans)])
        options.highlighted = keys.index(self._spec.plan) + 1 if self._spec.plan in keys else 0

    def _line(self, plan: PlanHead) -> Content:
        """Whether it is ticked, its name, and, never cut, that it names no units."""
        note = "" if plan.names_units else say("word.aside", said=say("tui.plans.no_units"))
        name = fit(plan_name(plan), WIDTH - cell_len(note)).rstrip()
        return plain(f"{'*' if plan.key in self._ticked else ' '} {name}{note}")

    def on_refused(self, message: Refused) -> None:
        """Say why the list cannot be read."""
        self.query_one(".fault", Plain).say(message.sentence)

    def action_choose(self) -> None:
        """Tick the plan under the cursor, or let it go, and step down."""
        options = self.query_one(OptionList)
        if options.highlighted:
            plan = self._plans[options.highlighted - 1]
            self._ticked ^= {plan.key}
            options.replace_option_prompt_at_index(options.highlighted, self._line(plan))
            if options.highlighted < len(self._plans):
                options.action_cursor_down()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Look at what is ticked, else at this one; the first line is all, whatever is ticked."""
        ticked = [plan.key for plan in self._plans if plan.key in self._ticked]
        if event.option_index == 0:
            ticked = []
        elif len(ticked) < 2:
            ticked = ticked or [self._plans[event.option_index - 1].key]
        alone = ticked[0] if len(ticked) == 1 else None
        query = with_plans(self._spec.query, () if alone else ticked)
        self.dismiss(replace(self._spec, plan=alone, query=query))

    def action_pick(self, by: int) -> None:
        """The letters move in the list as the arrows do."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def action_back(self) -> None:
        """Stay with what is shown."""
        self.dismiss(None)
