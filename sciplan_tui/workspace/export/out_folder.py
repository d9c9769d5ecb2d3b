"""A folder of files written in one gesture: nothing is begun where a file is in the way, and each file is whole.

Those that are there at once are written all or none. Where they come one by one, and one cannot be written, those that
stand stay, and are told. What stands in the files is not known here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
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
        self._made: list[Path] = []

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
            self._make(self.folder)

    def write(self, file: Path, content: bytes) -> None:
        """Write one of them, here or in a folder below. WritingError: it cannot be written; where others stand already
        (`files_no_room`, `files_broken_off`) they are told."""
        from sciplan_tui.writers.atomic import put, stage

        try:
            self._below(file)
            self.written.append(put(stage(file, content, force=self._force)))
        except WritingError as error:
            raise self._told(error) from error

    def write_all(self, files: Mapping[Path, bytes]) -> None:
        """Write all of them or, where there is no room for all, none. WritingError as `write`."""
        from sciplan_tui.writers.atomic import Staged, drop, put, stage

        staged = list[Staged]()
        try:
            for file, content in files.items():
                self._below(file)
                staged.append(stage(file, content, force=self._force))
            for one in staged:
                self.written.append(put(one))
        except WritingError as error:
            raise self._told(error) from error
        finally:
            for one in staged:
                drop(one)
            if not self.written:
                self._take_away()

    def _below(self, file: Path) -> None:
        if file.parent != self.folder:
            self._make(file.parent)

    def _make(self, folder: Path) -> None:
        missing = [one for one in (folder, *folder.parents) if not lexists(one)]
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise WritingError("folder_is_file", folder=folder) from None
        except (OSError, ValueError) as error:
            raise WritingError("export_failed", file=folder, reason=error) from error
        self._made += missing[::-1]

    def _take_away(self) -> None:
        """The folders that were made for nothing."""
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _told(self, error: WritingError) -> WritingError:
        """With what stands already."""
        if not self.written:
            return error
        there = {"count": len(self.written), "folder": self.folder}
        if error.code == "export_failed":
            return WritingError("files_no_room", **error.details, **there)
        return WritingError("files_broken_off", reason=error, **there)
