"""What was reported for the figures of a plan: it follows its figure, and goes with it only where that is accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sciplan_tui.core.diff.difference import VALUES, StoredRow, removed
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.interchange.plan_object import whole
from sciplan_tui.core.journal import Change


class Reports:
    """The reported values of a stored plan, by figure."""

    def __init__(self, stored: StoredPlan) -> None:
        self._by_target: defaultdict[int, list[StoredRow]] = defaultdict(list)
        for row in stored.reports:
            self._by_target[row["target_id"]].append(row)

    def going_with(self, target: StoredRow) -> Iterator[Change]:
        """The removals of what was reported for a figure that goes."""
        return (removed("reported", row) for row in self._by_target.get(target["id"], ()))

    def told(self, targets: Iterable[StoredRow]) -> str | None:
        """The newest values of these figures, language-neutral: `215人次 2023-09-30`; None: there is none."""
        newest = (
            (max(self._by_target[target["id"]], key=lambda row: row["on_day"]), target)
            for target in targets
            if target["id"] in self._by_target
        )
        return VALUES.join(f"{whole(row['value'])}{target['unit']} {row['on_day']}" for row, target in newest) or None
