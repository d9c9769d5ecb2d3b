"""LibreOffice, for tests that look at what it makes of a file: the pages it would print."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

OFFICE = shutil.which("soffice")
PATIENCE = 170
"""Seconds: it takes two on a machine that does nothing else."""


def to_pdf(files: Iterable[Path], folder: Path) -> None:
    """Print the files into a folder, all in one call: to begin takes it longer than to print."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
    subprocess.run(asked, capture_output=True, timeout=PATIENCE, check=True)
