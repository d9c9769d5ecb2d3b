"""A peer on the same data: textual-fastdatatable on a CSV file. Run by a Python of its own: fast_table.py FILE."""

from __future__ import annotations

import sys

import pyarrow.csv
from textual.app import App, ComposeResult
from textual_fastdatatable import ArrowBackend, DataTable


class FastTable(App[None]):
    """The file as a table, and nothing else."""

    def compose(self) -> ComposeResult:
        """The table."""
        yield DataTable(backend=ArrowBackend(pyarrow.csv.read_csv(sys.argv[1])), fixed_columns=2)


if __name__ == "__main__":
    FastTable().run()
