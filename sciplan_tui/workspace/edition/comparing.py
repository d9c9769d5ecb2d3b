"""Comparing any two of files and editions, whatever people have set meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.errors import RefusedError

if TYPE_CHECKING:
    from sciplan_tui.core.plan import ParsedPlan

_AT = "@"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: `name` is the file's name or the plan's key; `edition` its number, None for a file."""

    name: str
    title: str
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the right side says otherwise than the left, in the order differences are told."""

    left: Side
    right: Side
    differences: tuple[Difference, ...]

    def sides(self) -> Iterator[tuple[str, Side]]:
        """Both by their names, the left one first."""
        yield "left", self.left
        yield "right", self.right


def compare(database: Path | None, left: str, right: str, *, encoding: str | None = None) -> Comparison:
    """Compare two editions or files. Each is a file that is there (`-`: standard input), else `KEY@N` or `KEY` for the
    plan's last edition. No database is made or changed.

    ReadingError: the file. RefusedError: no such plan or edition. StoreError: the database.
    """
    from sciplan_tui.core.diff.between import between

    one, before = _side(database, left, encoding)
    other, after = _side(database, right, encoding)
    return Comparison(one, other, between(before, after))


def _side(database: Path | None, said: str, encoding: str | None) -> tuple[Side, ParsedPlan]:
    key, _, number = said.rpartition(_AT) if _numbered(said) else (said, "", "")
    if said == "-" or Path(said).exists() or database is None or not database.exists():
        return _file(said, encoding)
    return _edition(database, said, key, int(number) if number else None, encoding)


def _numbered(said: str) -> bool:
    number = said.rpartition(_AT)[2]
    return _AT in said and number.isascii() and number.isdigit()


def _file(said: str, encoding: str | None) -> tuple[Side, ParsedPlan]:
    from sciplan_tui.core.plan_cleaning import cleaned
    from sciplan_tui.workspace.edition.checking import read_plan

    plan = cleaned(read_plan(None if said == "-" else Path(said), encoding=encoding)[0])
    return Side(plan.source.name, plan.title), plan


def _edition(database: Path, said: str, key: str, number: int | None, encoding: str | None) -> tuple[Side, ParsedPlan]:
    """An edition of a plan. Where no plan fits and a file may have been meant, the file is what is missing."""
    from sciplan_tui.core.edition.identity import fitting, one_fitting
    from sciplan_tui.core.edition.said import plan_said
    from sciplan_tui.store.database.engine import opened
    from sciplan_tui.store.edition.editions import edition_of, known_plans, last_edition, plan_titles

    with opened(database) as connection:
        plans = {one.key: one.id for one in known_plans(connection)}
        titles = plan_titles(connection)
        if not fitting(key, titles) and Path(said).suffix:
            return _file(said, encoding)
        found = one_fitting(key, titles)
        last = last_edition(connection, plans[found])
        edition = last if number is None else edition_of(connection, plans[found], number)
        if last is None or edition is None:
            raise RefusedError("no_such_edition", plan=found, edition=number or 1, last=last.number if last else 0)
    plan = plan_said(edition.said)
    return Side(found, plan.title, edition.number), plan
