"""Where the program begins and ends: the screens or a command, the language, signals and crashes."""

from __future__ import annotations

import datetime
import gc
import os
import signal
import sys
from pathlib import Path
from types import FrameType

from sciplan_tui import locale
from sciplan_tui.core.characters import show_text
from sciplan_tui.exits import Exit
from sciplan_tui.opening import opening

LOOK_SELDOM = (50_000, 20, 50)
"""For cycles among objects: what starts makes many that stay, and looking them through costs a tenth of a short run."""


def main() -> int:
    """Run the program on the process's own arguments; the exit code. `sciplan` alone opens the screens."""
    gc.set_threshold(*LOOK_SELDOM)
    _write_what_can_be_written()
    for number in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, number):
            signal.signal(getattr(signal, number), _stop)
    try:
        return _run()
    except KeyboardInterrupt:
        return Exit.INTERRUPT
    except Exception as error:
        return _failed(error)


def _run() -> Exit:
    asked = opening(sys.argv[1:])
    locale.speak(asked.language or locale.preferred())
    if asked.language is None and (fault := _wrong_language()):
        return _say(Exit.MEND, fault)
    screens = _Screens(as_kept=not (asked.language or os.environ.get("SCIPLAN_LANG")))
    if not asked.alone:
        from sciplan_tui.cli.app import run

        locale.name_keys(_key)
        return run(screens)
    if asked.database is not None:
        os.environ["SCIPLAN_DB"] = asked.database
    if not (sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty()):
        return _say(Exit.MEND, locale.say("cli.no_terminal"))
    return _begin(screens)


def _wrong_language() -> str | None:
    """What is wrong with SCIPLAN_LANG, if something is."""
    from sciplan_tui.errors import SettingError
    from sciplan_tui.settings import check_language

    try:
        check_language()
    except SettingError as fault:
        return str(fault)
    return None


def _begin(screens: _Screens) -> Exit:
    """The screens on the user's own database."""
    from sciplan_tui.errors import SciplanError
    from sciplan_tui.settings import database_path, today

    try:
        return screens.open(database_path(), today())
    except SciplanError as fault:
        return _say(Exit.MEND, str(fault))


class _Screens:
    """The screens, as they are handed to the commands. `as_kept`: nobody has said in which language."""

    def __init__(self, *, as_kept: bool) -> None:
        self._as_kept = as_kept

    def load(self) -> None:
        """Textual and our own screens."""
        import sciplan_tui.tui.app  # noqa: F401 (only to have it read in)

    def keys(self) -> tuple[str, list[str]]:
        """All keys, and what was left out of the person's own."""
        from sciplan_tui.tui import keys

        return keys()

    def open(self, database: Path, today: datetime.date, plan: str | None = None) -> Exit:
        """Until the person leaves."""
        from sciplan_tui.tui import run

        return Exit(run(database, today, plan, as_kept=self._as_kept))


def _key(action: str) -> str:
    """The key in force of an action of the screens, for a command whose advice names it."""
    from sciplan_tui.tui import key

    return key(action)


def _failed(error: Exception) -> Exit:
    """The one handler of all that is no SciplanError: a bug."""
    from sciplan_tui.crash import write_report

    report = write_report(error)
    kind = type(error).__name__
    if report is None:
        return _say(Exit.CRASH, locale.say("cli.crash_unwritten", kind=kind))
    return _say(Exit.CRASH, locale.say("cli.crash", kind=kind, report=report))


def _say(code: Exit, sentence: str) -> Exit:
    if sys.stderr is not None:
        print(show_text(sentence), file=sys.stderr)
    return code


def _stop(number: int, frame: FrameType | None) -> None:
    """End on a signal the ordinary way, so that half-written files are swept; 143 for SIGTERM, 129 for SIGHUP."""
    raise SystemExit(128 + number)


def _write_what_can_be_written() -> None:
    """A character that the terminal's encoding lacks is shown as `?`; it must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
