"""What went out to others, and how far the journal was then: from there on it is told what moved since."""

from __future__ import annotations

from dataclasses import dataclass

ISSUED = ("duty_sheet", "pack")
"""The kinds of papers that are noted: a unit's 责任清单, and the pack of a meeting."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper of a plan, and for a duty sheet of a unit, as it went out.

    `on_day`: the day printed on it (ISO); `entry_id`: the newest entry of the journal then, 0 before the first; `at`:
    when it was made, ISO text.
    """

    kind: str
    plan_id: int
    unit_id: int | None
    on_day: str
    entry_id: int
    at: str
