"""The head of the matrix: the classes of units in a thin row, and below them the short names, upright.

A name reads downwards, one character under the other, its foot on the last row, next to the cells it is for.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from sciplan_tui.tui.widgets.matrix_layout import MarkSlot, head_name
from sciplan_tui.tui.widgets.matrix_scene import Part, Scene, clip, filler, to_strip, visible, words_of
from sciplan_tui.tui.widgets.measure import fit, narrow, sign, upright


def head_strip(scene: Scene, y: int) -> Strip:
    """Row `y` of the head, as wide as the widget."""
    parts = [_corner(scene, y), *_units(scene, y), *_marks(scene, y)]
    used = scene.layout.marks_at + scene.layout.marks_width
    parts += [filler(scene, used, "head"), (" ", scene.style("text", "head"))]
    return to_strip(parts, scene.layout.width)


def _corner(scene: Scene, y: int) -> Part:
    """Above the tree: what the signs mean, or that the plan names no unit."""
    layout, text, ink = scene.layout, "", "legend"
    if y == layout.head - 1:
        text = _fitting(scene.words.legend, layout.tree - 3) if layout.units else ""
    if not layout.units and y == max(layout.head - 2, 0):
        text, ink = scene.words.no_units, "notice"
    return words_of("  " + text, layout.tree, scene.style(ink, "head"))


def _fitting(legend: str, width: int) -> str:
    """As many of the signs' meanings as there is room for, each whole."""
    while legend and cell_len(legend) > width:
        legend = legend.rpartition("  ")[0]
    return legend


def _units(scene: Scene, y: int) -> list[Part]:
    if not scene.layout.shown:
        return []
    return _classes(scene) if y == 0 and scene.layout.head > 1 else _names(scene, y)


def _classes(scene: Scene) -> list[Part]:
    """Each class where it begins, one character; among several plans, the name of each plan over its units instead."""
    words = _plan_words(scene) if len(scene.frame.plans) > 1 else _class_words(scene)
    parts: list[Part] = []
    for index, cells in visible(scene.layout, scene.offset):
        unit = scene.layout.units[index]
        ink = "chosen" if unit and unit.plan_id == scene.plan_id and len(scene.frame.plans) > 1 else "class"
        parts.append((clip(words[index], cells), scene.style(ink, _ground(scene, index))))
    return _edges(scene, parts)


def _class_words(scene: Scene) -> list[str]:
    words: list[str] = []
    last = None
    for unit in scene.layout.units:
        group = unit.unit_class if unit else None
        words.append(sign(scene.words.classes[unit.unit_class] if unit and group != last else ""))
        last = group
    return words


def _plan_words(scene: Scene) -> list[str]:
    names = {plan.plan_id: list(narrow(plan.region or plan.key)) for plan in scene.frame.plans}
    return [sign(names[unit.plan_id].pop(0) if unit and names.get(unit.plan_id) else "") for unit in scene.layout.units]


def _edges(scene: Scene, parts: list[Part]) -> list[Part]:
    layout, look = scene.layout, scene.style("edge", "head")
    if scene.offset > 0:
        parts[0] = (fit("<", len_of(parts[0])), look)
    if scene.offset + layout.shown < layout.units_width:
        parts[-1] = (fit(">", len_of(parts[-1])), look)
    return parts


def len_of(part: Part) -> int:
    """Cells of a part that is a sign, a blank or a half of one."""
    return 1 if len(part[0]) == 1 and part[0].isascii() else 2


def _names(scene: Scene, y: int) -> list[Part]:
    layout = scene.layout
    rows = max(layout.head - 1, 1)
    row = y - (layout.head - rows)
    parts: list[Part] = []
    for index, cells in visible(scene.layout, scene.offset):
        unit = layout.units[index]
        letter = upright(head_name(unit), rows)[row] if unit else "  "
        ink = "chosen" if index == scene.column else "name"
        parts.append((clip(letter, cells), scene.style(ink, _ground(scene, index))))
    return parts


def _ground(scene: Scene, index: int) -> str:
    if index == scene.column:
        return "row"
    return "head_shade" if scene.layout.shades[index] else "head"


def _marks(scene: Scene, y: int) -> list[Part]:
    """A milestone's two characters upright, its year below."""
    layout = scene.layout
    parts: list[Part] = [(" ", scene.style("name", "head"))] if layout.slots else []
    for place, slot in enumerate(layout.slots):
        chosen = scene.column == len(layout.units) + place
        look = scene.style("chosen" if chosen else "name", "row" if chosen else "head")
        parts += [(" ", scene.style("name", "head")), (mark_name(scene, slot)[y], look)]
    return parts


def mark_name(scene: Scene, slot: MarkSlot) -> tuple[str, ...]:
    """The cells of a milestone's head, from the top: `中 期 23`."""
    kind, _, year = slot.key.partition("-")
    short = scene.words.marks.get(kind, slot.label[:2])
    rows = scene.layout.head
    if rows < 2:
        return (sign(year[2:4] or short),)
    return (*upright(short, rows - 1), sign(year[2:4]))
