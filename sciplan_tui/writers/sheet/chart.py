"""Bars in a workbook, drawn by the spreadsheet itself from the cells of their sheet, so that they follow an edit.

What the cells say now stands in the chart too: viewers that reckon nothing show it, and a document can take it over.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.chart import Bars, Chart, Piece, bars
from sciplan_tui.core.sheet import Sheet
from sciplan_tui.writers.chart_text import title
from sciplan_tui.writers.looks import Fill, fill
from sciplan_tui.writers.sheet.formats import FONT
from sciplan_tui.writers.wording import head, worded

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart_bar import ChartBar

_LINE = "#595959"
_AROUND, _BAR = 110, 26
"""Pixels: of title, axis and legend together, and of one bar with what parts it from the next."""
_DIGIT = 0.022
"""Of the longest bar, what a digit takes."""
_PATTERNS = {
    "rising": "wide_upward_diagonal",
    "falling": "wide_downward_diagonal",
    "dots": "percent_20",
    "lines": "light_horizontal",
    "checks": "large_check",
}
"""What the library calls them."""


def height(drawn: Bars) -> int:
    """Pixels that the chart is high."""
    return _AROUND + _BAR * len(drawn.rows)


def draw(made: Workbook, chart: Chart, sheet: Sheet, page: str) -> tuple[ChartBar, Bars]:
    """The chart, of the worksheet called `page` whose first row has the heads of `sheet`, and what it is drawn of."""
    drawn = bars(chart, sheet)
    shown: Any = made.add_chart({"type": "bar", "subtype": "stacked"})
    for place, piece in enumerate(drawn.pieces):
        shown.add_series(_series(drawn, piece, place, page))
    shown.set_title({"name": title(chart), "name_font": {**_font(11), "bold": True}, "overlay": False})
    shown.set_y_axis({**_names(), "reverse": True, "line": {"color": _LINE}, "major_tick_mark": "none"})
    shown.set_x_axis(
        {
            "num_font": _font(9),
            "num_format": "0",
            "min": 0,
            "major_gridlines": {"visible": False},
            "visible": False,
            "line": {"none": True},
        }
    )
    shown.set_legend({"position": "bottom", "font": _font(9)} if len(drawn.pieces) > 1 else {"none": True})
    shown.set_chartarea({"border": {"none": True}})
    return shown, drawn


def _names() -> dict[str, Any]:
    """Each bar has its name, however narrow: Excel asks for the interval, LibreOffice for names said to lie level."""
    return {"num_font": {**_font(9), "rotation": 0}, "interval_unit": 1}


def _series(drawn: Bars, piece: Piece, place: int, page: str) -> dict[str, Any]:
    """One column's pieces: filled by what it counts, the number in each that has a length."""
    return {
        "name": [page, 0, piece.place],
        "name_data": [head(piece.column)],
        "categories": _range(page, drawn.rows, drawn.label),
        "categories_data": [str(worded(name)) for name in drawn.names],
        "values": _range(page, drawn.rows, piece.place),
        "values_data": list(piece.numbers),
        "border": {"color": _LINE, "width": 0.75},
        "gap": 40,
        "data_labels": {
            **{"value": True, "num_format": "0;;", "font": _font(9), "fill": {"color": "#FFFFFF"}},
            "custom": [None if _has_room(number, drawn) else {"delete": True} for number in piece.numbers],
        },
        **_filled(fill(piece.column.key, place)),
    }


def _has_room(number: int | float, drawn: Bars) -> bool:
    """Whether a piece is as wide as its number, so that those of narrow pieces do not run together."""
    return number / (drawn.longest or 1) >= _DIGIT * (len(str(number)) + 0.5)


def _filled(said: Fill) -> dict[str, Any]:
    if not said.pattern:
        return {"fill": {"color": f"#{said.ink}"}}
    return {"pattern": {"pattern": _PATTERNS[said.pattern], "fg_color": f"#{said.ink}", "bg_color": f"#{said.paper}"}}


def _font(size: int) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": False, "color": "#1F2328"}


def _range(page: str, rows: Sequence[int], column: int) -> str:
    """The cells of these rows, the head not counted; rows that do not follow each other are named one by one."""
    from xlsxwriter.utility import xl_range_formula

    breaks = [place for place, (one, next_) in enumerate(pairwise(rows), 1) if next_ != one + 1]
    starts, ends = [0, *breaks], [*breaks, len(rows)]
    ranges = [
        xl_range_formula(page, rows[start] + 1, column, rows[end - 1] + 1, column)
        for start, end in zip(starts, ends, strict=True)
    ]
    said = ",".join(one.removeprefix("=") for one in ranges)
    return f"=({said})" if len(ranges) > 1 else f"={said}"
