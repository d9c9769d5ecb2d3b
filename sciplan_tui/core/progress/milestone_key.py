"""Which milestone a person means: by its key, its year, or its label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sciplan_tui.core.folding import fold
from sciplan_tui.core.kinds import MARK_COLUMN_KINDS, MilestoneKind
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import say


class KnownMilestone(NamedTuple):
    """A stored milestone of one plan. `start` and `end` are ISO dates or None."""

    milestone_id: int
    plan_id: int
    key: str
    kind: str
    label: str
    start: str | None
    end: str | None

    @property
    def has_column(self) -> bool:
        """Whether it is a dated review or evaluation, or the deadlines of the tasks, and so has a column of marks."""
        return self.of_tasks or (self.end is not None and self.kind in MARK_COLUMN_KINDS)

    @property
    def of_tasks(self) -> bool:
        """Whether each task has a day of its own there."""
        return self.kind == MilestoneKind.DEADLINE

    @property
    def years(self) -> frozenset[str]:
        """The years in which it begins and ends."""
        return frozenset(date[:4] for date in (self.start, self.end) if date)


def meant(name: str, milestones: Sequence[KnownMilestone]) -> tuple[KnownMilestone, ...]:
    """The milestones of one plan that `name` may mean; one where it is clear, several where a person must choose.

    The key goes first, then the year of the dated reviews and evaluations, then the label, at last a part of either.
    """
    wanted = fold(name)
    for fits in (
        [m for m in milestones if fold(m.key) == wanted],
        [m for m in milestones if m.has_column and wanted in m.years],
        [m for m in milestones if fold(m.label) == wanted],
        [m for m in milestones if wanted and (wanted in fold(m.label) or wanted in fold(m.key))],
    ):
        if fits:
            return tuple(fits)
    return ()


def meant_in_plans(
    name: str, known: Mapping[str, Sequence[KnownMilestone]], names: Mapping[str, str] | None = None
) -> dict[str, KnownMilestone]:
    """The milestone that `name` means in each plan, by the plans' keys; a plan that lacks it is left out.

    `names`: what the plans are called, where not by their keys. RefusedError: several of one plan fit, or no plan has
    it.
    """
    names = names or {}
    found = {plan: meant(name, milestones) for plan, milestones in known.items()}
    for plan, fits in found.items():
        if len(fits) > 1:
            raise not_one(name, names.get(plan, plan), fits, ())
    if not any(found.values()):
        whose = say("word.between").join(names.get(plan, plan) for plan in known)
        raise not_one(name, whose, (), [one for some in known.values() for one in some])
    return {plan: fits[0] for plan, fits in found.items() if fits}


def not_one(name: str, plan: str, fits: Sequence[KnownMilestone], known: Sequence[KnownMilestone]) -> RefusedError:
    """Why `name` means no one milestone of a plan: several fit, or of those that are known none."""
    if fits:
        return RefusedError("several_milestones", milestone=name, plan=plan, known=_listed(fits))
    dated = [one for one in known if one.has_column]
    return RefusedError("no_milestone", milestone=name, plan=plan, known=_listed(dated or known) or "-")


def _listed(milestones: Sequence[KnownMilestone]) -> str:
    """What they are called, with the keys that one types."""
    told = dict.fromkeys(say("word.milestone_named", label=one.label, key=one.key) for one in milestones)
    return say("word.between").join(told)


_KEY_WORDS = {
    MilestoneKind.MIDTERM_REVIEW: "midterm",
    MilestoneKind.FINAL_EVALUATION: "evaluation",
    MilestoneKind.UPPER_LEVEL_REVIEW: "upper-level",
    MilestoneKind.PERIODIC_REVIEW: "review",
}


def key_word(kind: MilestoneKind) -> str:
    """What the keys of a kind begin with: `midterm`, `review`, `annual-event`."""
    return _KEY_WORDS.get(kind, str(kind).replace("_", "-"))


def milestone_key(kind: MilestoneKind, year: str) -> str:
    """The key of a milestone: `midterm-2023`, `evaluation-2025`, `annual-event-2024`; `deadline` in whatever year."""
    return key_word(kind) if kind is MilestoneKind.DEADLINE else f"{key_word(kind)}-{year}"
