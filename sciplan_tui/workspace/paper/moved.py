"""What moved since an entry of the journal (the last pack, the last duty sheet): marks, units, figures, reported
values, milestones and titles, as the sheet "moved"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sciplan_tui.core.issued.moved import Concern
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.workspace.view.viewing import View

if TYPE_CHECKING:
    from sciplan_tui.core.issued.moved import Moves as AllMoves


@dataclass(frozen=True, slots=True)
class Moves:
    """All that moved since an entry, read once: the sheets of many units are made of it."""

    found: AllMoves

    def sheet(self, view: View, plan_ids: Collection[int], unit_id: int | None = None) -> Sheet:
        """What moved in these plans, in the order of the plans; of a unit, at what it holds, and of the milestones."""
        return self.of(view, plan_ids, None if unit_id is None else _concern(view, unit_id))

    def of(self, view: View, plan_ids: Collection[int], concern: Concern | None) -> Sheet:
        """The same at what is of concern; of a past day what was known on it."""
        plans = {plan.plan_id: plan.key for plan in view.plans() if plan.plan_id in plan_ids}
        return self.found.sheet(plans, concern, view.as_of.isoformat() if view.past else None)


def moved(view: View, since: int, plan_ids: Collection[int], unit_id: int | None = None) -> Sheet:
    """The net of all that was done after the entry `since` (0: of everything). StoreError: the database."""
    return moves(view, since).sheet(view, plan_ids, unit_id)


def moves(view: View, since: int) -> Moves:
    """The same of all plans and units, for many sheets. StoreError: the database."""
    from sciplan_tui.core.issued.moved import moved as compared
    from sciplan_tui.store.database.faults import told
    from sciplan_tui.store.paper.moved import read_net, read_states

    with told(view.database):
        net, days = read_net(view.connection, since)
        return Moves(compared(*read_states(view.connection, net), days))


def _concern(view: View, unit_id: int) -> Concern:
    from sciplan_tui.store.database.faults import told
    from sciplan_tui.store.paper.moved import read_held

    with told(view.database):
        standing = view.known.standing
        units = {unit_id, *standing.collectives_of.get(unit_id, ())}
        printed = standing.printed_for(units)
        return Concern(read_held(view.current, units, printed), units | printed)
