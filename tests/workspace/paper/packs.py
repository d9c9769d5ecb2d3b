"""Packs of a meeting made for tests: of the small database, or of the busy one."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from sciplan_tui.workspace.paper.pack import Packed, write_pack
from sciplan_tui.workspace.paper.pack_reading import PackAsked, PackRead, read_pack
from sciplan_tui.workspace.view.viewing import View

ON = datetime.date(2024, 3, 1)
AT = "2024-03-01T09:00:00"
ASKED = PackAsked("midterm-2023")
MADE = {"pack.docx", "pack.xlsx", "slips.docx", "csv"}


def written(database: Path, folder: Path, asked: PackAsked = ASKED, **more: Any) -> Packed:
    """A pack in its folder."""
    return write_pack(database, asked, folder, **{"on": ON, "at": AT, **more})


def read(database: Path, asked: PackAsked = ASKED) -> PackRead:
    """What it is made of."""
    with View.as_on(database, ON) as view:
        return read_pack(view, asked)
