"""Where a user's files belong on each system. Nothing is made here until it is asked for."""

from __future__ import annotations

from pathlib import Path

_NAME = "sciplan"


def data_folder() -> Path:
    """The folder of the user's own data: the database and its backups."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def settings_folder() -> Path:
    """The folder of what a person has set: colours and keys."""
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False)


def report_folder() -> Path:
    """The folder of crash reports."""
    from platformdirs import user_log_path

    return user_log_path(_NAME, appauthor=False)


def private_folder(folder: Path) -> Path:
    """`folder`, made if it is missing, with the missing ones above it, for the user alone (0700).

    Raises OSError where it cannot be made. A folder that is there keeps its rights: they are the user's choice.
    """
    if not folder.is_dir():
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder
