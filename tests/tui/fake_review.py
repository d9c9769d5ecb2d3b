"""A review without a database: what another edition says otherwise, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sciplan_tui.core.diff.difference import Difference
from sciplan_tui.errors import StoreError
from sciplan_tui.tui.desk.review import Waiting

EDITED = (
    Difference("unit_added", "2.1", "青少年科学素质提升行动", new="市供销社 responsible"),
    Difference("unit_added", "2.2", "农民科学素质提升行动", new="市妇联 support"),
    Difference("unit_removed", "2.1", "青少年科学素质提升行动", old="市妇联 responsible", reason="removal"),
    Difference("lead_changed", "3.1", "科技资源科普化工程", "市科技局", "市科协", "市教育局", "conflict"),
    Difference("target_changed", "2.1.2", "科学教师培训", ">= 200 人次 annual", ">= 300 人次 annual"),
    Difference("task_added", "2.1.4", "实施馆校合作行动", new="实施馆校合作行动"),
    Difference("task_added", "2.1.4.1", "建设馆校合作基地", new="建设馆校合作基地", needs=(5,)),
    Difference("moved", "2.3.1", "加强农村科普设施建设", "2.2.3", "2.3.1", reason="alike"),
)
"""What another edition of the plan says otherwise."""


@dataclass
class FakeReview:
    """Something to be reviewed, and what was decided. `meanwhile`: another program decides first, leaving these."""

    pending: bool = False
    waits: tuple[Difference, ...] = EDITED
    decided: list[tuple[frozenset[int], frozenset[int]]] = field(default_factory=list)
    meanwhile: tuple[Difference, ...] | None = None

    def read(self) -> Waiting:
        return Waiting("云溪市全民科学素质行动实施方案", 2, self.waits)

    def decide(self, waiting: Waiting, accepted: frozenset[int], rejected: frozenset[int]) -> None:
        if self.meanwhile is not None:
            self.waits, self.meanwhile = self.meanwhile, None
            raise StoreError("changed_meanwhile", table="task")
        self.decided.append((accepted, rejected))
