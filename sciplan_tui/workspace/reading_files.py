"""Reading several files one after another: what cannot be read is an answer too, and stops no other file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.errors import SciplanError

Named = Path | SciplanError | None
"""What a person named: a file, standard input (None), or what is wrong with a folder that was to hold files."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file: its plan and its raw text, or the sentence of what is wrong with it."""

    file: Named
    plan: ParsedPlan | SciplanError
    raw: str = ""


def read_files(files: Iterable[Named], *, encoding: str | None = None) -> Iterator[FileRead]:
    """Each file's plan, in the order they were named."""
    for file in files:
        yield _read(file, encoding)


def _read(file: Named, encoding: str | None) -> FileRead:
    from sciplan_tui.workspace.checking import read_plan

    if isinstance(file, SciplanError):
        return FileRead(file, file)
    try:
        plan, raw = read_plan(file, encoding=encoding)
    except SciplanError as fault:
        return FileRead(file, fault)
    return FileRead(file, plan, raw)
