"""The screens: what a coordinator opens in the morning."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sciplan_tui.core.matrix import Frame
    from sciplan_tui.tui.app import SciplanApp
    from sciplan_tui.tui.desk.desk import Desk
    from sciplan_tui.workspace.view.viewing import View

_TURN = 0.001
"""Seconds that what is read in a thread keeps the screen from being drawn, where both have something to do."""


def run(database: Path, today: date, plan: str | None = None, *, as_kept: bool = False) -> int:
    """Open the screens on a database and stay until the person leaves; the process's exit code.

    `plan`: see only this one (any part of a key that fits one plan), and remember nothing. Without it the last view
    comes back, and queries and views are kept. `as_kept`: speak the language that was chosen last, if one was. A
    missing database is not made: the screen says how to begin.

    Raises StoreError for one that cannot be opened; a bug is let through once the terminal is given back.
    """
    gc.disable()
    try:
        app = _app(database, today, plan, as_kept=as_kept)
    finally:
        gc.freeze()  # what was read in stays: it is looked through for cycles neither now nor later
        gc.enable()
    sys.setswitchinterval(_TURN)
    try:
        app.run()
        if app.view is not None and app.desk.memory is not None and app.fault is None:
            from sciplan_tui.tui.last_view import keep_last

            keep_last(app.view, app.desk.memory)
    finally:
        app.close_views()
        app.desk.close()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0


def _app(database: Path, today: date, plan: str | None, *, as_kept: bool) -> SciplanApp:
    """The application with its first frame read, which is all that it still has to draw."""
    _draw_less_over_ssh()
    from sciplan_tui import settings
    from sciplan_tui.locale import speak
    from sciplan_tui.tui.desk.desk import Desk
    from sciplan_tui.workspace.preferences import Preferences, settings_file

    preferences = Preferences(settings_file())
    if as_kept and preferences.language:
        speak(preferences.language)
    settings.come_through("screens")
    desk = Desk(database, today)
    view = desk.open_view() if database.exists() else None
    frame = _first_frame(desk, view, plan)
    faults = _keys_in_force()
    from sciplan_tui.tui.app import SciplanApp

    app = SciplanApp(desk, view, frame, preferences)
    app.to_say = faults
    return app


def _draw_less_over_ssh() -> None:
    if os.environ.get("SSH_CONNECTION"):
        for name, value in (("TEXTUAL_ANIMATIONS", "none"), ("TEXTUAL_SMOOTH_SCROLL", "0"), ("TEXTUAL_FPS", "30")):
            os.environ.setdefault(name, value)


def _first_frame(desk: Desk, view: View | None, plan: str | None) -> Frame | None:
    """Of one plan where it is said; else that of the last view, and what is remembered is kept at the desk."""
    if plan is not None:
        from sciplan_tui.core.view.spec import ViewSpec
        from sciplan_tui.workspace.view.first_frame import first_frame

        return first_frame(view, ViewSpec(plan=plan)) if view else None
    from sciplan_tui.tui.last_view import last_frame, remembered

    desk.memory = remembered(desk.database)
    return last_frame(view, desk.memory) if view else None


def _keys_in_force() -> list[str]:
    """Put the keys that the person has chosen in force; what was left out of them, a sentence each."""
    from sciplan_tui.tui.keymap import keys_file

    file = keys_file()
    if not file.exists():
        return []
    from sciplan_tui.tui.action import put_in_force
    from sciplan_tui.tui.keymap import read

    found = read(file)
    put_in_force(found.keys)
    return found.faults


def keys() -> tuple[str, list[str]]:
    """The registry of keys as TOML, with those in force; and what was left out of the person's own."""
    from sciplan_tui.tui.keymap import as_toml

    faults = _keys_in_force()
    return as_toml(), faults


def key(action: str) -> str:
    """The key in force of one action, as a person calls it."""
    from sciplan_tui.tui.actions import first_key

    _keys_in_force()
    return first_key(action)
