"""The leads of a task in their order, and the units that get another role as they join or leave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sciplan_tui.core.diff.difference import StoredRow
from sciplan_tui.core.plan import Assignment, Role

NAMES = ", "
"""Between the names of the leads in a difference; a sentence puts what its language has there."""
Leads = tuple[str, ...]
"""Bodies, the first one first, each once."""


def leads_said(said: Mapping[str, Sequence[Assignment]]) -> Leads:
    """The bodies that a document names as leads."""
    return in_order((one.order, body) for body, ones in said.items() for one in ones if one.role is Role.LEAD)


def leads_stored(rows: Mapping[str, Sequence[StoredRow]]) -> Leads:
    """The bodies that are stored as leads."""
    return in_order((row["position"], body) for body, ones in rows.items() for row in ones if row["role"] == Role.LEAD)


def in_order(leads: Iterable[tuple[int, str]]) -> Leads:
    """Bodies by their places."""
    return tuple(dict.fromkeys(body for _, body in sorted(leads, key=lambda lead: lead[0])))


def turned(roles: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> tuple[str, ...]:
    """What each unit was and is instead, where it was and is something: `团市委 lead responsible`."""
    return tuple(" ".join((unit, "+".join(old), "+".join(new))) for unit, old, new in roles if old and new)
