"""The options of exports, kept by view for the next time, whatever the database."""

from __future__ import annotations

from pathlib import Path

from sciplan_tui.core.export_options import PLAIN, ExportOptions, from_object
from sciplan_tui.errors import StoreError


def options_file() -> Path:
    """Where they are kept. It need not exist; nothing is made."""
    from sciplan_tui.paths import settings_folder

    return settings_folder() / "exports.json"


class KeptOptions:
    """`file` None: what is kept goes with the program, and nothing is written.

    `fault`: why nothing that was kept could be read; a damaged file was put aside, and the next one is written anew.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._kept: dict[str, ExportOptions] = {}
        self.fault: StoreError | None = None
        if file is not None:
            self._read(file)

    def _read(self, file: Path) -> None:
        from sciplan_tui.store.remembered.exports import read

        try:
            self._kept = {view: from_object(said) for view, said in read(file).items()}
        except StoreError as fault:
            self.fault = fault

    def of(self, view: str) -> ExportOptions:
        """What was kept last of a view; else the plain options."""
        return self._kept.get(view, PLAIN)

    def keep(self, view: str, options: ExportOptions) -> None:
        """Keep the options of a view; the plain ones need not be. StoreError."""
        if options == self.of(view):
            return
        self._kept[view] = options
        if self._file is not None:
            from sciplan_tui.store.remembered.exports import keep

            keep(self._file, view, options.as_object())
