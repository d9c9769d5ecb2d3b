"""The list of plans: look at one of them or at all."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList

from sciplan_tui.core.matrix import Frame, PlanHead
from sciplan_tui.core.view_spec import ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings
from sciplan_tui.tui.desk_app import app_of
from sciplan_tui.tui.messages import Answered, Refused
from sciplan_tui.tui.widgets.matrix_layout import plan_name
from sciplan_tui.tui.widgets.measure import narrow
from sciplan_tui.tui.widgets.plain import Plain, plain
from sciplan_tui.tui.work import in_background


class PlansScreen(ModalScreen["ViewSpec | None"]):
    """Hands back the ViewSpec with the plan that was chosen; the query stays as it is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("page")

    def __init__(self, spec: ViewSpec) -> None:
        super().__init__()
        self._spec = spec
        self._keys: list[str | None] = []

    def compose(self) -> ComposeResult:
        """A title and the list."""
        with Vertical(classes="dialog"):
            yield Plain(say("tui.plans.title"), classes="title")
            yield OptionList(markup=False)
            yield Plain("", classes="fault")

    def on_mount(self) -> None:
        """Read which plans there are."""
        desk = app_of(self).desk
        in_background(self, lambda: Answered(desk.frame(ViewSpec())))

    def on_answered(self, message: Answered) -> None:
        """Fill the list; the plan in view is lit."""
        plans = cast(Frame, message.value).plans
        options = self.query_one(OptionList)
        self._keys = [None, *(plan.key for plan in plans)]
        options.add_options([plain(say("tui.plans.all")), *(plain(_line(plan)) for plan in plans)])
        options.highlighted = self._keys.index(self._spec.plan) if self._spec.plan in self._keys else 0

    def on_refused(self, message: Refused) -> None:
        """Say why the list cannot be read."""
        self.query_one(".fault", Plain).say(message.sentence)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Look at this one."""
        self.dismiss(replace(self._spec, plan=self._keys[event.option_index]))

    def action_scroll(self, by: int) -> None:
        """The letters move in the list as the arrows do."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def action_back(self) -> None:
        """Stay with what is shown."""
        self.dismiss(None)


def _line(plan: PlanHead) -> str:
    name = narrow(plan_name(plan))
    return name if plan.names_units else f"{name} ({say('tui.plans.no_units')})"
