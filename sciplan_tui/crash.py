"""What is kept of a crash: a small file for the one who mends the program, with nothing of the user's plans in it."""

from __future__ import annotations

import datetime
import os
import platform
import sys
import traceback
from pathlib import Path

from sciplan_tui.paths import private_folder, report_folder


def write_report(error: BaseException) -> Path | None:
    """Write a crash report, readable by the user alone (0600), and say where; None where it cannot be written."""
    name = f"crash-{datetime.datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        path = private_folder(report_folder()) / name
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(report(error))
    except OSError:
        return None
    return path


def report(error: BaseException) -> str:
    """The report's text: the places in the program and the kinds of errors.

    Messages are left out, and so are the words of the command line: they can hold a plan's text or a file's name.
    """
    lines = [f"sciplan {_version()}, Python {platform.python_version()}, {platform.platform()}"]
    current: BaseException | None = error
    while current is not None:
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        lines += [
            f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join([*lines, ""])


def _version() -> str:
    from importlib.metadata import version

    return f"{version('sciplan-tui')} ({os.path.basename(sys.executable)})"
