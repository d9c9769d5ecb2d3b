"""Draw the pictures anew, to be looked at before they are committed."""

from __future__ import annotations

import asyncio

from sciplan_tui.workspace.demo import demo_database
from tests.tui.pictures import FOLDER, PICTURES, drawn


async def main() -> None:
    """Every picture."""
    with demo_database(None) as database:
        for name in PICTURES:
            (FOLDER / name).write_text(await drawn(name, database), encoding="utf-8")
            print(name)


asyncio.run(main())
