"""The thin rows at the top of the head: which plan the units below belong to, and which class.

A word stands over the columns it is for, as far as these are in view; it takes the longest form that fits there. Groups
in turn have a ground and an ink of their own, so that words that touch do not read as one. Where a collective is
unfolded, it and its members stand under its own name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from sciplan_tui.core.matrix import UnitColumn
from sciplan_tui.core.unit.unfolding import UNFOLDED
from sciplan_tui.core.view.spec import ColumnOrder
from sciplan_tui.tui.widgets.matrix.layout import visible
from sciplan_tui.tui.widgets.matrix.scene import Part, Scene
from sciplan_tui.tui.widgets.measure import fit, narrow

EDGE = 2
"""Cells at either end that say that there is more."""


class _Group(NamedTuple):
    """Neighbouring columns under one word: the first one's unit, and the cells of them in view."""

    unit: UnitColumn | None
    shaded: bool
    cells: int


def band(scene: Scene, row: int) -> list[Part]:
    """Row `row` of the bands: plans where there are several, then classes."""
    of_plans = len(scene.frame.plans) > 1 and row == 0
    parts = [_word(scene, group, of_plans) for group in _groups(scene, of_plans)]
    return _edges(scene, parts) if row == 0 else parts


def _groups(scene: Scene, of_plans: bool) -> Iterator[_Group]:
    layout, last, group = scene.layout, None, None
    for index, cells in visible(layout, scene.offset):
        unit = layout.units[index]
        key = _key(unit, of_plans)
        if group is not None and key == last:
            group = group._replace(cells=group.cells + cells)
            continue
        if group is not None:
            yield group
        group, last = _Group(unit, layout.shades[index] and not of_plans, cells), key
    if group is not None:
        yield group


def _key(unit: UnitColumn | None, of_plans: bool) -> tuple[int, str, int] | None:
    """What the columns under one word have in common."""
    if unit is None:
        return None
    if of_plans:
        return unit.plan_id, "", 0
    return unit.plan_id, unit.unit_class, unit.unit_id if unit.fold == UNFOLDED else unit.within or 0


def _word(scene: Scene, group: _Group, of_plans: bool) -> Part:
    unit = group.unit
    here = unit is not None and unit.plan_id == scene.plan_id and len(scene.frame.plans) > 1
    ink = "chosen" if here and of_plans else "class_beside" if group.shaded else "class"
    look = scene.style(ink, "head_shade" if group.shaded else "head")
    if unit is None:
        return " " * group.cells, look
    return fit(_longest(_forms(scene, unit, of_plans), group.cells, parted=scene.colour), group.cells), look


def _forms(scene: Scene, unit: UnitColumn, of_plans: bool) -> tuple[str, ...]:
    """What a group is called, the longest form first; a last one that does not fit is cut."""
    if of_plans:
        plan = next(plan for plan in scene.frame.plans if plan.plan_id == unit.plan_id)
        return plan.title, plan.region or plan.key
    if scene.frame.spec.columns is not ColumnOrder.PROTOCOL:
        return ("",)
    if unit.fold == UNFOLDED or unit.within is not None:
        short = _collective(scene, unit).short
        return UNFOLDED + short, short, UNFOLDED
    return scene.words.classes[unit.unit_class]


def _collective(scene: Scene, unit: UnitColumn) -> UnitColumn:
    """The unfolded collective that a unit is, or stands behind."""
    wanted = unit.unit_id if unit.fold == UNFOLDED else unit.within
    return next((other for other in scene.frame.units if other.unit_id == wanted), unit)


def _longest(forms: tuple[str, ...], cells: int, *, parted: bool) -> str:
    """The longest form that leaves a blank behind it; the last one is cut. Where shades part the groups, wide
    characters may take all there is."""
    shown = [narrow(form) for form in forms]
    room = {form: cells if parted and not form.isascii() else cells - 1 for form in shown}
    return next((form for form in shown if cell_len(form) <= room[form]), shown[-1] if cells > 1 else "")


def _edges(scene: Scene, parts: list[Part]) -> list[Part]:
    """The band with `<` and `>` at its ends where there is more."""
    layout, look = scene.layout, scene.style("edge", "head")
    if scene.offset > 0:
        parts = [(fit("<", min(EDGE, layout.shown)), look), *_without(parts, EDGE)]
    if scene.offset + layout.shown < layout.units_width:
        parts = [*reversed(_without(list(reversed(parts)), EDGE)), (fit(">", min(EDGE, layout.shown)), look)]
    return parts


def _without(parts: list[Part], cells: int) -> list[Part]:
    """The parts less so many cells at their beginning; a word that loses some is fitted anew."""
    kept: list[Part] = []
    for text, look in parts:
        width = cell_len(text)
        taken = min(cells, width)
        cells -= taken
        if taken < width:
            kept.append((fit(text.rstrip(), width - taken) if taken else text, look))
    return kept
