"""What FILE means on a command line: a file, `-` for stdin, or a folder for the plan files in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sciplan_tui.errors import ReadingError, SciplanError
from sciplan_tui.locale import say
from sciplan_tui.workspace import checking
from sciplan_tui.workspace.folders import has_plan_name


def named_files(names: Sequence[str]) -> Iterator[Path | SciplanError | None]:
    """The files to read, in order (None: stdin). A folder without plan files gives its error in its place, so that the
    other files are still read.
    """
    for name in names:
        if name == "-":
            yield None
        elif os.path.isdir(name):
            yield from _in_folder(Path(name))
        else:
            yield Path(name)


def fault_of(file: Path | SciplanError | None, fault: SciplanError) -> str:
    """The sentence of what is wrong with a file, with its name before it where the fault lies inside; what came in by
    the standard input has no name but that.
    """
    if file is None:
        told = {gap: say("cli.stdin") if value == checking.STDIN else value for gap, value in fault.details.items()}
        fault = type(fault)(fault.code, **told)
    said = str(fault)
    if isinstance(file, Path) and isinstance(fault, ReadingError) and file.name not in said:
        return say("cli.of_file", file=file.name, said=said)
    return said


def _in_folder(folder: Path) -> Iterator[Path | SciplanError]:
    try:
        found = sorted(file for file in folder.iterdir() if has_plan_name(file.name) and file.is_file())
    except OSError as error:
        yield ReadingError("folder_closed", name=str(folder), reason=error.strerror or "")
        return
    if not found:
        yield ReadingError("folder_empty", name=str(folder), suffixes=" ".join(sorted(checking.suffixes())))
    yield from found
