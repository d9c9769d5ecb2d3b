"""Draw the pictures anew, to be looked at before they are committed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from sciplan_tui.workspace.demo import demo_database
from tests.writers.pictures import DRAWN_OF, FOLDER, PICTURES, Shot, exported, mark
from tests.writers.pictures.png import png

WINDOW = (1100, 720)


def main() -> None:
    """Every picture, with what tells later whether it is still true."""
    if not shutil.which("soffice") or not shutil.which("chromium"):
        sys.exit("LibreOffice (soffice) and chromium draw the pictures: install both")
    marks = {}
    with demo_database(None) as database, TemporaryDirectory() as folder:
        for name, shot in PICTURES.items():
            content = exported(shot, database)
            file = Path(folder) / f"{name}.{shot.form}"
            file.write_bytes(content)
            drawn = of_browser(file) if shot.form == "html" else of_office(file, shot)
            (FOLDER / name).write_bytes(drawn)
            marks[name] = mark(shot, content)
            print(name, len(drawn))
    DRAWN_OF.write_text(json.dumps(marks, indent=1) + "\n", encoding="utf-8")


def of_office(file: Path, shot: Shot) -> bytes:
    """One page of a file, as LibreOffice prints it."""
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    asked = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", file.parent, file]
    subprocess.run(asked, capture_output=True, timeout=110, check=True)
    with pypdfium2.PdfDocument(file.with_suffix(".pdf")) as pages:
        seen = pages[shot.page].render(scale=shot.scale, rev_byteorder=True)
        lines = [bytes(seen.buffer[y * seen.stride : (y + 1) * seen.stride]) for y in range(seen.height)]
        return png(seen.width, seen.n_channels, lines)


def of_browser(file: Path) -> bytes:
    """The upper part of a page, as a browser shows it."""
    seen = file.with_suffix(".png")
    asked = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--screenshot={seen}"]
    asked += [f"--window-size={WINDOW[0]},{WINDOW[1]}", f"--user-data-dir={file.parent / 'browser'}", file.as_uri()]
    subprocess.run(asked, capture_output=True, timeout=110, check=True)
    return seen.read_bytes()


main()
