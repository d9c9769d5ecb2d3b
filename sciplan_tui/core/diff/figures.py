"""The figures of an edition against the stored ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sciplan_tui.core.diff.difference import Difference, StoredRow, altered, numbered, removed
from sciplan_tui.core.diff.gathering import Gathering
from sciplan_tui.core.diff.merging import turns
from sciplan_tui.core.diff.outline import Outline
from sciplan_tui.core.diff.reports import Reports
from sciplan_tui.core.diff.rows import Columns, figure, target_content
from sciplan_tui.core.diff.stored import StoredPlan
from sciplan_tui.core.plan import ParsedPlan, Target

_CONTENT = ("comparator", "value", "value_max", "frequency", "deadline", "aspirational", "region")

Name = tuple[int | None, str, str]
Key = tuple[Name, int]
"""By which a figure is known: its task, its indicator and its unit of measure, and its place among several such."""


def compare_targets(
    stored: StoredPlan, plan: ParsedPlan, base: ParsedPlan | None, outline: Outline, gathering: Gathering
) -> None:
    """Merge the figures. One that neither edition names is a person's."""
    new: dict[Key, Target] = numbered(plan.targets, lambda t: (outline.ids[t.path], t.indicator, t.unit))
    before = [((number, one.indicator, one.unit), target_content(one), one) for number, one in outline.last.targets]
    called = _called(stored.targets, outline)
    rows = [(called.get(row["id"], _name(row)), dict(row), row) for row in stored.targets]
    last: dict[Key, Target] = _paired(before, new)
    now: dict[Key, StoredRow] = _paired(rows, new)
    for (key, said), position in zip(new.items(), _positions(plan.targets), strict=True):
        if key in now:
            _merge(now.pop(key), last.get(key), said, position, outline, gathering)
        else:
            _add(said, last.get(key), position, _about(key), outline, gathering)
    paths, reports = {number: path for path, number in outline.ids.items()}, Reports(stored)
    for key, row in now.items():
        if row["task_id"] in paths:
            _lose(row, paths[row["task_id"]], base is None or key in last, reports, outline, gathering)


def _name(row: StoredRow) -> Name:
    return row["task_id"], row["indicator"], row["unit"]


def _called(rows: Iterable[StoredRow], outline: Outline) -> dict[int, Name]:
    """What the last edition called the figures that a person has renamed: its sentence and its place are the same."""
    stored = {_name(row) for row in rows}
    places: dict[int | None, int] = defaultdict(int)
    said: dict[tuple[Any, ...], Name] = {}
    for number, one in outline.last.targets:
        places[number] += 1
        if (name := (number, one.indicator, one.unit)) not in stored:
            said[number, places[number], one.line, one.quote] = name
    found = {row["id"]: said.get((row["task_id"], row["position"], row["line"], row["quote"])) for row in rows}
    proved = {row["id"] for row in rows if row["line"] is not None or row["quote"] is not None}
    return {number: name for number, name in found.items() if name is not None and number in proved}


def _paired(figures: Iterable[tuple[Name, Columns, Any]], new: Mapping[Key, Target]) -> dict[Key, Any]:
    """Figures by their key: of several with one name each has the place of the new one that is equal, else the next."""
    found: dict[Key, Any] = {}
    left: list[tuple[Name, Any]] = []
    wanted = {key: target_content(said) for key, said in new.items()}
    for name, content, figure_ in figures:
        place = 0
        while (key := (name, place)) in wanted and (key in found or not _equal(content, wanted[key])):
            place += 1
        if (name, place) in wanted:
            found[name, place] = figure_
        else:
            left.append((name, figure_))
    for name, figure_ in left:
        place = 0
        while (name, place) in found:
            place += 1
        found[name, place] = figure_
    return found


def _names(said: Target) -> Columns:
    return {"indicator": said.indicator, "unit": said.unit}


def _equal(content: Columns, wanted: Columns) -> bool:
    return all(content[name] == value for name, value in wanted.items())


def _about(key: Key) -> str:
    (task, indicator, unit), _ = key
    return f"task {task} target {indicator} {unit}"


def _positions(targets: tuple[Target, ...]) -> list[int]:
    """Each figure's place within its task, from 1."""
    seen: dict[str, int] = defaultdict(int)
    places = []
    for target in targets:
        seen[target.path] += 1
        places.append(seen[target.path])
    return places


def _add(said: Target, last: Target | None, position: int, about: str, outline: Outline, gathering: Gathering) -> None:
    """One that the last edition had is done without by a person: where it says it otherwise now, that is a conflict."""
    number = outline.ids[said.path]
    hangs = outline.hangs.get(number)
    row: dict[str, Any] = {"task_id": number, "position": position, "indicator": said.indicator, "unit": said.unit}
    row |= {**target_content(said), "line": said.line, "quote": said.quote}
    if said.path not in outline.matches:
        gathering.follow(gathering.added("target", row), hangs=hangs)
        return
    standing = last is not None and target_content(last) == target_content(said)
    told = Difference("target_added", said.path, said.indicator, new=figure(row), about=about)
    if last is not None and not standing:
        old = figure({**target_content(last), **_names(last)})
        told = replace(told, old=old, now="-", reason="conflict")
    gathering.tell(told, (gathering.added("target", row),), standing=standing, hangs=hangs)


def _lose(row: StoredRow, path: str, said: bool, reports: Reports, outline: Outline, gathering: Gathering) -> None:
    """One that the last edition did not name is a person's, or waits already. What was reported for it is told."""
    about, old, now = f"target {row['id']}", figure(dict(row)), reports.told([row])
    told = Difference("target_removed", path, row["indicator"], old=old, now=now, reason="removal", about=about)
    hangs = outline.hangs.get(row["task_id"])
    gathering.tell(told, (*reports.going_with(row), removed("target", row)), standing=not said, hangs=hangs)


def _merge(
    now: StoredRow,
    last: Target | None,
    said: Target,
    position: int,
    outline: Outline,
    gathering: Gathering,
) -> None:
    content, hangs = {**target_content(said), **_names(said)}, outline.hangs.get(now["task_id"])
    changed = turns(
        now, {**target_content(last), **_names(last)} if last else None, content, (*_CONTENT, *_names(said))
    )
    # A figure is one fact: its comparator, value and deadline change together or are in conflict together.
    moved = [turn for turn in changed if not turn.standing]
    conflict = any(turn.reason == "conflict" for turn in moved)
    proves = hangs
    if changed:
        old, there = figure({**now, **{turn.column: turn.old for turn in changed}}), figure(dict(now))
        told = Difference(
            *("target_changed", said.path, said.indicator, old, figure({**now, **content})),
            there if conflict else None,
            "conflict" if conflict else None,
            about=f"target {now['id']}",
        )
        wanted = {turn.column: turn.new for turn in (changed if conflict or not moved else moved)}
        proves = gathering.tell(told, (altered("target", now, wanted),), now=there, standing=not moved, hangs=hangs)
    gathering.follow(altered("target", now, {"position": position}), hangs=hangs)
    sentence = {name: value for name, value in (("line", said.line), ("quote", said.quote)) if value is not None}
    # What is stored keeps the sentence that it was read from until another value is accepted.
    gathering.follow(altered("target", now, sentence), hangs=hangs if said.quote == now["quote"] else proves)
