"""LibreOffice, which writes the old formats: a profile of its own, thrown away afterwards."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path


def converted(data: bytes, suffix: str, wanted: str) -> bytes:
    """`data`, a file with this suffix, saved as `wanted`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"plan.{suffix}")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", wanted, "--outdir", f"{folder}/made", source]
        subprocess.run(command, check=True, capture_output=True)
        return Path(folder, "made", f"plan.{wanted.partition(':')[0]}").read_bytes()
