from __future__ import annotations

import pytest

from sciplan_tui.core.pack.part import name_together
from sciplan_tui.core.progress.facts import PlanMilestone
from sciplan_tui.core.progress.milestone_key import KnownMilestone, meant_in_plans
from sciplan_tui.errors import RefusedError


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


def test_what_is_known_is_named_as_people_call_it_with_the_key_they_type() -> None:
    dated = [
        KnownMilestone(
            number, 1, f"phase-{number}", "final_evaluation", f"{number}年评估", f"{number}-01-01", f"{number}-12-31"
        )
        for number in (2023, 2025)
    ]
    held = KnownMilestone(9, 1, "campaigns-1", "campaigns", "全国科普日", None, None)
    with pytest.raises(RefusedError) as none:
        meant_in_plans("年中", {"甲市-2021": [*dated, held]}, {"甲市-2021": "甲市科普行动"})
    assert "甲市科普行动 没有" in str(none.value)
    assert "2023年评估（phase-2023）、2025年评估（phase-2025）" in str(none.value)
    assert "campaigns-1" not in str(none.value), "papers are of what has a day"
    with pytest.raises(RefusedError, match="2025年评估（phase-2025）"):
        meant_in_plans("评估", {"甲市-2021": dated}, {"甲市-2021": "甲市科普行动"})
