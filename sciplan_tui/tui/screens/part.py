"""What the parts of the main screen are derived from: a screen to the type checker, nothing while the program runs.

Textual makes much of each class of screens, which the start would wait for; only the whole screen is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

    ScreenPart = Screen[Any]
else:
    ScreenPart = object
