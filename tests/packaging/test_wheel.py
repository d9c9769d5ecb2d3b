"""The wheel: what it holds, and that what ships beside the code is found from a checkout and from a wheel alike."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLACES = """
import sys
sys.path.insert(0, sys.argv[1])
from sciplan_tui import resources
print(resources.__file__)
print(len(resources.schema_sql()))
print(*sorted(path.name for path in resources.fixtures().iterdir()))
print(resources.database_history())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    script = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.split()[-1]


def shipped(folder: str) -> set[str]:
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_and_what_ships_with_it(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"sciplan_tui"}
    for folder, inside in (("db", "_db"), ("fixtures", "_fixtures")):
        assert {f"sciplan_tui/{inside}/{name}" for name in shipped(folder)} <= names
    assert {"sciplan_tui/py.typed", "sciplan_tui/tui/styles.tcss"} <= names


def test_what_ships_is_found_in_an_unpacked_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    assert places(tmp_path / "site", tmp_path)[1:3] == places(ROOT, tmp_path)[1:3]
    assert Path(places(tmp_path / "site", tmp_path)[3]).name == "_db"


def test_what_ships_is_found_from_the_checkout(tmp_path: Path) -> None:
    module, _, fixtures, history = places(ROOT, tmp_path)
    assert Path(module) == ROOT / "sciplan_tui" / "resources.py"
    assert set(fixtures.split()) == {path.name for path in (ROOT / "fixtures").iterdir()}
    assert Path(history) == ROOT / "db"


def test_the_command_is_installed() -> None:
    [command] = [entry for entry in entry_points(group="console_scripts") if entry.name == "sciplan"]
    assert command.value == "sciplan_tui.__main__:main"


def places(site: Path, elsewhere: Path) -> list[str]:
    """What a process with `site` first on its path finds, run from a folder that holds nothing."""
    done = subprocess.run(
        [sys.executable, "-c", PLACES, str(site)], cwd=elsewhere, capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout.splitlines()
