"""Importing several files, each on its own: one transaction and one journal entry, and a bad one stops no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.errors import SciplanError
from sciplan_tui.workspace.edition.reading_files import FileRead, Named, read_files

if TYPE_CHECKING:
    from sciplan_tui.core.plan import ParsedPlan
    from sciplan_tui.workspace.edition.import_draft import ImportResult

Agreed = Callable[[Named, "ImportResult"], bool]
"""Asked about an edition that waits to be accepted: whether it is, now that its differences are known."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """One of several files: what its import did, or the sentence of what is wrong with it."""

    file: Named
    result: ImportResult | SciplanError


def import_files(
    database: Path,
    files: Iterable[Named],
    *,
    key: str | None = None,
    accept: bool = False,
    dry_run: bool = False,
    encoding: str | None = None,
    agreed: Agreed | None = None,
    at: str,
) -> Iterator[FileResult]:
    """Import file after file. An edition that waits comes in where `agreed` says so: as it was shown, or not at all."""
    from sciplan_tui.store.database.keeping import KeptOpen
    from sciplan_tui.workspace.edition.importing import get_ready, import_plan

    def imported(file: Named, plan: ParsedPlan, raw: str) -> ImportResult:
        once = partial(import_plan, database, plan, raw, key=key, at=at, kept=kept)
        result = once(accept=accept, dry_run=dry_run)
        if agreed is None or dry_run or not waits(result) or not agreed(file, result):
            return result
        return once(accept=True, seen=result.differences)

    with closing(KeptOpen(database)) as kept:
        for read in read_files(files, encoding=encoding, meanwhile=get_ready):
            yield _result(read, imported)


def _result(read: FileRead, imported: Callable[[Named, ParsedPlan, str], ImportResult]) -> FileResult:
    if isinstance(read.plan, SciplanError):
        return FileResult(read.file, read.plan)
    try:
        return FileResult(read.file, imported(read.file, read.plan, read.raw))
    except SciplanError as fault:
        return FileResult(read.file, fault)


def waits(result: ImportResult) -> bool:
    """Whether a changed edition was found and not applied."""
    return result.status == "edition" and result.entry_id is None
