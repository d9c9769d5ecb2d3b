"""Which plan a file belongs to, and whether what it says is in already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from sciplan_tui.core.plan import ParsedPlan
    from sciplan_tui.store.edition.editions import StoredEdition


def is_in(connection: sqlite3.Connection, last: StoredEdition, plan: ParsedPlan, raw: str) -> bool:
    """Whether the last edition is this text, read as it is read now. (A newer program may read more in it.)"""
    from sciplan_tui.core.edition.said import same_reading
    from sciplan_tui.store.edition.editions import has_text

    same_text = last.sha256 == plan.source.sha256 or has_text(connection, last.id, raw)
    return same_text and same_reading(last.said, plan)


def earlier_edition(
    connection: sqlite3.Connection, plan_id: int, last: StoredEdition, plan: ParsedPlan, raw: str
) -> int | None:
    """The edition before the last one that was this text: an old file come again, which must not undo a later one."""
    from sciplan_tui.store.edition.editions import newest_with_text

    number = newest_with_text(connection, plan_id, plan.source.sha256, raw)
    return number if number is not None and number < last.number else None


def belongs_to(connection: sqlite3.Connection, plan: ParsedPlan, key: str | None) -> tuple[int, str, bool]:
    """The plan's number and key, and whether it is new. Of many plans only those of its region are read."""
    from sciplan_tui.core.edition.identity import PlanIdentity, one_fitting, plan_key, same_plan
    from sciplan_tui.store.edition.editions import edited_plans, known_plans, plan_titles, plans_of
    from sciplan_tui.store.journal.writing import next_id

    keys = plan_titles(connection)
    mine = PlanIdentity(plan.region, plan.title, plan.period_start, plan.period_end)
    if key is None:
        fits = [one for one in plans_of(connection, plan.region) if same_plan(one.identity, mine)]
        fits = fits or [one for one in edited_plans(connection) if same_plan(one.identity, mine)]
    else:
        named = one_fitting(key, keys)
        fits = [one for one in known_plans(connection) if one.key == named]
    if fits:
        return fits[0].id, fits[0].key, False
    return next_id(connection, "plan"), plan_key(mine, keys), True
