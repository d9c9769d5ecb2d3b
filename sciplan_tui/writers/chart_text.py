"""A chart in words, and the letters in its pieces: no chart is told by its picture alone."""

from __future__ import annotations

from sciplan_tui.core.chart import Bars, Chart
from sciplan_tui.locale import say
from sciplan_tui.writers.wording import head, worded, writable


def title(chart: Chart) -> str:
    """What stands above it: what it is of, and whether it is all of that."""
    drawn, left = len(chart.rows or ()), chart.left_out
    cut = say("export.chart_cut", drawn=drawn, all=drawn + left) if left else ""
    named = say("export.chart_of", chart=say(f"export.chart.{chart.name}"), plan=writable(chart.part))
    return (named if chart.part else say(f"export.chart.{chart.name}")) + cut


def told(chart: Chart, drawn: Bars) -> str:
    """The chart in words, for who does not see it: a line for each bar, with its pieces."""
    lines = []
    for place, name in enumerate(drawn.names):
        pieces = (f"{head(piece.column)} {piece.numbers[place]}" for piece in drawn.pieces if piece.numbers[place])
        lines.append(say("word.noted", what=worded(name), said=say("word.between").join(pieces)))
    return "\n".join([title(chart), *lines])


def letter(key: str) -> str:
    """The sign of a state, as it stands in the matrix; empty for what is no state."""
    try:
        return say(f"word.sign.{key}")
    except KeyError:
        return ""
