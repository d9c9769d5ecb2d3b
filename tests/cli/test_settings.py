"""What the environment and the options before the command ask for."""

from __future__ import annotations

import datetime
import stat
from pathlib import Path

import pytest

from sciplan_tui import paths, settings
from sciplan_tui.errors import SettingError
from sciplan_tui.exits import Exit
from sciplan_tui.opening import Opening, opening
from tests.cli.conftest import Sciplan


def test_the_database_is_the_one_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SCIPLAN_DB", "~/mine.db")
    assert settings.database_path() == tmp_path / "mine.db"
    monkeypatch.setenv("SCIPLAN_DB", "")
    assert settings.database_path() == paths.data_folder() / "sciplan.db"
    assert not list(tmp_path.iterdir())


def test_today_stands_still_where_it_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCIPLAN_TODAY", "2023-12-31")
    assert settings.today() == datetime.date(2023, 12, 31)
    assert settings.now().startswith("2023-12-31T")
    assert datetime.datetime.fromisoformat(settings.now()).tzinfo is not None


def test_a_day_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCIPLAN_TODAY", "tomorrow")
    with pytest.raises(SettingError, match="tomorrow"):
        settings.today()


def test_a_language_that_there_is_not_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for chosen in ("", "zh", "en_GB.UTF-8", "zh-CN"):
        monkeypatch.setenv("SCIPLAN_LANG", chosen)
        settings.check_language()
    monkeypatch.setenv("SCIPLAN_LANG", "fr")
    with pytest.raises(SettingError, match="fr"):
        settings.check_language()


@pytest.mark.parametrize(("option", "written"), [("--lang", "--lang zh|en"), ("--db", "--db FILE")])
def test_an_option_behind_the_command_is_told_its_place(sciplan: Sciplan, option: str, written: str) -> None:
    ran = sciplan("unit", "members", option, "en")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert f"sciplan {written} unit members" in ran.err


def test_a_private_folder_is_private_all_the_way_down(tmp_path: Path) -> None:
    made = paths.private_folder(tmp_path / "a" / "b")
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (made, made.parent)] == [0o700, 0o700]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", Opening(None, None, True)),
        ("--db x.db", Opening("x.db", None, True)),
        ("--db=x.db --lang=en", Opening("x.db", "en", True)),
        ("--lang en --lang zh", Opening(None, "zh", True)),
        ("--lang fr", Opening(None, None, False)),
        ("--db", Opening(None, None, False)),
        ("--lang en tasks --db x", Opening(None, "en", False)),
        ("--version", Opening(None, None, False)),
    ],
)
def test_the_options_before_the_command(line: str, found: Opening) -> None:
    assert opening(line.split()) == found
