"""A sheet with more units than a page holds, as several beside each other, each with the facts of the rows first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sciplan_tui.core.sheet import Column, Sheet, at_places
from sciplan_tui.locale import say

A_PAGE = 45
"""Units and milestones that stand across an A3 page and can be read."""


def side_by_side(sheet: Sheet, most: int = A_PAGE) -> tuple[Sheet, ...]:
    """Its parts, of at most `most` units and milestones each; units of a class stay together where they fit. One that
    is not wider is its only part; notes stay with the last.
    """
    facts = [place for place, column in enumerate(sheet.columns) if column.title is None]
    if len(sheet.columns) - len(facts) <= most:
        return (sheet,)
    runs = list(_runs(sheet.columns, most))
    parts = [at_places(sheet, [*facts, *run]) for run in runs]
    return (*(replace(part, notes=()) for part in parts[:-1]), parts[-1])


def told(part: Sheet, number: int, parts: int) -> str:
    """Which part it is, from 1, and the classes of its units."""
    classes = dict.fromkeys(column.unit_class for column in part.columns if column.unit_class)
    named = say("word.between").join(say(f"word.unit_class.{name}") for name in classes)
    return say("export.part" if named else "export.part_bare", number=number, parts=parts, units=named)


def _runs(columns: Sequence[Column], most: int) -> Iterator[list[int]]:
    """The places of named columns, part by part."""
    named = [place for place, column in enumerate(columns) if column.title is not None]
    run = list[int]()
    for _, some in groupby(named, key=lambda place: (columns[place].group, columns[place].unit_class)):
        of_class = list(some)
        if run and len(run) + len(of_class) > most:
            yield run
            run = []
        run += of_class
        while len(run) > most:
            yield run[:most]
            run = run[most:]
    if run:
        yield run
