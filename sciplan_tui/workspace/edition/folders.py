"""What a person picks files from: a folder with the folders and plan files in it, and paths as people write them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from sciplan_tui.errors import ReadingError

DEEPEST = 8
"""Folders below one that was named are read down to here: deeper than anybody files plans."""
MOST_FOLDERS = 1_000
"""Of more folders, a whole disk is meant by mistake."""
_UNREAD = (".zip", ".rar", ".7z", ".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".heic", ".ppt", ".pptx")
"""Archives, pictures and slides: they may hold a plan, and are read only once somebody has got it out of them."""
_LEFT_OUT = (".", "~$")
"""How names begin that are not shown: hidden ones, and the locks that an office program left behind."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A file that may hold a plan: its size in bytes, and when it was changed (seconds since 1970)."""

    path: Path
    size: int
    changed: float


@dataclass(frozen=True, slots=True)
class Folder:
    """What is in a folder, each by name: folders, and files with the suffix of a plan. Hidden ones are left out."""

    path: Path
    folders: tuple[Path, ...]
    files: tuple[PlanFile, ...]


def read_folder(path: Path) -> Folder:
    """What is in a folder. ReadingError: it cannot be opened."""
    folders: list[Path] = []
    files: list[PlanFile] = []
    try:
        for entry in _shown(path):
            if entry.is_dir():
                folders.append(path / entry.name)
            elif (found := _plan_file(path, entry)) is not None:
                files.append(found)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise ReadingError("folder_closed", name=str(path), reason=reason or str(error)) from error
    return Folder(path, tuple(sorted(folders)), tuple(sorted(files, key=lambda file: file.path)))


def files_below(top: Path) -> list[Path | ReadingError]:
    """The plan files in a folder and in the folders in it, by path; in the place of a folder that is not read, why."""
    found: list[tuple[Path, Path | ReadingError]] = []
    waiting = [top]
    for path in waiting:
        try:
            folder = read_folder(path)
        except ReadingError as fault:
            found.append((path, fault))
            continue
        found += ((file.path, file.path) for file in folder.files)
        for below in folder.folders:
            if below.is_symlink() or len(below.relative_to(top).parts) > DEEPEST:
                found.append((below, ReadingError("folder_unread", name=str(below), limit=DEEPEST)))
            else:
                waiting.append(below)
        if len(waiting) > MOST_FOLDERS:
            return [ReadingError("folders_many", name=str(top), limit=MOST_FOLDERS)]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def unread_below(top: Path) -> list[Path]:
    """The archives and pictures in the folders of plan files, which nothing is read of."""
    within = {found.parent for found in files_below(top) if isinstance(found, Path)} | {top}
    return sorted(
        folder / entry.name for folder in within for entry in _shown(folder) if entry.name.lower().endswith(_UNREAD)
    )


def _shown(path: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(path) as entries:
        yield from (entry for entry in entries if not entry.name.startswith(_LEFT_OUT))


def _has_plan_name(name: str) -> bool:
    """Whether a file is called as plan files are: by its suffix, and neither hidden nor a lock."""
    from sciplan_tui.workspace.edition.checking import suffixes

    return Path(name).suffix.lower() in suffixes() and not name.startswith(_LEFT_OUT)


def _plan_file(folder: Path, entry: os.DirEntry[str]) -> PlanFile | None:
    """None: by its suffix no plan file, or no file, or gone meanwhile."""
    if not _has_plan_name(entry.name):
        return None
    try:
        facts = entry.stat()
    except OSError:
        return None
    return PlanFile(folder / entry.name, facts.st_size, facts.st_mtime) if stat.S_ISREG(facts.st_mode) else None


def path_of(text: str, folder: Path) -> Path:
    """The path that was written or dropped into the terminal: quoted, with `\\ ` for blanks, `file://`, `~`, or in
    `folder`."""
    text = text.strip()
    if text[:1] in "'\"" and text[-1:] == text[:1] and len(text) > 1:
        text = text[1:-1]
    elif os.sep == "/" and "\\ " in text:
        text = re.sub(r"\\(.)", r"\1", text)
    if text.startswith("file://"):
        text = unquote(text.removeprefix("file://"))
    return Path(os.path.normpath(folder / os.path.expanduser(text)))


def begun_with_a_slash(text: str, folder: Path) -> Path:
    """The path of a text that was written behind the key `/`: whoever types a path from the root means that, though the
    key only opens the line. What stands in `folder` comes first."""
    within, from_root = path_of(text, folder), path_of(f"/{text}", folder)
    places = [(path, path.exists(), path.parent.exists()) for path in (within, from_root)]
    return max(places, key=lambda place: place[1:])[0]


def looks_like_path(text: str) -> bool:
    """Whether what is written is a path rather than a part of a name."""
    return any(sign in text for sign in {"/", os.sep, "~"}) or bool(re.match(r"['\"]|[A-Za-z]:", text))


def completed(text: str, folder: Path) -> str | None:
    """`text` with the first name that goes on as it does; folders end in a separator. None: there is none.

    A name that does not stand as it is on one line of a terminal is left out.
    """
    from sciplan_tui.core.characters import show_text

    base, _, begun = text.rpartition(os.sep)
    base += os.sep if os.sep in text else ""
    try:
        found = sorted(_shown(path_of(base, folder) if base else folder), key=lambda entry: entry.name)
    except (OSError, ValueError):
        return None
    for entry in found:
        if begun and entry.name.startswith(begun) and show_text(entry.name) == entry.name:
            return base + entry.name + (os.sep if entry.is_dir() else "")
    return None
