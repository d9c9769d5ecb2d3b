"""LibreOffice, where it is installed, makes a .docx of what our own reader refuses: the last try, never the first."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

SECONDS = 60
"""For one document; the first start of LibreOffice with a new profile takes some five."""


def to_docx(data: bytes, suffix: str) -> bytes | None:
    """The document as .docx, or None: there is no LibreOffice, it does not read the file, or it takes too long.

    It works in a folder and with a profile of its own, which are deleted: nothing of the person's own is touched.
    """
    office = program()
    if office is None:
        return None
    with tempfile.TemporaryDirectory(prefix="sciplan-", ignore_cleanup_errors=True) as folder:
        source, made = Path(folder, f"plan.{suffix}"), Path(folder, "made", "plan.docx")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        wanted = ["--headless", "--norestore", "--convert-to", "docx", "--outdir", str(made.parent)]
        _run([office, profile, *wanted, str(source)])
        return made.read_bytes() if made.is_file() else None


def program() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def _run(command: list[str]) -> None:
    """Run it, and end it with all that it started when its time is over."""
    quiet = subprocess.DEVNULL
    try:
        started = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return
    try:
        started.wait(SECONDS)
    except subprocess.TimeoutExpired:
        _end(started)


def _end(started: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(started.pid, signal.SIGKILL)
    else:
        started.kill()
    started.wait()
