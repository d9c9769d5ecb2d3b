"""What a careful reader would ask after reading: the plan held against itself, with few Problems for many places."""

from __future__ import annotations

from sciplan_tui.core.parse.draft import Line, Node
from sciplan_tui.core.parse.selfcheck.duties import check_duties
from sciplan_tui.core.parse.selfcheck.figures import check_figures
from sciplan_tui.core.parse.selfcheck.head import check_head
from sciplan_tui.core.parse.selfcheck.outline import check_outline
from sciplan_tui.core.parse.selfcheck.reviews import check_reviews
from sciplan_tui.core.parse.selfcheck.wording import check_wording
from sciplan_tui.core.plan import ParsedPlan, Problem


def self_check(plan: ParsedPlan, nodes: tuple[Node, ...], lines: tuple[Line, ...]) -> tuple[Problem, ...]:
    """All that is doubtful in a plan as a whole; each step of reading has told of its own places already.

    For a plan that was no running text, `nodes` and `lines` are empty.
    """
    return (
        *check_head(plan, nodes, lines),
        *check_wording(lines),
        *check_outline(nodes),
        *check_duties(plan, nodes, lines),
        *check_figures(plan, nodes),
        *check_reviews(plan),
    )
