"""The ruled lines of a page of a PDF, and how much of it is pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from sciplan_tui.readers.pdf.page import MOST_OBJECTS, MOST_RULES, Rule
from sciplan_tui.readers.pdf.turn import Turn

_DEEPEST = 3
"""Forms within forms."""
_OUTLINES = 300
"""Drawn shapes that are no lines; a seal or a logo has fewer."""
_THIN = 3.0
_SHORTEST = 4.0


def rules_of(page: Any, turn: Turn) -> tuple[tuple[Rule, ...], float]:
    """The ruled lines, and how much room pictures take, in square points; letters that are drawn as outlines, and hold
    no text, are one picture over the whole page.
    """
    import pypdfium2.raw as raw

    rules: list[Rule] = []
    pictured, outlines = 0.0, 0
    for count, found in enumerate(_drawn(page, page, _DEEPEST)):
        if count > MOST_OBJECTS or len(rules) > MOST_RULES:
            return (), pictured
        if found is None:
            continue
        if found.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictured += _room(found)
        else:
            ruled = _rules_of(found, turn)
            rules += ruled
            outlines += not ruled
    return tuple(rules), pictured if outlines < _OUTLINES else turn.width * turn.height


def _drawn(page: Any, holder: Any, depth: int) -> Iterator[Any]:
    """The lines and pictures of a page, or of a form on it; None for all else, which is letters mostly: to make an
    object of each would take as long as to read it. Raises PdfiumError.
    """
    import pypdfium2
    import pypdfium2.raw as raw

    on_page = holder is page
    one, kind_of = raw.FPDFPage_GetObject if on_page else raw.FPDFFormObj_GetObject, raw.FPDFPageObj_GetType
    for index in range((raw.FPDFPage_CountObjects if on_page else raw.FPDFFormObj_CountObjects)(holder)):
        found = one(holder, index)
        kind = kind_of(found) if found else raw.FPDF_PAGEOBJ_UNKNOWN
        if kind == raw.FPDF_PAGEOBJ_UNKNOWN:
            raise pypdfium2.PdfiumError(f"no object {index}")
        is_drawn = kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH)
        yield pypdfium2.PdfObject(found, page=page, pdf=page.pdf) if is_drawn else None
        if kind == raw.FPDF_PAGEOBJ_FORM and depth > 1:
            yield from _drawn(page, found, depth - 1)


def _room(picture: Any) -> float:
    """What a picture takes, at least a point, so that it is known to be there."""
    try:
        left, bottom, right, top = picture.get_bounds()
    except Exception:  # a picture without extent
        return 1.0
    return max(1.0, float(right - left) * float(top - bottom))


def _rules_of(path: Any, turn: Turn) -> list[Rule]:
    """A thin path is one line; a drawn box is its four sides."""
    try:
        left, bottom, right, top = turn.box(*path.get_bounds())
    except Exception:  # a path without extent
        return []
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _SHORTEST:
        return [Rule(True, (bottom + top) / 2, left, right)]
    if wide <= _THIN and high >= _SHORTEST:
        return [Rule(False, (left + right) / 2, bottom, top)]
    return _sides(path, turn)


def _sides(path: Any, turn: Turn) -> list[Rule]:
    import pypdfium2.raw as raw

    matrix = path.get_matrix()
    points: list[tuple[float, float]] = []
    rules: list[Rule] = []
    count = raw.FPDFPath_CountSegments(path)
    if not 2 <= count <= 2_000:
        return []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        px, py = matrix.on_point(x.value, y.value)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            points = []
        elif raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO and points:
            rules += _side(*turn.box(*points[-1], px, py))
        points.append((px, py))
        if raw.FPDFPathSegment_GetClose(segment) and len(points) > 2:
            rules += _side(*turn.box(*points[-1], *points[0]))
    return rules


def _side(left: float, bottom: float, right: float, top: float) -> list[Rule]:
    if top - bottom < 1 and right - left >= _SHORTEST:
        return [Rule(True, (bottom + top) / 2, left, right)]
    if right - left < 1 and top - bottom >= _SHORTEST:
        return [Rule(False, (left + right) / 2, bottom, top)]
    return []
