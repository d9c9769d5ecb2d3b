"""The doctor: what is well with a database and what is not, without changing it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sciplan_tui.errors import StoreError

if TYPE_CHECKING:
    import sqlite3

_CLOUD = (
    "onedrive",
    "dropbox",
    "icloud",
    "google drive",
    "googledrive",
    "nutstore",
    "坚果云",
    "百度网盘",
    "wpsdrive",
    "微云",
)
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "davfs", "fuse.rclone"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's report; its sentence is `doctor.<what>`, its gaps filled by `details`.

    `ok`; `look`: works, but a person should look at it; `broken`: data are damaged or cannot be used.
    """

    level: Literal["ok", "look", "broken"]
    what: str
    details: Mapping[str, Any] = field(default_factory=dict)


def examine(database: Path) -> tuple[Finding, ...]:
    """Examine the program and the database at `database`; a missing one is no damage. Nothing is made or mended."""
    return (*_program(), *_place(database), *_content(database))


def _program() -> Iterator[Finding]:
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    yield Finding("ok", "python", {"version": sys.version.split()[0]})
    # 3.35 and later have all that our SQL uses.
    level: Literal["ok", "look"] = "ok" if sqlite3.sqlite_version_info >= (3, 35, 0) else "look"
    yield Finding(level, "sqlite", {"version": sqlite3.sqlite_version})
    for name in ("sciplan-tui", "textual", "sqlmodel", "alembic"):
        try:
            yield Finding("ok", "package", {"name": name, "version": version(name)})
        except PackageNotFoundError:
            yield Finding("look", "package_missing", {"name": name})


def _place(database: Path) -> Iterator[Finding]:
    """Where the file lies, who may read it, and what was left beside it."""
    folder = database.absolute().parent
    if sign := next((sign for sign in _CLOUD if sign in str(folder).lower()), None):
        yield Finding("look", "cloud_folder", {"folder": folder, "sign": sign})
    if kind := _network_kind(folder):
        yield Finding("look", "network_folder", {"folder": folder, "kind": kind})
    if not database.exists():
        return
    mode = stat.S_IMODE(database.stat().st_mode)
    if os.name == "posix":
        yield Finding("look" if mode & 0o077 else "ok", "mode_open" if mode & 0o077 else "mode", {"mode": f"{mode:o}"})
    for left in sorted(_left_over(database)):
        yield Finding("look", "left_over", {"file": left.name})


def _left_over(database: Path) -> Iterator[Path]:
    """Files of ours that a killed program left: half copies, and a rollback journal that the next opening uses up."""
    for sibling in database.parent.iterdir():
        name = sibling.name
        if name.startswith(f"{database.name}-") or (name.startswith(database.name) and name.endswith(".partial")):
            yield sibling


def _network_kind(folder: Path) -> str | None:
    """The kind of network file system that `folder` lies on, as far as it can be told (Linux); UNC paths on Windows."""
    if str(folder).startswith("\\\\"):
        return "UNC"
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return None
    above = [(place, kind) for place, kind in mounts if folder.is_relative_to(place)]
    kind = max(above, key=lambda mount: len(mount[0]), default=("", ""))[1]
    return kind if kind in _NETWORK else None


def _content(database: Path) -> Iterator[Finding]:
    from sciplan_tui.store.database.engine import opened

    if not database.exists():
        yield Finding("look", "no_database", {"path": database})
        return
    try:
        with opened(database) as connection:
            yield from _of_database(connection)
    except StoreError as error:
        level: Literal["look", "broken"] = "look" if error.code in ("database_locked", "no_database") else "broken"
        yield Finding(level, "unusable", {"reason": str(error)})
        return
    yield from _writing_settings(database)


def _of_database(connection: sqlite3.Connection) -> Iterator[Finding]:
    from sciplan_tui.store import examining

    yield Finding("ok", "schema", {"version": examining.versions(connection)["user_version"]})
    damage = examining.damage(connection)
    yield Finding("broken", "damage", {"reason": damage}) if damage else Finding("ok", "integrity")
    yield _counted("references", examining.loose_references(connection), "broken")
    yield _counted("paths", examining.paths_twice(connection), "look")
    yield _counted("orphans", examining.orphans(connection), "broken")
    yield _counted("holders", examining.wrong_holders(connection), "broken")
    yield _counted("successions", examining.strange_successions(connection), "broken")
    yield _counted("members", examining.strange_members(connection), "broken")
    yield _counted("reports", examining.strange_reports(connection), "broken")
    yield _counted("papers", examining.strange_papers(connection), "look")
    missing = examining.missing_indexes(connection)
    yield Finding("look", "indexes_missing", {"names": " ".join(missing)}) if missing else Finding("ok", "indexes")


def _counted(what: str, count: int, level: Literal["look", "broken"]) -> Finding:
    return Finding(level, f"{what}_wrong", {"count": count}) if count else Finding("ok", what)


def _writing_settings(database: Path) -> Iterator[Finding]:
    """The settings of a connection that writes; the file is opened so, but nothing is written."""
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.examining import settings_now

    if not os.access(database, os.W_OK):
        yield Finding("look", "read_only", {"path": database})
        return
    try:
        with opened(database, write=True) as connection:
            for name, (wanted, got) in settings_now(connection).items():
                yield Finding("ok" if wanted == got else "broken", "setting", {"name": name, "value": got})
    except StoreError as error:
        yield Finding("look", "unusable", {"reason": str(error)})
