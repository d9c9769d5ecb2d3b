"""How far the tasks of one lead are at a milestone: columns of counts, and the same in words."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.content import Content

from sciplan_tui.core.progress.board import LeadCounts
from sciplan_tui.core.progress.facts import COLUMNS, UNMARKED, Progress
from sciplan_tui.core.progress.led_by import lead_name
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.hanging import hang
from sciplan_tui.tui.widgets.line_list import Pieces
from sciplan_tui.tui.widgets.measure import fit, right
from sciplan_tui.tui.widgets.plain import joined, plain
from sciplan_tui.tui.widgets.text.standing_text import BAR, bar, counts_in_words, several, state_name, state_sign
from sciplan_tui.tui.widgets.text.task_text import DIM

NAME = 30
"""Cells that the name of a lead has before a bar has any, or counts have names for heads."""
COUNT = 5


def lead_header(width: int) -> Pieces:
    """The names of the columns of counts."""
    heads = [right(say("board.total"), COUNT + 1), *(right(_head(name, width), _wide(width)) for name in COLUMNS)]
    return [(fit(say("board.lead"), _name(width)) + "".join(heads), "class")]


def _head(name: str, width: int) -> str:
    return state_name(name) if names_states(width) else state_sign(name)


def names_states(width: int) -> bool:
    """Whether there is room for the names of states as heads; else signs stand for them."""
    return _wide(width) > COUNT


def _wide(width: int) -> int:
    """Cells of a column of counts: as its name wants, where that leaves room for the names of leads."""
    wide = max(COUNT, max(cell_len(state_name(name)) for name in COLUMNS) + 1)
    return wide if width - COUNT - 1 - wide * len(COLUMNS) >= NAME else COUNT


def _name(width: int) -> int:
    """Cells of the name of a lead: what the counts leave, and the bar, where there is one."""
    room = width - COUNT - 1 - _wide(width) * len(COLUMNS)
    return max(12, min(room - BAR - 12 if _has_bar(width) else room, 44))


def _has_bar(width: int) -> bool:
    return width - COUNT - 1 - _wide(width) * len(COLUMNS) - BAR - 12 >= NAME


def lead_pieces(lead: LeadCounts, progress: Progress, width: int) -> Pieces:
    """A lead and how many of its tasks stand where."""
    name = _lead_name(lead, progress)
    counts: list[tuple[str, str]] = [(right(str(lead.total), COUNT + 1), "text")]
    counts += [(right(str(lead.counts.get(name) or "."), _wide(width)), _ink(name, lead.counts)) for name in COLUMNS]
    rest = [(f"  {bar(lead.counts, lead.total)}", "legend")] if _has_bar(width) else []
    return [(fit(name, _name(width)), "text"), *counts, *rest]


def _lead_name(lead: LeadCounts, progress: Progress) -> str:
    """The unit; among several plans also whose it is."""
    name = lead_name(progress, lead.unit_id)
    plan = next((plan for plan in progress.plans if plan.plan_id == lead.plan_id), None)
    return f"{name}  {plan.region or plan.key}" if plan and several(progress) else name


def _ink(name: str, counts: Mapping[str, int]) -> str:
    if not counts.get(name):
        return "none"
    return "text" if name == UNMARKED else name


def lead_detail(lead: LeadCounts, progress: Progress, width: int) -> Content:
    """The same in words."""
    lines = [hang([], [[(_lead_name(lead, progress), "bold")], [(bar(lead.counts, lead.total), DIM)]], width)]
    lines.append(hang([], [[(fact, "")] for fact in counts_in_words(lead.counts)], width, between="   "))
    if lead.unit_id:
        lines.append(plain(say("board.lead_hint"), DIM))
    return joined(lines)
