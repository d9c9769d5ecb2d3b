"""Exports tell how far they are, to the last byte, and can be broken off in the midst of writing."""

from __future__ import annotations

from pathlib import Path

import pytest

from sciplan_tui.core.book import Book
from sciplan_tui.core.export_options import ExportOptions
from sciplan_tui.core.sheet import Column, Sheet
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.workspace.export.exporting import export, formats_of
from sciplan_tui.workspace.export.watched_rows import EVERY, watched
from tests import viewing_data as data
from tests.viewing_data import TODAY


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data.fill(tmp_path_factory.mktemp("watched") / "watched.db")


class Enough(Exception):  # noqa: N818 nothing is wrong
    pass


def steps(database: Path, form: str, view: str = "matrix") -> list[float]:
    told: list[float] = []
    options = ExportOptions(format=form)
    export(database, view, ViewSpec(), options, today=TODAY, step=lambda done, of: told.append(done / max(of, 1)))
    return told


@pytest.mark.parametrize("form", formats_of("matrix"))
def test_it_never_goes_back_and_never_beyond_the_whole(database: Path, form: str) -> None:
    told = steps(database, form)
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] <= 1
    assert form in ("csv", "json") or any(0.5 <= one < 1 for one in told), "writing is told too"


@pytest.mark.parametrize("form", ["xlsx", "docx", "html", "md", "csv"])
def test_writing_is_broken_off_with_nothing_left(database: Path, form: str, tmp_path: Path) -> None:
    for at in range(len(steps(database, form))):
        count = 0

        def step(done: int, of: int, at: int = at) -> None:
            nonlocal count
            count += 1
            if count > at:
                raise Enough

        with pytest.raises(Enough):
            export(database, "matrix", ViewSpec(), out=tmp_path / f"a.{form}", today=TODAY, step=step)
        assert list(tmp_path.iterdir()) == []


def test_rows_stay_what_they_are() -> None:
    wanted = [(number,) for number in range(2 * EVERY + 1)]
    told: list[int] = []
    sheet = Sheet("any", (Column("a"),), tuple(wanted))
    rows = watched(Book("", (sheet,), (), TODAY), lambda done, of: told.append(done)).sheets[0].rows
    for passes in (1, 2):
        assert list(rows) == wanted
        assert len(told) == 3 * passes
    assert told == sorted(told)
    assert (rows[0], len(rows)) == ((0,), 2 * EVERY + 1)
