"""How the screens are opened: all that the commands, which end on one now and then, know of them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Protocol

from sciplan_tui.exits import Exit


class Screens(Protocol):
    """The door to the screens."""

    def load(self) -> None:
        """Read in what the screens need, so that they open at once."""

    def keys(self) -> tuple[str, list[str]]:
        """All keys, as the file in which they are changed; and what was left out of that of the person."""

    def open(self, database: Path, today: datetime.date, plan: str | None = None) -> Exit:
        """Open the screens on a database as of a day, until the person leaves. `plan`: at first this one."""
