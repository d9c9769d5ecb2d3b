"""Draw the goldens anew, to be looked at before they are committed."""

from __future__ import annotations

import asyncio
import os

from tests.tui.goldens import FOLDER, SCREENS, drawn


async def main() -> None:
    """Every golden."""
    for screen in SCREENS:
        os.environ.pop("NO_COLOR", None)
        if screen.endswith("plain"):
            os.environ["NO_COLOR"] = "1"
        for name, text in (await drawn(screen)).items():
            (FOLDER / name).write_text(text + "\n", encoding="utf-8")
            print(name)


asyncio.run(main())
