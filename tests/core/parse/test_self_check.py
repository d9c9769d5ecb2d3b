"""What a careful reader would ask about is asked, once, with its place; a sound plan raises no question."""

from __future__ import annotations

import ast
import string
from dataclasses import replace
from pathlib import Path

import pytest

from sciplan_tui.core.document import Document, Paragraph
from sciplan_tui.core.parse import parse
from sciplan_tui.core.parse.selfcheck import self_check
from sciplan_tui.core.plan import LISTED, ParsedPlan, Problem, Source
from sciplan_tui.locale import say

PACKAGE = Path(__file__).parents[3] / "sciplan_tui"

SOUND = """中江市全民科学素质行动实施方案（2021—2025年）
江政办发〔2021〕7号
发布日期：2021年3月5日
发布机构：中江市人民政府办公室
为提高公民科学素质，制定本方案。
一、总体目标
到2025年，公民具备科学素质的比例超过15%，科普基地达到30家。
二、重点任务
（一）青少年科学素质提升行动
1.办好科技节。到2025年，覆盖学校50所。（牵头单位：市教育局；责任单位：市科协、市科技局）
2.培训教师。每年培训教师200人次。（牵头单位：市教育局；责任单位：市科协）
三、保障措施
（一）加强检查。2023年，开展中期督查；2025年，开展总结评估。
"""


def read(text: str) -> ParsedPlan:
    lines = tuple(Paragraph(number, line) for number, line in enumerate(text.split("\n"), 1))
    return parse(Document(Source("方案.txt", "0", "txt", "utf-8"), lines, text), lambda words: words)


def codes(text: str) -> list[str]:
    return sorted(problem.code for problem in read(text).problems)


def test_a_sound_plan_raises_no_question() -> None:
    assert codes(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("江政办发〔2021〕7号\n", "", "no_number"),
        ("发布日期：2021年3月5日\n", "", "no_date"),
        ("（2021—2025年）", "", "no_period"),
        ("2023年，开展中期督查；", "", "no_midterm"),
        ("；2025年，开展总结评估", "", "no_evaluation"),
        ("2023年，开展中期督查；2025年，开展总结评估。", "务求实效。", "no_review"),
        ("市科协、市科技局）", "市科协、市科技局等部门）", "lists_open"),
        ("牵头单位：市教育局；责任单位：市科协）", "牵头单位：市教育局、市科协）", "several_leads"),
        ("牵头单位：市教育局；责任单位：市科协）", "市教育局负责）", "some_without_lead"),
        ("责任单位：市科协、市科技局", "责任单位：市科协、市教育局", "two_roles"),
        ("责任单位：市科协）", "责任单位：各镇人民政府）", "collectives"),
        ("（牵头单位：市教育局；责任单位：市科协）", "（牵头部门：市教育局；责任单位：市科协）", "lead_department"),
        ("每年培训教师200人次", "培训教师200人次", "figures_without_year"),
        ("每年培训教师200人次", "举办讲座20场次", "figures_without_period"),
        ("科普基地达到30家", "东河区、西江县达到全市平均水平", "regions_relative"),
        ("二、重点任务", "二、实施三大行动\n实施三大行动。", "count_differs"),
        (
            "为提高公民科学素质，",
            "根据《中江市全民科学素质行动实施建议》（以下简称《实施意见》），",
            "short_title_differs",
        ),
        ("为提高公民科学素质，", "《中江市全面科学素质行动实施方案（2021—2025年）》已经同意，", "title_differs"),
        ("三、保障措施", "三、保障措施\n要充分的利用阵地，逐步的提升能力，格外的重视协调。", "wording_altered"),
    ],
)
def test_each_doubt_is_told_where_it_stands(old: str, new: str, code: str) -> None:
    assert old in SOUND
    plan = read(SOUND.replace(old, new))
    assert code in {problem.code for problem in plan.problems}


def test_a_plan_that_assigns_nothing() -> None:
    text = "宣传贯彻工作方案\n一、重点任务\n（一）学习宣传行动\n1.组织学习。认真学习。\n2.广泛宣传。做好宣传。\n"
    assert {"no_unit", "no_figure", "no_task_plan", "no_review"} <= set(codes(text))
    counted = text.replace("认真学习", "举办培训30场次")
    assert "no_task_plan" in codes(counted)
    assert "no_task_plan" not in codes(f"市科协办公室\n2022年3月1日\n{counted}")


def test_a_plan_without_tasks_whose_lines_say_who_is_responsible_is_not_passed_over() -> None:
    text = "清屿市灯塔方案\n一、总体要求\n照亮港口。\n二、责任分工\n市灯塔局\n负责全部灯塔，修好灯泡。\n"
    assert {"no_unit", "duties_unread"} <= set(codes(text))


def test_a_plan_that_assigns_nothing_and_yet_speaks_of_leading_says_where() -> None:
    text = "宣传贯彻工作方案\n一、重点任务\n（一）学习宣传行动\n"
    text += "1.组织学习。由办公室里的人牵头。\n2.广泛宣传。各方负责。\n3.看门。负责人在场。\n"
    (told,) = (problem for problem in read(text).problems if problem.code == "duties_unread")
    assert (told.line, dict(told.details)) == (4, {"count": "2", "text": "牵头"})
    assert "duties_unread" not in codes(SOUND)


def test_duties_in_prose_are_told_once_with_their_units_and_lines() -> None:
    text = "宣传贯彻工作方案\n一、重点任务\n1.组织学习。认真学习。\n二、组织保障\n"
    text += "市科协负责统筹本方案的实施。\n市财政局要将经费列入预算。\n"
    plan = read(text)
    (told,) = (problem for problem in plan.problems if problem.code == "prose_duties")
    assert (told.line, dict(told.details)["count"], dict(told.details)["proposed"]) == (5, "2", "2")
    assert dict(told.details)["names"].split(LISTED) == ["市科协", "市财政局"]
    assert "duties_unread" not in codes(text)
    assert "prose_duties" not in codes(SOUND)


def test_an_undivided_list_is_no_lead() -> None:
    text = SOUND.replace("牵头单位：市教育局；责任单位：市科协、市科技局", "市教育局、市科协负责")
    text = text.replace("牵头单位：市教育局；责任单位：市科协", "市教育局、市科协负责")
    (problem,) = (problem for problem in read(text).problems if problem.code == "no_lead")
    assert dict(problem.details) == {"count": "2", "all": "2", "proposed": "2"}


def test_a_phase_before_the_date_of_issue() -> None:
    text = SOUND.replace("2021年3月5日", "2021年12月20日")
    text += "（二）进度安排\n1.启动实施。2021年，印发方案。\n2.深入实施。2022-2025年，全面推进。\n"
    assert codes(text).count("phase_before_issue") == 1


def test_a_plan_without_running_text_is_checked_as_well() -> None:
    plan = read(SOUND)
    bare = replace(plan, tasks=tuple(replace(task, assignments=()) for task in plan.tasks))
    assert "no_unit" in {problem.code for problem in self_check(bare, (), ())}


def emitted() -> set[str]:
    """Every code given to a Problem anywhere in the package, as far as it is printed there."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("Problem", "_problem")
            ):
                words = [word for arg in node.args[:1] for word in ast.walk(arg)]
                keys = {part for word in words if isinstance(word, ast.Subscript) for part in ast.walk(word.slice)}
                found |= {word.value for word in words if isinstance(word, ast.Constant) and word not in keys}
    return {str(code) for code in found if isinstance(code, str)} - {"no_"}


def test_every_doubt_has_its_sentence() -> None:
    from importlib import import_module

    codes = emitted()
    for language in ("zh", "en"):
        texts: dict[str, str] = import_module(f"sciplan_tui.locale.{language}.problem").TEXTS
        assert not codes - set(texts)
        assert not {name for text in texts.values() for _, name, _, _ in string.Formatter().parse(text) if name == ""}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sentences_of_a_doubtful_plan_can_be_said(language: str) -> None:
    plan = read(
        SOUND.replace("市科技局", "市科\ufffd局")
        .replace("1.办好", "3.办好")
        .replace("（牵头", "（配合/责任单位：各单位；牵头")
    )
    for problem in plan.problems:
        assert say(f"problem.{problem.code}", language, **dict(problem.details))


def test_a_noted_sentence_is_kept_word_for_word() -> None:
    assert say("problem.noted", "zh", **dict(Problem("noted", 1, (("message", "甲{乙}"),)).details)) == "甲{乙}"
