"""A book as one web page: nothing is fetched, rows can be filtered and sorted with keys alone, and it prints on paper.

All text is escaped; a policy in the page's head forbids anything that is not its own style and script.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from sciplan_tui.core.book import Book
from sciplan_tui.core.cell_width import cell_width
from sciplan_tui.core.sheet import Sheet, Value
from sciplan_tui.locale import language, say
from sciplan_tui.writers.looks import LOOKS, look
from sciplan_tui.writers.svg_chart import picture
from sciplan_tui.writers.wording import head, title, upright, worded, writable

_PAGE = Path(__file__).parent / "page"
_A4_COLUMNS = 14
"""So many columns an A4 sheet on its side holds; more go on A3."""
_ONE_LINE = 14
"""Cells of text that are not broken into lines."""


def write(book: Book) -> bytes:
    """The page in UTF-8."""
    return b"".join(piece.encode() for piece in _page(book))


def _page(book: Book) -> Iterator[str]:
    style, script = _style(book), (_PAGE / "script.js").read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'"
    whose = _text(book.title)
    yield f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language() == "zh" else language()}">\n<head>\n'
    yield f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield f'<meta name="viewport" content="width=device-width">\n<title>{whose}</title>\n<style>{style}</style>\n'
    yield f"</head>\n<body>\n<h1>{whose}</h1>\n"
    yield from _notes(book.notes)
    for place, sheet in enumerate(book.sheets):
        yield from _section(sheet, _charts(book, sheet, f"chart-{place}"))
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _style(book: Book) -> str:
    """The page's own style, a class for each look, and the paper that it needs."""
    bold = {True: "; font-weight: bold", False: ""}
    looks = (f".{name} {{ background: #{it.fill}; color: #{it.ink}{bold[it.bold]} }}" for name, it in LOOKS.items())
    wide = any(len(sheet.columns) > _A4_COLUMNS for sheet in book.sheets)
    paper = f"@page {{ size: {'A3' if wide else 'A4'} landscape; margin: 12mm }}"
    return "\n".join([(_PAGE / "style.css").read_text(encoding="utf-8"), *looks, paper, ""])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _charts(book: Book, sheet: Sheet, name: str) -> str:
    drawn = [chart for chart in book.charts if chart.sheet == sheet.name]
    return "".join(picture(chart, sheet, f"{name}-{place}") for place, chart in enumerate(drawn))


def _section(sheet: Sheet, charts: str) -> Iterator[str]:
    """A sheet with its charts and the line that filters it. Without the script there are charts and table alone."""
    name = _text(title(sheet))
    yield f'<section>\n<h2>{name}</h2>\n{charts}<form class="filter" hidden role="search">\n'
    yield f'<label>{say("export.page.words")} <input type="search" name="words" autocomplete="off"></label>\n'
    yield f'<label>{say("export.page.column")} <select name="column"><option value="">{say("export.page.all")}</option>'
    yield from (f'<option value="{place}">{_text(head(one))}</option>' for place, one in enumerate(sheet.columns))
    yield f'</select></label>\n<output data-text="{_text(say("export.page.count"))}"></output>\n'
    yield f"<small>{say('export.page.keys')}</small>\n</form>\n"
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">\n<table>\n<thead>\n<tr>'
    named = upright(sheet.columns)
    yield from (_head(head(column), upright=place in named) for place, column in enumerate(sheet.columns))
    yield "</tr>\n</thead>\n<tbody>\n"
    standing = next((place for place, column in enumerate(sheet.columns) if column.key == "title"), -1)
    short = _short(sheet)
    for number, row in enumerate(sheet.rows):
        yield "".join(_row(row, standing, short, heading=number in sheet.headings))
    yield "</tbody>\n</table>\n</div>\n"
    yield from _notes(sheet.notes)
    yield "</section>\n"


def _notes(notes: Sequence[tuple[str, str]]) -> Iterator[str]:
    if notes:
        yield '<dl class="notes">\n'
        yield from (f"<div><dt>{_text(what)}</dt><dd>{_text(said)}</dd></div>\n" for what, said in notes)
        yield "</dl>\n"


def _short(sheet: Sheet) -> frozenset[int]:
    """The places of the columns whose texts all stay on one line."""
    rows = [row for number, row in enumerate(sheet.rows) if number not in sheet.headings]
    wide = ({place for place, value in enumerate(row) if cell_width(str(worded(value))) > _ONE_LINE} for row in rows)
    return frozenset(range(len(sheet.columns))).difference(*wide)


def _head(text: str, *, upright: bool) -> str:
    kind = ' class="upright"' if upright else ""
    return f'<th scope="col"{kind} aria-sort="none"><button type="button">{_text(text)}</button></th>'


def _row(row: tuple[Value, ...], standing: int, short: frozenset[int], *, heading: bool) -> Iterator[str]:
    yield '<tr class="heading">' if heading else "<tr>"
    for place, value in enumerate(row):
        kind = _kind(value) or ("short" if place in short else "")
        said = f"{f' class={kind}' if kind and value is not None else ''}>{_text(str(worded(value)))}"
        yield f'<th scope="row"{said}</th>' if place == standing else f"<td{said}</td>"
    yield "</tr>\n"


def _kind(value: Value) -> str:
    """The class of a cell: its look, or that it is a number."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return "number" if number else look(value)


def _text(text: str) -> str:
    return escape(writable(text))
