"""The plan's facts built from checked fields: the same for JSON objects and for the rows of a record table."""

from __future__ import annotations

from collections.abc import Iterable

from sciplan_tui.core.interchange.fields import Fields
from sciplan_tui.core.plan import (
    Assignment,
    Comparator,
    Frequency,
    Kind,
    Milestone,
    MilestoneKind,
    Origin,
    Precision,
    Proposal,
    Role,
    Target,
    Task,
)
from sciplan_tui.errors import ReadingError


def assignment(fields: Fields, order: int) -> Assignment:
    """A unit's role; `order` is its place where none is given."""
    origin = fields.choice("origin", Origin) if fields.text_or_none("origin") else Origin.PRINTED
    unit = fields.name("unit")
    return Assignment(
        unit=unit,
        printed=fields.text_or_none("printed") or unit,
        role=fields.choice("role", Role),
        order=fields.integer_or_none("order") or order,
        origin=origin,
        line=fields.integer_or_none("line"),
        quote=fields.text_or_none("quote"),
    )


def proposal(fields: Fields) -> Proposal:
    """A role that the program suggests."""
    return Proposal(
        unit=fields.name("unit"),
        role=fields.choice("role", Role),
        reason=fields.name("reason"),
        line=fields.integer_or_none("line"),
        quote=fields.text_or_none("quote"),
    )


def task(fields: Fields, assignments: Iterable[Assignment], proposals: Iterable[Proposal]) -> Task:
    """A node of the outline with what is assigned to it."""
    return Task(
        path=fields.path("path"),
        parent=fields.path_or_none("parent"),
        number=fields.text_or_none("number"),
        title=fields.text("title"),
        kind=fields.choice("kind", Kind),
        line=fields.integer_or_none("line"),
        inferred=fields.flag("inferred"),
        open_list=fields.flag("open_list"),
        deadline=fields.text_or_none("deadline"),
        text=fields.text_or_none("text") or "",
        assignments=tuple(assignments),
        proposals=tuple(proposals),
    )


def target(fields: Fields) -> Target:
    """A figure."""
    return Target(
        path=fields.path("path"),
        indicator=fields.text("indicator"),
        comparator=fields.choice("comparator", Comparator),
        value=fields.number("value"),
        value_max=fields.number_or_none("value_max"),
        unit=fields.text("unit"),
        frequency=fields.choice("frequency", Frequency) if fields.text_or_none("frequency") else None,
        deadline=fields.text_or_none("deadline"),
        aspirational=fields.flag("aspirational"),
        region=fields.text_or_none("region"),
        line=fields.integer_or_none("line"),
        quote=fields.text_or_none("quote"),
    )


def milestone(fields: Fields) -> Milestone:
    """A review or event."""
    return Milestone(
        key=fields.name("key"),
        path=fields.path_or_none("path"),
        kind=fields.choice("kind", MilestoneKind),
        label=fields.text("label"),
        start=fields.date_or_none("start"),
        end=fields.date_or_none("end"),
        precision=str(fields.choice("precision", Precision)) if fields.text_or_none("precision") else None,
        line=fields.integer_or_none("line"),
    )


def in_order(tasks: Iterable[Task], targets: Iterable[Target]) -> tuple[Target, ...]:
    """The figures as a document has them: task by task; those of one task as they come."""
    places = {node.path: place for place, node in enumerate(tasks)}
    return tuple(sorted(targets, key=lambda figure: places.get(figure.path, len(places))))


def hold_together(tasks: Iterable[Task], targets: Iterable[Target], milestones: Iterable[Milestone]) -> None:
    """Every path once, every parent before its children, every figure and milestone at a task that is there."""
    paths: set[str] = set()
    for node in tasks:
        if node.path in paths:
            raise ReadingError("path_twice", path=node.path)
        if node.parent is not None and node.parent not in paths:
            raise ReadingError("path_unknown", path=node.parent)
        paths.add(node.path)
    keys: set[str] = set()
    for stone in milestones:
        if stone.key in keys:
            raise ReadingError("key_twice", key=stone.key)
        keys.add(stone.key)
    pointed = [figure.path for figure in targets] + [stone.path for stone in milestones if stone.path is not None]
    for path in pointed:
        if path not in paths:
            raise ReadingError("path_unknown", path=path)
