from __future__ import annotations

import pytest

from sciplan_tui.core.pack.part import name_together
from sciplan_tui.core.progress.board import PlanMilestone


def _milestone(kind: str, label: str, due: str | None) -> PlanMilestone:
    return PlanMilestone(1, 1, "evaluation-2025", kind, label, due, presses=True)


EVALUATION = _milestone("final_evaluation", "2025年总结评估", "2025-12-31")
HONOURS = _milestone("final_evaluation", "2025年总结表彰", "2025-12-31")


@pytest.mark.parametrize(
    ("milestones", "said"),
    [
        ([EVALUATION], "2025年总结评估"),
        ([HONOURS, HONOURS], "2025年总结表彰"),
        ([HONOURS, EVALUATION], "2025年总结评估"),
        ([EVALUATION, _milestone("midterm_review", "中期检查", "2025-06-30")], "2025年总结评估、中期检查"),
        ([_milestone("phase", "启动", None), _milestone("phase", "起步", None)], "启动、起步"),
    ],
)
def test_a_milestone_of_several_plans_has_a_name_and_no_code(milestones: list[PlanMilestone], said: str) -> None:
    assert name_together(milestones) == said
