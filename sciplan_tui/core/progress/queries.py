"""The queries behind printed numbers: which 任务 a number counts, so that whoever reads it can list them.

A number that no query lists is not printed; what these terms mean stands in the query language, not here.
"""

from __future__ import annotations

from collections.abc import Iterable

from sciplan_tui.core.progress.facts import UNMARKED
from sciplan_tui.core.query.tokens import quoted
from sciplan_tui.core.query.words import COUNTED, NO_MARK


def counting(query: str, plan: str | None, *terms: str) -> str:
    """The query of the 任务 for which all these terms hold, within `query` and the plan of that key (None: it says
    which)."""
    of_plan = f"plan:{quoted(plan)}" if plan else ""
    return " ".join(filter(None, (query.strip(), of_plan, *terms, f"kind:{COUNTED}")))


def marked(milestone: str, *states: str) -> str:
    """The term for the tasks in one of these states (a light, unmarked) at the milestone of that key."""
    said = ",".join(NO_MARK if state == UNMARKED else state for state in states)
    return f"mark:{quoted(f'{milestone}={said}')}"


def beneath(path: str, others: Iterable[str]) -> tuple[str, ...]:
    """The terms for what stands at and below a path, but for what is counted under another one of `others` there."""
    within = (other for other in others if other.startswith(f"{path}."))
    return (f"path:{quoted(path)}", *(f"-path:{quoted(other)}" for other in within))
