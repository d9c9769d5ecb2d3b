"""The registry of units: who there is, what they hold, who came before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.unit.registry import CLASSES
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings, of
from sciplan_tui.tui.desk.units import Registry, UnitDesk
from sciplan_tui.tui.desk_app import looked_at
from sciplan_tui.tui.messages import Answered
from sciplan_tui.tui.screens.copying import Copying
from sciplan_tui.tui.screens.filtered import Filtered
from sciplan_tui.tui.screens.unit.gestures import UnitGestures
from sciplan_tui.tui.widgets.line_list import Head, Pieces
from sciplan_tui.tui.widgets.text import list_tables, unit_lines

if TYPE_CHECKING:
    from sciplan_tui.workspace.unit.units import AliasProposal, UnitRecord


class UnitsScreen(UnitGestures, Filtered["int | AliasProposal", tuple[str, int, str, str]], Copying):
    """Hands back what the matrix is to show: `duties` of a unit, or a collective to `unfold`; its id, plan and name.

    `at`: the unit the cursor begins on; `then`: the gesture to begin with on it; `doubt`: the problem to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("units")
    SCOPES = ("units", "rows", "app")
    OF_LINES = frozenset(one.name for one in of("units")) - {"units_filter", "units_add", "units_undo", "units_back"}
    HINT = "unit.query_hint"

    def __init__(self, desk: UnitDesk, at: int | None = None, then: str = "", doubt: int | None = None) -> None:
        super().__init__(desk)
        self._at = at
        self._then = then
        self._doubt = doubt

    def on_mount(self) -> None:
        """Read the registry."""
        self.head(say("unit.title"))
        self.say(say("tui.reading"))
        self.read()

    def on_answered(self, message: Answered[Registry]) -> None:
        """It was read; what a gesture has said stays."""
        if not self.registry.units:
            self.say("")
        self.registry = message.value
        self.show_lines()
        new = next((unit.unit_id for unit in self.registry.units if (unit.plan_key, unit.name) == self.added), None)
        if new is not None:
            self.added = None
            self.lines.find(new)
        if asked := next((one for one in self.registry.aliases if one.problem_id == self._doubt), None):
            self.lines.find(asked)
            self._doubt = None
        if self._at is not None:
            self.lines.find(self._at)
            self._at = None
            if self._then == "members":
                self.action_members()

    def left(self) -> None:
        """The gesture that one came for was left: back to where one came from."""
        if self._then:
            self.dismiss(None)

    def do(self, work: Callable[[], Gesture]) -> None:
        """Carry a gesture out; one that one came for is then done with."""
        self._then = ""
        super().do(work)

    # What is shown

    def show_lines(self) -> None:
        """Fill the title line and the list with what is known by now."""
        found = [unit for unit in self.registry.units if self._matches(unit)]
        lines: list[AliasProposal | Head] = []
        if self.registry.aliases and not self._query:
            lines = [Head(say("unit.proposals"), str(len(self.registry.aliases))), *self.registry.aliases]
        self.lines.show([*lines, *_grouped(found)])
        facts = list(unit_lines.counts(found, self.registry.units))
        facts += looked_at(self)
        plans = {unit.plan_key for unit in self.registry.units}
        of_plan = self.desk.plan or (plans.pop() if len(plans) == 1 else say("unit.all_plans"))
        self.head(say("unit.title"), of_plan, *facts)
        if not found and self._query:
            self.say(say("unit.nothing"))
        self.tell()

    def _matches(self, unit: UnitRecord) -> bool:
        """Whether all words of the filter are in its names, its function, its contact or its initials."""
        names = (unit.name, unit.short, unit.function or "", unit.contact or "", *(n.name for n in unit.printed))
        return self.filtered(" ".join((*names, self.registry.search.get(unit.unit_id, ""))).casefold())

    def header(self, width: int) -> Pieces:
        """The names of the columns."""
        return unit_lines.header(width)

    def pieces(self, key: int | AliasProposal, width: int) -> Pieces:
        """A unit, or an alias that is proposed."""
        if isinstance(key, int):
            return unit_lines.pieces(self.units[key], width)
        return unit_lines.proposal_pieces(key, width)

    def detail(self, key: int | AliasProposal, width: int) -> Content:
        """All about it."""
        if isinstance(key, int):
            return unit_lines.detail(self.units[key], self.registry.units, width)
        return unit_lines.proposal_detail(key, width)

    def action_copy(self) -> None:
        """Copy the units on the list."""
        shown = (self.units[key] for key in self.lines.keys if key in self.units)
        self.copy_table(list_tables.units(shown))

    # Going on

    def action_duties(self) -> None:
        """What it holds, in the matrix; on an alias that is proposed, nothing."""
        if unit := self.unit:
            self.dismiss(("duties", unit.unit_id, unit.plan_key, unit.name))

    def action_unit_page(self) -> None:
        """All about it: what it holds, its figures, what changed."""
        from sciplan_tui.tui.screens.unit.unit import UnitScreen

        def left(asked: tuple[str, int, str, str] | None) -> None:
            if asked is not None:
                self.dismiss(asked)

        if unit := self.unit:
            order = [key for key in self.lines.keys if isinstance(key, int)]
            self.app.push_screen(UnitScreen(unit.unit_id, order), left)

    def action_unfold(self) -> None:
        """Unfold a collective in the matrix; when it has no members, ask for them."""
        unit = self.unit
        if unit is None:
            return
        if unit.members:
            self.dismiss(("unfold", unit.unit_id, unit.plan_key, unit.name))
        elif unit.collective:
            self.action_members()
        else:
            self.say(say("tui.unfold.not_collective", name=unit.name), urgent=True)

    def on_line_list_opened(self) -> None:
        """A double click."""
        self.action_duties()


def _grouped(units: Sequence[UnitRecord]) -> Iterator[int | Head]:
    """The units of each plan by class, in protocol order, each class under a thin head with how many there are."""
    plans = list(dict.fromkeys(unit.plan_key for unit in units))
    rank = {name: place for place, name in enumerate(CLASSES)}
    in_order = sorted(units, key=lambda unit: (plans.index(unit.plan_key), rank[unit.unit_class]))
    for (plan, unit_class), group in groupby(in_order, key=lambda unit: (unit.plan_key, unit.unit_class)):
        listed = list(group)
        name = say(f"word.unit_class.{unit_class}")
        yield Head(f"{plan} {name}" if len(plans) > 1 else name, str(sum(unit.heir is None for unit in listed)))
        yield from (unit.unit_id for unit in listed)
