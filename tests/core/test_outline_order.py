"""How pressing a task is."""

from __future__ import annotations

import datetime

from sciplan_tui.core.outline.order import NEVER, day_rank, next_due, state_rank
from sciplan_tui.core.plan import Status
from sciplan_tui.core.progress.milestone_key import KnownMilestone

PAST = KnownMilestone(1, 1, "midterm-2023", "midterm_review", "中期", "2023-01-01", "2023-12-31")
COMING = KnownMilestone(2, 1, "evaluation-2025", "final_evaluation", "评估", "2025-01-01", "2025-12-31")
EVENT = KnownMilestone(3, 1, "event", "annual_event", "科普日", None, "2024-09-01")
TODAY, CLOSE = datetime.date(2024, 3, 1), datetime.date(2025, 12, 10)


def test_the_milestone_due_next_is_the_first_that_is_not_past_and_at_the_end_the_last() -> None:
    assert next_due([COMING, EVENT, PAST], TODAY) is COMING
    assert next_due([COMING, PAST], datetime.date(2023, 12, 31)) is PAST
    assert next_due([PAST, COMING], datetime.date(2027, 1, 1)) is COMING
    assert next_due([EVENT], TODAY) is None


def test_states_go_from_the_most_pressing_to_what_does_not_apply() -> None:
    settled = {1: Status.DONE}
    late = state_rank({2: Status.DONE}, [PAST, COMING], TODAY)
    near = state_rank(settled, [PAST, COMING], CLOSE)
    unmarked = state_rank(settled, [PAST, COMING], TODAY)
    blocked, going, ongoing, done, free = (
        state_rank({**settled, 2: status}, [PAST, COMING], TODAY)
        for status in (
            *(Status.BLOCKED, Status.IN_PROGRESS),
            *(Status.ONGOING, Status.DONE, Status.NOT_APPLICABLE),
        )
    )
    assert late < blocked < near < going < unmarked < ongoing < done < free
    assert state_rank({**settled, 2: Status.NOT_STARTED}, [PAST, COMING], TODAY) == unmarked
    assert state_rank({**settled, 2: Status.BLOCKED}, [PAST, COMING], CLOSE) == blocked
    assert state_rank({}, [EVENT], TODAY) == unmarked


def test_a_date_counts_by_its_last_day() -> None:
    assert day_rank("2023-06-30") == day_rank("2023-06") < day_rank("2023") < day_rank(None) == NEVER
