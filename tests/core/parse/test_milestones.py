"""Milestones: dated reviews, evaluations and phases; what recurs without a date; a goal year is none of them."""

from __future__ import annotations

import pytest

from sciplan_tui.core.parse.draft import Line, Node, Span
from sciplan_tui.core.parse.time.milestones import read_milestones
from sciplan_tui.core.plan import Kind, Milestone


def read(text: str, title: str = "加强检查", kind: Kind = Kind.SAFEGUARD) -> list[Milestone]:
    line = Line(5, f"{title}。{text}", "")
    cut = len(title)
    spans = (Span(line, 0, cut), Span(line, cut + 1, len(line.text)))
    node = Node("4.1", "4", "(一)", title, kind, 5, 5, False, False, spans[0], spans[1:])
    return list(read_milestones((node,), (2021, 2025)))


DATED = [
    ("2023年，对落实情况开展中期督查。", "midterm-2023", "2023年中期督查", "2023-01-01", "2023-12-31", "year"),
    ("2023年6月底前组织中期评估。", "midterm-2023", "2023年中期评估", "2023-06-01", "2023-06-30", "month"),
    ("2025年，对实施情况进行总结评估。", "evaluation-2025", "2025年总结评估", "2025-01-01", "2025-12-31", "year"),
    ("到2025年组织开展终期评估。", "evaluation-2025", "2025年终期评估", "2025-01-01", "2025-12-31", "year"),
    ("2025年下半年开展期末考核。", "evaluation-2025", "2025年期末考核", "2025-07-01", "2025-12-31", "month"),
    ("2025年底前进行总结验收。", "evaluation-2025", "2025年总结验收", "2025-01-01", "2025-12-31", "year"),
    ("2023年组织开展检查。", "midterm-2023", "2023年检查", "2023-01-01", "2023-12-31", "year"),
]


@pytest.mark.parametrize(("text", "key", "label", "start", "end", "precision"), DATED)
def test_dated_reviews(text: str, key: str, label: str, start: str, end: str, precision: str) -> None:
    (found,) = read(text)
    assert (found.key, found.label, found.start, found.end, found.precision) == (key, label, start, end, precision)
    assert (found.path, found.line) == ("4.1", 5)


SHARED = [
    ("2023年、2025年分别开展中期评估和终期评估。", ["2023年中期评估", "2025年终期评估"]),
    ("2023年底和2025年底组织中期、总结评估。", ["2023年中期评估", "2025年总结评估"]),
    ("中期评估于2023年6月进行，终期评估（2025年底前）由市科协组织。", ["2023年中期评估", "2025年终期评估"]),
    (
        "2023年三季度，委托第三方对前半程情况作一次“体检”；2025年四季度开展全面总结和绩效评价。",
        ["2023年“体检”", "2025年总结和绩效评价"],
    ),
]


@pytest.mark.parametrize(("text", "labels"), SHARED)
def test_a_review_each_for_dates_that_share_a_sentence(text: str, labels: list[str]) -> None:
    found = [milestone for milestone in read(text) if milestone.end]
    assert [milestone.label for milestone in found] == labels
    assert [milestone.key for milestone in found] == ["midterm-2023", "evaluation-2025"]


def test_reviews_inside_a_phase_and_phases_in_one_sentence() -> None:
    found = read("2022—2025年，全面推进，2023年底开展中期检查。", "全面实施阶段", Kind.PHASE)
    assert [milestone.key for milestone in found] == ["phase-2022", "midterm-2023"]
    found = read("2022年为启动阶段，印发方案；2023年下半年进行中期检查。", "阶段安排", Kind.SAFEGUARD)
    assert [milestone.label for milestone in found] == ["2022年启动阶段", "2023年中期检查"]


def test_a_last_phase_of_some_months_holds_the_final_evaluation() -> None:
    found = read("组织专家验收。", "总结验收（2025年10月—12月）", Kind.PHASE)
    assert [milestone.key for milestone in found] == ["phase-2025", "evaluation-2025"]
    (found,) = read("汇总情况。", "总结阶段（2025年6月）", Kind.PHASE)
    assert str(found.kind) == "phase"


def test_a_review_named_for_its_stage_is_no_phase() -> None:
    found = read("2023年12月进行中期评估，2025年12月进行终期评估。", "阶段评估", Kind.SAFEGUARD)
    assert [milestone.key for milestone in found] == ["midterm-2023", "evaluation-2025"]
    (found,) = read("2025年上半年开展一次阶段性评估。")
    assert (found.key, found.end) == ("midterm-2025", "2025-06-30")


@pytest.mark.parametrize(
    ("title", "text", "kind", "key", "end"),
    [
        ("启动实施", "2022年，印发方案。", "phase", "phase-2022", "2022-12-31"),
        ("深入实施", "2022-2025年，全面推进。", "phase", "phase-2022", "2025-12-31"),
        ("准备阶段（2022年1月—3月）", "制定方案。", "phase", "phase-2022", "2022-03-31"),
        ("总结表彰", "2025年，进行总结和评估。", "final_evaluation", "evaluation-2025", "2025-12-31"),
    ],
)
def test_phases(title: str, text: str, kind: str, key: str, end: str) -> None:
    (found,) = read(text, title, Kind.PHASE)
    assert (str(found.kind), found.key, found.end) == (kind, key, end)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("定期对各部门实施工作进行检查评估。", ["periodic_review"]),
        ("每年12月底前报送工作总结。", ["periodic_review"]),
        ("各部门要配合做好省对市检查评估工作。", ["upper_level_review"]),
        ("开展公民科学素质调查。", ["monitoring"]),
        ("各镇要将任务列入年度工作计划。", ["annual_plan"]),
        ("每年组织举办青少年创新大赛。", ["annual_event"]),
        ("深入开展全国科普日、科技活动周等活动。", ["campaigns"]),
        ("对突出贡献的集体给予表彰奖励。", ["commendation"]),
        ("各镇街要制定本地区实施方案。", ["downstream_plan"]),
    ],
)
def test_what_recurs_has_no_date(text: str, kinds: list[str]) -> None:
    found = read(text)
    assert [str(milestone.kind) for milestone in found] == kinds
    assert [(milestone.start, milestone.end, milestone.precision) for milestone in found] == [(None, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，比例超过15%，监测评估体系更加完善。",
        "根据《某市方案（2021—2025年）》做好工作，完善评估体系。",
        "2024年印发要点，2025年比例达到16%。",
        "每年培训讲解员30人次。",
    ],
)
def test_goal_years_and_titles_are_no_milestones(text: str) -> None:
    assert read(text, kind=Kind.GOAL) == []


def test_every_key_is_its_own() -> None:
    found = read("2023年开展中期督查；2023年开展中期评估。开展全国科普日活动。每年举办大赛，每年召开年会。")
    keys = [milestone.key for milestone in found]
    assert keys[:2] == ["midterm-2023", "midterm-2023-2"]
    assert len(set(keys)) == len(keys)
    assert {"campaigns-1", "annual-event-1", "annual-event-2"} <= set(keys)


def test_impossible_dates_are_left_aside() -> None:
    assert read("2023年13月开展中期督查，2023年2月30日开展中期评估，2025-2022年检查。") == []
