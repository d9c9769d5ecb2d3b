"""A folder of files written in one gesture: nothing is begun where a file is in the way, and each file is whole.

Where one cannot be written later, those that stand stay, and are told. What stands in the files is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable
from os.path import lexists
from pathlib import Path

from sciplan_tui.errors import WritingError

_NAMED = 3
"""So many files that are in the way are named."""


class OutFolder:
    """The files of one folder. `written`: those that stand by now; `force`: what is there already is replaced."""

    def __init__(self, folder: Path, *, force: bool) -> None:
        self.folder = folder
        self.written: list[Path] = []
        self._force = force

    def begin(self, files: Iterable[Path], *, make: bool = True) -> None:
        """Make the folder, if it is missing (`make`: else that is told when a file is written).

        WritingError: it is a file, or cannot be made; or (without `force`) one of these files is there.
        """
        there = [file for file in files if lexists(file)]
        if there and not self._force:
            if len(there) == 1:
                raise WritingError("export_exists", file=there[0])
            named = " ".join(file.relative_to(self.folder).as_posix() for file in there[:_NAMED])
            raise WritingError("files_exist", folder=self.folder, count=len(there), files=named)
        if make:
            _make(self.folder)

    def write(self, file: Path, content: bytes) -> None:
        """Write one of them, here or in a folder below. WritingError: it cannot be written; where others stand already
        (`files_no_room`, `files_broken_off`) they are told."""
        from sciplan_tui.writers.atomic import write

        try:
            if file.parent != self.folder:
                _make(file.parent)
            self.written.append(write(file, content, force=self._force))
        except WritingError as error:
            if not self.written:
                raise
            there = {"count": len(self.written), "folder": self.folder}
            if error.code == "export_failed":
                raise WritingError("files_no_room", **error.details, **there) from error
            raise WritingError("files_broken_off", reason=error, **there) from error


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise WritingError("folder_is_file", folder=folder) from None
    except (OSError, ValueError) as error:
        raise WritingError("export_failed", file=folder, reason=error) from error
