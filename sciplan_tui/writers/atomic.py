"""A file written whole or not at all: beside its place first, made durable, then put there in one step."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import time
from pathlib import Path
from typing import NamedTuple

from sciplan_tui.errors import WritingError

_MARK = ".sciplan-"
_DAY = 86_400


class Staged(NamedTuple):
    """What is written and durable beside its place, and waits to be put there."""

    target: Path
    beside: Path
    force: bool


def write(target: Path, content: bytes, *, force: bool = False) -> Path:
    """Write `content` to `target`, and return it.

    A file that takes the place of another keeps its rights.

    WritingError, with the old file untouched: it exists (without `force`), is a link, is a folder, is read-only, has no
    folder, or cannot be written (rights, a full disk).
    """
    return put(stage(target, content, force=force))


def stage(target: Path, content: bytes, *, force: bool = False) -> Staged:
    """All of `write` but the last step, after which nothing asks for room. WritingError as there; nothing is left."""
    _look(target, force=force)
    _sweep(target.parent)
    staged = Staged(target, target.with_name(f"{_MARK}{secrets.token_hex(8)}.tmp"), force)
    try:
        _fill(staged.beside, content)
        if force:
            _keep_rights(target, staged.beside)
    except BaseException as error:
        drop(staged)
        if not isinstance(error, OSError):
            raise
        raise WritingError("export_failed", file=target, reason=error) from error
    return staged


def put(staged: Staged) -> Path:
    """The last step. WritingError: a file has come there meanwhile (without `force`), or the folder takes none."""
    try:
        _put(staged.beside, staged.target, force=staged.force)
    except OSError as error:
        raise WritingError("export_failed", file=staged.target, reason=error) from error
    finally:
        drop(staged)
    return staged.target


def drop(staged: Staged) -> None:
    """Take away what is not to be put in its place, or was."""
    with contextlib.suppress(OSError):
        staged.beside.unlink()


def _look(target: Path, *, force: bool) -> None:
    """To rename over a file asks for no right to it, so that one which is kept from writing is looked for here; the
    bits of its owner bind also those whom the system lets write everywhere."""
    try:
        mode = target.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        if target.parent.is_file():
            raise WritingError("export_not_folder", file=target, folder=target.parent) from None
        if not target.parent.is_dir():
            raise WritingError("export_no_folder", file=target, folder=target.parent) from None
        return
    except (OSError, ValueError) as error:
        raise WritingError("export_failed", file=target, reason=error) from error
    if stat.S_ISLNK(mode):
        raise WritingError("export_link", file=target)
    if stat.S_ISDIR(mode):
        raise WritingError("export_folder", file=target)
    if not force:
        raise WritingError("export_exists", file=target)
    if not stat.S_ISREG(mode):
        raise WritingError("export_failed", file=target, reason="not a file")
    if not mode & stat.S_IWUSR or not os.access(target, os.W_OK):
        raise WritingError("export_read_only", file=target)


def _fill(beside: Path, content: bytes) -> None:
    """A failed fsync is not tried again: what was not written may be lost, so the file is thrown away."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(beside, flags, 0o666), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_rights(target: Path, beside: Path) -> None:
    """Who may read the file that was there may read the new one, and nobody else."""
    with contextlib.suppress(OSError):
        beside.chmod(stat.S_IMODE(target.stat().st_mode))


def _put(beside: Path, target: Path, *, force: bool) -> None:
    """Without `force` the name is taken by a link, which fails where a file has come there meanwhile."""
    if force or not hasattr(os, "link"):
        os.replace(beside, target)
    else:
        try:
            os.link(beside, target)
        except FileExistsError:
            raise WritingError("export_exists", file=target) from None
        except OSError:  # a file system without links (FAT): nothing was there a moment ago
            os.replace(beside, target)
    _make_durable(target.parent)


def _make_durable(folder: Path) -> None:
    """The new name is safe once its folder is; not every system opens a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: Path) -> None:
    """Take away what a killed run left here more than a day ago."""
    with contextlib.suppress(OSError):
        for left in folder.glob(f"{_MARK}*.tmp"):
            if left.lstat().st_mtime < time.time() - _DAY:
                left.unlink()
