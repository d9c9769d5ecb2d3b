"""What a person prefers of the screens, kept for the next start: the colours, the language."""

from __future__ import annotations

from pathlib import Path


def settings_file() -> Path:
    """Where the settings are kept. It need not exist; nothing is made."""
    from sciplan_tui.paths import settings_folder

    return settings_folder() / "settings.json"


class Preferences:
    """`file` None: what is preferred goes with the program, and nothing is written."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._kept: dict[str, str] = {}
        if file is not None and file.exists():
            from sciplan_tui.store.remembered.preferences import read

            self._kept = read(file)

    @property
    def theme(self) -> str | None:
        """The name of the theme that was kept."""
        return self._kept.get("theme")

    @property
    def language(self) -> str | None:
        """The language that was chosen last; None where it was none of ours."""
        from sciplan_tui.locale import LANGUAGES

        kept = self._kept.get("language")
        return kept if kept in LANGUAGES else None

    def keep_theme(self, name: str) -> None:
        """Keep another theme. StoreError."""
        self._keep("theme", name)

    def keep_language(self, name: str) -> None:
        """Keep another language. StoreError."""
        self._keep("language", name)

    def _keep(self, setting: str, value: str) -> None:
        self._kept[setting] = value
        if self._file is not None:
            from sciplan_tui.store.remembered.preferences import keep

            keep(self._file, setting, value)
