"""What the review can have done: an edition read and waiting, or what stays proposed of a plan's last one.

Both are read, and then decided as they were shown or not at all. Called from worker threads.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.core.diff.source_place import Place, Said

if TYPE_CHECKING:
    from sciplan_tui.core.diff.renaming import LikelyRename
    from sciplan_tui.core.plan import ParsedPlan
    from sciplan_tui.workspace.edition.import_draft import ImportResult


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a person: the differences of one edition in the order they are told, each with its places in the
    source; and the units that it may have renamed.
    """

    title: str
    edition: int
    differences: tuple[Difference, ...]
    places: tuple[tuple[Place, ...], ...] = ()
    renames: tuple[LikelyRename, ...] = ()


class Review(Protocol):
    """Something to be reviewed. `pending`: it is stored already, so what is not accepted can be rejected for good."""

    @property
    def pending(self) -> bool:
        """Whether it is stored."""

    def read(self) -> Waiting:
        """What waits now."""

    def decide(self, waiting: Waiting, accepted: frozenset[int], rejected: frozenset[int]) -> None:
        """Carry the decision out, in one journal entry. StoreError (`changed_meanwhile`): it is not as it was read."""


@dataclass(frozen=True, slots=True)
class EditionReview:
    """A file that was read, and is not yet stored."""

    database: Path
    plan: ParsedPlan
    raw: str
    pending: bool = False

    def read(self) -> Waiting:
        """What its import would change."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.edition.importing import plan_import

        return self.waiting(plan_import(self.database, self.plan, self.raw, key=None, at=now()))

    def waiting(self, result: ImportResult) -> Waiting:
        """What an import that was not applied leaves to be decided."""
        from sciplan_tui.core.plan_cleaning import cleaned
        from sciplan_tui.workspace.edition.pointing import pointed

        new = Said(result.edition, cleaned(self.plan), self.raw)
        found = pointed(self.database, result.plan_key, result.differences, new)
        return Waiting(result.title, result.edition, result.differences, found, result.renames)

    def decide(self, waiting: Waiting, accepted: frozenset[int], rejected: frozenset[int]) -> None:
        """Import it; what is not accepted stays proposed."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.edition.importing import import_plan

        import_plan(self.database, self.plan, self.raw, accept=accepted, seen=waiting.differences, at=now())


class WatchedReview:
    """A review that remembers whether it was carried out."""

    pending = False

    def __init__(self, review: Review) -> None:
        self._review = review
        self.decided = False

    def read(self) -> Waiting:
        """What waits now."""
        return self._review.read()

    def decide(self, waiting: Waiting, accepted: frozenset[int], rejected: frozenset[int]) -> None:
        """Carry it out."""
        self._review.decide(waiting, accepted, rejected)
        self.decided = True


@dataclass(frozen=True, slots=True)
class PendingReview:
    """What stays proposed of the last edition of the plan called `key`."""

    database: Path
    key: str
    pending: bool = True

    def read(self) -> Waiting:
        """What is left open."""
        from sciplan_tui.workspace.edition.pointing import pointed
        from sciplan_tui.workspace.edition.reviewing import pending

        found = pending(self.database, self.key)
        places = pointed(self.database, found.plan_key, found.differences)
        return Waiting(found.title, found.edition, found.differences, places, found.renames)

    def decide(self, waiting: Waiting, accepted: frozenset[int], rejected: frozenset[int]) -> None:
        """Accept some, reject some; the others stay open."""
        from sciplan_tui.settings import now
        from sciplan_tui.workspace.edition.reviewing import decide

        decide(self.database, self.key, accepted=accepted, rejected=rejected, seen=waiting.differences, at=now())


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file's import: done (`review` None), or a changed edition that waits to be reviewed."""

    result: ImportResult
    review: EditionReview | None = None
    waiting: Waiting | None = None


def import_file(database: Path, file: Path) -> FileRead:
    """Read a plan file into the database. A new plan is taken in; a changed edition waits. Raises ReadingError."""
    from sciplan_tui.settings import now
    from sciplan_tui.workspace.edition.checking import read_plan
    from sciplan_tui.workspace.edition.importing import import_plan
    from sciplan_tui.workspace.edition.importing_files import waits

    plan, raw = read_plan(file)
    result = import_plan(database, plan, raw, at=now())
    if not waits(result):
        return FileRead(result)
    review = EditionReview(database, plan, raw)
    return FileRead(result, review, review.waiting(result))
