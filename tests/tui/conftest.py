"""The homes that stories in a terminal are told on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, "xiangtan-2021.csv", "qingyu-2021.txt")


@pytest.fixture
def qingyu(tmp_path: Path) -> Office:
    return Office(tmp_path, "qingyu-2021.txt")
