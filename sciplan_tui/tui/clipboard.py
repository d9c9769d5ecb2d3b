"""Handing text to the clipboard of the terminal by OSC 52.

No terminal answers whether it took it, some do not know it and some ask first: what is said is only that it was sent.
"""

from __future__ import annotations

import base64
import os
from typing import Any

from textual.app import App

MOST = 74_000
"""Bytes of base64 at most: a longer sequence many terminals drop, or print."""


def send(app: App[Any], text: str) -> bool:
    """Send it; False where it is too long, or no terminal is there."""
    sequence = sequence_of(text, inside_tmux=bool(os.environ.get("TMUX")))
    if sequence is None or app._driver is None:
        return False
    app._driver.write(sequence)
    return True


def sequence_of(text: str, *, inside_tmux: bool) -> str | None:
    """The sequence; None where it would be too long. tmux takes it itself (`set-clipboard on`) or hands it through
    (`allow-passthrough on`): it is told both ways, for the other one it drops."""
    coded = base64.b64encode(text.encode(errors="replace")).decode()
    if len(coded) > MOST:
        return None
    plain = f"\x1b]52;c;{coded}\a"
    return f"{plain}\x1bPtmux;\x1b{plain}\x1b\\" if inside_tmux else plain
