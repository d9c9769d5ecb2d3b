"""What FILE means on a command line: a file, `-` for stdin, or a folder for the plan files in it and in its folders."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sciplan_tui.cli import output
from sciplan_tui.errors import ReadingError, SciplanError
from sciplan_tui.locale import listed, say
from sciplan_tui.workspace.edition import checking
from sciplan_tui.workspace.edition.folders import files_below, unread_below

_MOST_NAMED = 5


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
    """The sentence of what is wrong with a file, with its path as it was named (files of one name lie in many folders),
    before it where the fault lies inside; what came in by the standard input has no name but that.
    """
    if isinstance(file, SciplanError):
        return str(fault)
    short, named = (checking.STDIN, say("cli.stdin")) if file is None else (file.name, str(file))
    told = {gap: named if value == short else value for gap, value in fault.details.items()}
    said = str(type(fault)(fault.code, **told))
    if file is not None and isinstance(fault, ReadingError) and named not in said:
        return say("cli.of_file", file=named, said=said)
    return said


def _in_folder(folder: Path) -> Iterator[Path | SciplanError]:
    found = files_below(folder)
    if not found:
        yield ReadingError("folder_empty", name=str(folder), suffixes=" ".join(sorted(checking.suffixes())))
    elif left := unread_below(folder):
        named = listed([str(path.relative_to(folder)) for path in left[:_MOST_NAMED]])
        output.tell(say("cli.folder_left", name=str(folder), count=len(left), files=named))
    yield from found
