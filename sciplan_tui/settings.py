"""What the environment asks for: which database, and which day is today; and through which door one came in.

`--db` and `--lang` put SCIPLAN_DB and SCIPLAN_LANG in force for the one run, so that there is one place to look.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from sciplan_tui.errors import SettingError
from sciplan_tui.locale import LANGUAGES

_door = "command"


def come_through(door: str) -> None:
    """From now on all is done through this door: `screens`, or as at the start `command`."""
    global _door
    _door = door


def door() -> str:
    """Through which door things are done, for the journal."""
    return _door


def database_path() -> Path:
    """SCIPLAN_DB, else `sciplan.db` in the user's data folder. It need not exist; nothing is made."""
    chosen = os.environ.get("SCIPLAN_DB")
    if chosen:
        return Path(os.path.expanduser(chosen))
    from sciplan_tui.paths import data_folder

    return data_folder() / "sciplan.db"


def today() -> datetime.date:
    """SCIPLAN_TODAY (an ISO date, so that tests and pictures stand still), else the clock."""
    chosen = os.environ.get("SCIPLAN_TODAY")
    if not chosen:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(chosen)
    except ValueError:
        raise SettingError("bad_today", value=chosen) from None


def check_language() -> None:
    """Refuse a SCIPLAN_LANG that is none of the languages there are (en_US and zh-CN are). SettingError."""
    chosen = os.environ.get("SCIPLAN_LANG", "")
    if chosen and not chosen.lower().startswith(LANGUAGES):
        raise SettingError("bad_language", value=chosen, known=" ".join(LANGUAGES))


def ascii_marks() -> bool:
    """SCIPLAN_ASCII: roles and states by letters (`L R S`) in whatever language, for fonts without wide characters."""
    return os.environ.get("SCIPLAN_ASCII", "") not in ("", "0")


def now() -> str:
    """The moment as the journal keeps it, `2023-05-04T10:20:30+08:00`; on the day of SCIPLAN_TODAY where it is set."""
    moment = datetime.datetime.now().astimezone().replace(microsecond=0)
    if os.environ.get("SCIPLAN_TODAY"):
        moment = datetime.datetime.combine(today(), moment.timetz())
    return moment.isoformat()
