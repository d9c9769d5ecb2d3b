"""A registry without a database: units of every kind, an alias that is proposed, and what was asked of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sciplan_tui.core.journal import Gesture
from sciplan_tui.core.plan import Role
from sciplan_tui.core.unit.detail import HeldTask
from sciplan_tui.tui.desk.units import Registry
from sciplan_tui.workspace.unit.units import AliasProposal, Member, PrintedName, UnitRecord

PLAN = "云溪市1-2021"


def unit(number: int, name: str, short: str, unit_class: str, **facts: object) -> UnitRecord:
    """A unit as the registry gives it; what is not said is empty."""
    given = {
        "function": None, "contact": None, "collective": False, "printed": (PrintedName(name, "2021-12-30", None),),
        "heir": None, "heir_kind": None, "heir_on": None, "members": (), "lead": 0, "responsible": 0, "support": 0,
    } | facts  # fmt: skip
    return UnitRecord(unit_id=1000 + number, plan_key=PLAN, name=name, short=short, unit_class=unit_class, **given)  # type: ignore[arg-type]


UNITS = (
    unit(0, "市委宣传部", "宣传部", "party", responsible=9, function="宣传"),
    unit(2, "市科技局", "科技局", "government", lead=3, responsible=6, function="科技", contact="李敏 5582 1203"),
    unit(3, "市教育局", "教育局", "government", lead=5, responsible=2, function="教育"),
    unit(
        5, "市文化旅游广电体育局", "文旅广体局", "government", responsible=4,
        heir="市文化和旅游局", heir_kind="rename", heir_on="2024-03-01",
    ),
    unit(14, "市文化和旅游局", "文旅局", "government", responsible=1, function="文旅", printed=()),
    unit(10, "市科协", "科协", "mass", lead=6, responsible=1, support=2, function="科普"),
    unit(
        13, "各县市区人民政府", "各县区", "collective", collective=True, support=5,
        members=(Member("东山县人民政府", None, None), Member("西河区人民政府", "2023-05-01", None)),
    ),
)  # fmt: skip
ALIAS = AliasProposal(
    plan_key=PLAN, name="市科学技术局", same_as="市科技局", reason="abbreviation", problem_id=31, short="科技局"
)


@dataclass
class FakeUnitDesk:
    """Answers like the desk of units, and remembers what was asked."""

    plan: str | None = PLAN
    today: date = date(2024, 6, 30)
    as_of: date | None = None
    aliases: tuple[AliasProposal, ...] = (ALIAS,)
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def registry(self) -> Registry:
        return Registry(UNITS, self.aliases, {1003: "市教育局教育局jyj"})

    def _done(self, kind: str, *asked: object) -> Gesture:
        self.asked.append((kind, *asked))
        return Gesture(5, "mark", {"tasks": 1, "plan": PLAN, "milestone": kind, "status": "done"})

    def rename(self, unit: UnitRecord, new_name: str, on: str | None, by: str | None) -> Gesture:
        return self._done("rename", unit.name, new_name, on, by)

    def merge(self, unit: UnitRecord, into: str, on: str | None, by: str | None) -> Gesture:
        return self._done("merge", unit.name, into, on, by)

    def split_tasks(self, unit: UnitRecord) -> Sequence[HeldTask]:
        return (
            HeldTask(1001, "2.1", "青少年科学素质提升行动", (Role.LEAD,)),
            HeldTask(1005, "2.2", "农民科学素质提升行动", (Role.RESPONSIBLE, Role.SUPPORT)),
            HeldTask(1009, "3.1", "科技资源科普化工程", (Role.RESPONSIBLE,)),
        )

    def split(self, unit: UnitRecord, heirs: Mapping[int, str], on: str | None, by: str | None) -> Gesture:
        return self._done("split", unit.name, dict(heirs), on, by)

    def alias(self, plan: str, name: str, same_as: str) -> Gesture:
        return self._done("alias", name, same_as)

    def differ(self, proposal: AliasProposal) -> Gesture:
        self.aliases = ()
        return self._done("differ", proposal.name, proposal.same_as)

    def add(self, plan: str, name: str, **facts: str | None) -> Gesture:
        return self._done("add", plan, name, facts)

    def set(self, unit: UnitRecord, short: str, unit_class: str, function: str, contact: str) -> Gesture:
        return self._done("set", unit.name, short, unit_class, function, contact)

    def set_members(
        self, unit: UnitRecord, add: Sequence[str], remove: Sequence[str], since: str | None, until: str | None
    ) -> Gesture:
        return self._done("members", unit.name, list(add), list(remove), since, until)
