"""The matrix reads line for line as it was looked at."""

from __future__ import annotations

import pytest

from tests.tui.goldens import FOLDER, SCREENS, drawn


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_matrix_reads_as_it_was_looked_at(screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if screen.endswith("plain"):
        monkeypatch.setenv("NO_COLOR", "1")
    for name, text in (await drawn(screen)).items():
        kept = (FOLDER / name).read_text(encoding="utf-8")
        assert text + "\n" == kept, f"{name} reads otherwise: draw anew by python -m tests.tui.goldens, then look at it"
