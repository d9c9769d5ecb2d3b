"""What a new edition changes: the last edition, this one, and what is stored now, compared three ways.

A first edition is an edition compared with nothing: everything is added, and nothing is told. `diff(a, a)` is empty.
Additions and changes of what no person has touched are certain; removals, tasks that are only alike, and conflicts with
a person's own edit stay proposed. Kept tasks keep their numbers, so marks stay where they are.

The last edition looked at once more tells what is still undecided of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sciplan_tui.core.diff.applying import applied, composed
from sciplan_tui.core.diff.choosing import Choice, certain, closed
from sciplan_tui.core.diff.difference import Difference, StoredRow, altered
from sciplan_tui.core.diff.duties import compare_duties
from sciplan_tui.core.diff.figures import compare_targets
from sciplan_tui.core.diff.gathering import Gathering, Review
from sciplan_tui.core.diff.gone import compare_gone
from sciplan_tui.core.diff.merging import turns
from sciplan_tui.core.diff.milestones import compare_milestones
from sciplan_tui.core.diff.outline import FOLLOWS, Outline, outline_of
from sciplan_tui.core.diff.placing import Placed, places
from sciplan_tui.core.diff.proposals import follow_proposals
from sciplan_tui.core.diff.reports import follow_joined
from sciplan_tui.core.diff.rows import plan_row
from sciplan_tui.core.diff.stored import Naming, StoredPlan
from sciplan_tui.core.diff.tasks import compare_tasks
from sciplan_tui.core.diff.units import UnitRegister
from sciplan_tui.core.folding import search_text
from sciplan_tui.core.journal import Change
from sciplan_tui.core.plan import ParsedPlan

__all__ = ["Difference", "Naming", "Review", "StoredPlan", "StoredRow", "diff"]

Accepts = Callable[[int, Difference], bool]


def diff(
    stored: StoredPlan,
    base: ParsedPlan | None,
    plan: ParsedPlan,
    naming: Naming,
    next_id: Callable[[str], int],
    accepts: Accepts | None = None,
    *,
    again: bool = False,
) -> Review:
    """What `plan` changes in what is `stored`, where the last edition said `base` (None: there is none).

    `next_id` gives the next free number of a table. `accepts` answers for each difference, by its place in the list,
    whether it is accepted; None: those that are certain. The list itself does not depend on it. `again`: `plan` is the
    last edition itself, and only what is undecided of it is told. The plan's own row, for a new plan, is the caller's.
    """
    gathering = Gathering(next_id, stored.undecided, stored.rejected, again, stored.edition)
    if stored.plan is not None:
        _compare_plan(stored.plan, base, plan, gathering)
    outline = outline_of(stored, base, plan, gathering)
    units = UnitRegister(stored, plan, naming, gathering)
    compare_tasks(stored, plan, outline, gathering)
    joined = tuple(compare_gone(stored, plan, outline, gathering))
    compare_duties(stored, plan, outline, units, gathering)
    follow_proposals(stored, plan, outline, units, gathering)
    compare_targets(stored, plan, base, outline, gathering)
    follow_joined(stored, joined, gathering)
    compare_milestones(stored, plan, base, outline, gathering)
    told, numbers = gathering.in_order()
    accepted = _accepted(told, accepts)
    changes = _carried_out(stored, plan, outline, units, gathering, frozenset(numbers[at] for at in accepted))
    return Review(told, accepted, changes, gathering.rejected_again())


def _compare_plan(now: StoredRow, base: ParsedPlan | None, plan: ParsedPlan, gathering: Gathering) -> None:
    new = plan_row(plan)
    for turn in turns(now, plan_row(base) if base else None, new, tuple(new)):
        old, said, kept = (None if value is None else str(value) for value in (turn.old, turn.new, turn.now))
        conflict = turn.reason == "conflict"
        told = Difference(
            *("plan_changed", None, turn.column, old, said, kept if conflict else None, turn.reason),
            about=f"plan {turn.column}",
        )
        gathering.tell(told, [altered("plan", now, {turn.column: turn.new})], now=kept or "-", standing=turn.standing)


def _accepted(told: tuple[Difference, ...], accepts: Accepts | None) -> Choice:
    if accepts is None:
        return certain(told)
    return closed(told, [at for at, one in enumerate(told) if accepts(at, one)])


def _carried_out(
    stored: StoredPlan,
    plan: ParsedPlan,
    outline: Outline,
    units: UnitRegister,
    gathering: Gathering,
    chosen: frozenset[int],
) -> tuple[Change, ...]:
    """The changes of a decision, each row's as one: what was accepted, and what is worked out anew from it."""
    decided = gathering.changes_of(chosen)
    if stored.plan is None:
        return (*decided, *units.changes(decided))
    decided = list(composed(decided))
    after = applied(stored, decided)
    found = places(stored.tasks, after.tasks, list(_placed(plan, outline, chosen)))
    return composed([*decided, *_searched(after, decided), *found, *units.changes(decided)])


def _placed(plan: ParsedPlan, outline: Outline, chosen: frozenset[int]) -> Iterator[Placed]:
    """The tasks that stand where the edition says."""
    for task in plan.tasks:
        number = outline.ids[task.path]
        place = outline.places.get(number, FOLLOWS)
        if place == FOLLOWS or place in chosen:
            yield Placed(number, outline.parent_of(task), task.path, task.parent)


def _searched(after: StoredPlan, decided: list[Change]) -> Iterator[Change]:
    """What a task is found by follows its title and text."""
    touched = {c.id for c in decided if c.table == "task" and c.new is not None and {"title", "text"} & c.new.keys()}
    for row in after.tasks:
        if row["id"] in touched:
            change = altered("task", row, {"search": search_text(row["title"], row["text"])})
            if change is not None:
                yield change
