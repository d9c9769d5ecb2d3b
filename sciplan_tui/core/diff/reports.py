"""What was reported for the figures of a plan: it follows its figure, and goes with it only where that is accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sciplan_tui.core.diff.difference import VALUES, StoredRow, removed
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.journal import Change
from sciplan_tui.core.whole_number import whole


class Joined(NamedTuple):
    """A task that is joined to another (`into`), and the number of the difference that says so."""

    told: int
    task: int
    into: int


Called = tuple[int | None, str, str]


def called(figure: StoredRow, task: int | None) -> Called:
    """What a figure is called in a task."""
    return task, figure["indicator"], figure["unit"]


def follow_joined(stored: StoredPlan, joined: Iterable[Joined], gathering: Gathering) -> None:
    """What was reported for a figure of a task that is joined to another is kept at the figure there that is called
    alike, where that one is there, or comes with what is accepted. What was reported there on the same day stays.
    """
    into = {one.task: one for one in joined}
    days = {(row["target_id"], row["on_day"]) for row in stored.reports} if into else set()
    targets = {row["id"]: row for row in stored.targets if row["task_id"] in into}
    for row in stored.reports:
        if (target := targets.get(row["target_id"])) is None:
            continue
        one = into[target["task_id"]]
        figure, besides = _figure(stored, called(target, one.into), gathering)
        if figure is not None and (figure, row["on_day"]) not in days:
            kept = {name: value for name, value in row.items() if name != "id"}
            gathering.follow(
                gathering.added("reported", {**kept, "target_id": figure}), hangs=one.told, besides=besides
            )


def _figure(stored: StoredPlan, wanted: Called, gathering: Gathering) -> tuple[int | None, int | None]:
    """The figure that is called so, stored or new, and the number of the difference that it comes with."""
    for row in stored.targets:
        if called(row, row["task_id"]) == wanted:
            return row["id"], None
    for number, change in gathering.numbered():
        new = change.new if change.table == "target" and change.old is None else None
        if new is not None and called(new, new["task_id"]) == wanted:
            return change.id, number
    return None, None


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
