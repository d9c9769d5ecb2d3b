"""A picture of the screen as a person sees it: every character at the cell it stands in, wide ones over two.

Textual's own export squeezes lines with wide characters, because it counts characters where it should count cells.
"""

from __future__ import annotations

import re
from html import escape

from rich.cells import cell_len
from rich.segment import Segment
from rich.terminal_theme import DIMMED_MONOKAI as THEME
from textual.app import App

CELL, LINE, SIZE = 10, 24, 20
FONT = "'Noto Sans Mono CJK SC','Sarasa Mono SC','Noto Sans CJK SC',monospace"


def picture(app: App[None]) -> str:
    """The screen as SVG."""
    strips = app.screen._compositor.render_strips()
    width, height = app.size.width * CELL, len(strips) * LINE
    lines = [_line(list(strip), y) for y, strip in enumerate(strips)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="{app.current_theme.background}"/>'
        f'<g font-family="{FONT}" font-size="{SIZE}" xml:space="preserve">{"".join(lines)}</g></svg>'
    )


def _line(segments: list[Segment], y: int) -> str:
    x, parts = 0, []
    for text, style, _ in segments:
        width = cell_len(text)
        fore, back = "#c9d1dc", "#151a23"
        if style:
            fore = "#" + "".join(f"{v:02x}" for v in style.color.get_truecolor(THEME)) if style.color else fore
            back = "#" + "".join(f"{v:02x}" for v in style.bgcolor.get_truecolor(THEME)) if style.bgcolor else back
            fore, back = (back, fore) if style.reverse else (fore, back)
        parts.append(f'<rect x="{x * CELL}" y="{y * LINE}" width="{width * CELL}" height="{LINE}" fill="{back}"/>')
        parts.append(_text(text, x, y, fore, bool(style and style.bold), bool(style and style.underline)))
        x += width
    return "".join(parts)


def _text(text: str, x: int, y: int, fore: str, bold: bool, underline: bool) -> str:
    """Each word by itself: the font's wide characters are as wide as two cells, the others as wide as one."""
    look = (' font-weight="bold"' if bold else "") + (' text-decoration="underline"' if underline else "")
    parts = []
    for word in re.finditer("[^ ]+", text):
        place = x + cell_len(text[: word.start()])
        foot = y * LINE + SIZE - 2
        parts.append(f'<text x="{place * CELL}" y="{foot}" fill="{fore}"{look}>{escape(word.group())}</text>')
    return "".join(parts)
