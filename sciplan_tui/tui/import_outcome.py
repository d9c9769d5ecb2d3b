"""What came of files that were imported: of each one word, of all a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sciplan_tui.errors import SciplanError
from sciplan_tui.locale import say
from sciplan_tui.workspace.edition.importing_files import FileResult, waits

_KINDS = ("new", "edition", "unchanged", "earlier", "waits", "refused")


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What came in, in a sentence, and the one plan that is new, where there is one. `doubts`: look at its problems."""

    sentence: str
    plan: str | None = None
    doubts: bool = False


def kind_of(found: FileResult) -> str:
    """What came of a file: one of _KINDS."""
    if isinstance(found.result, SciplanError):
        return "refused"
    return "waits" if waits(found.result) else found.result.status


def asks(found: FileResult) -> bool:
    """Whether a person has something to do about it."""
    return kind_of(found) in ("waits", "refused")


def in_a_sentence(found: Collection[FileResult], files: int) -> str:
    """How many of so many files came to what."""
    counts = Counter(map(kind_of, found))
    told = [say(f"out.import.count.{kind}", count=counts[kind]) for kind in _KINDS if counts[kind]]
    left = files - len(found)
    told += [say("out.import.count.left", count=left)] if left else []
    return say("out.import.done", what=say("word.between").join(told))
