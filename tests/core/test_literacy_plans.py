# ruff: noqa: E501 (a statement is shown as one line, as plans print it)
"""Plans for scientific literacy in the layouts of four five-year periods, each rule with a short text of our own."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import Kind, ParsedPlan

HEAD = "青溪市全民科学素质行动方案（2016—2020年）\n一、重点任务\n"


def _plan(text: str) -> ParsedPlan:
    return parse(readers.read("a.txt", text.encode()), lambda words: words)


def _held(text: str) -> dict[str, str]:
    """For each path its units, each with the first letter of its role."""
    return {
        task.path: " ".join(f"{held.role.value[0]}:{held.unit}" for held in task.assignments)
        for task in _plan(text).tasks
        if task.assignments
    }


STATEMENTS = {
    "a_single_dash_is_not_the_section": (
        "（一）农民行动\n——开展科技下乡。\n分工：由市农业局牵头，市教育局参加。\n（二）青年行动\n——办科技节。\n分工：由市教育局牵头。",
        {"1.1": "l:市农业局 s:市教育局", "1.2": "l:市教育局"},
    ),
    "a_single_item_goes_as_the_sections_beside_it": (
        "（一）农民行动\n1.科技下乡。\n2.科普示范。\n牵头单位：市农业局\n（二）青年行动\n1.办科技节。\n牵头单位：市教育局",
        {"1.1": "l:市农业局", "1.2": "l:市教育局"},
    ),
    "a_single_item_may_have_its_own": (
        "（一）农民行动\n1.科技下乡。\n牵头单位：市农业局\n（二）青年行动\n1.办科技节。\n牵头单位：市教育局",
        {"1.1.1": "l:市农业局", "1.2.1": "l:市教育局"},
    ),
    "areas_and_towns_are_one_collective": (
        "（一）科普下乡。（责任部门：市科协，各管理局（管委会）、街道、镇）\n（二）科普进园。（责任部门：相关管委会、镇街，各有关部门、市农业局）",
        {"1.1": "r:市科协 r:各管理局（管委会）、街道、镇", "1.2": "r:相关管委会、镇街 r:各有关部门 r:市农业局"},
    ),
    "those_named_are_no_further_unit": (
        "（一）科普下乡。（责任单位：市科协、市农业局；各责任单位按职责分工负责，下同）\n（二）科技节。（责任单位：市教育局，各相关单位按职责分工负责）",
        {"1.1": "r:市科协 r:市农业局", "1.2": "r:市教育局 r:各相关单位"},
    ),
    "units_go_on_line_by_line": (
        "（一）农民行动\n牵头单位：市农业局\n配合单位：市科协\n市财政局、市妇联\n团市委\n（二）青年行动\n\n牵头单位：\n\n市教育局\n\n市科协\n\n（三）老年行动\n责任单位：市民政局",
        {
            "1.1": "l:市农业局 s:市科协 s:市财政局 s:市妇联 s:团市委",
            "1.2": "l:市教育局 l:市科协",
            "1.3": "r:市民政局",
        },
    ),
    "the_last_line_may_be_a_signature": (
        "（一）农民行动\n牵头单位：市农业局\n市科学技术协会\n2016年3月1日",
        {"1.1": "l:市农业局"},
    ),
    "a_label_without_a_colon_before_a_collective": (
        "（一）农民行动\n牵头单位 市农业局\n配合单位 各成员单位",
        {"1.1": "l:市农业局 s:各成员单位"},
    ),
    "an_ordinal_in_a_name_is_no_number": (
        "（一）农民行动\n牵头单位：市科协\n配合单位：市第一、第二医院，市农业局",
        {"1.1": "l:市科协 s:市第一 s:第二医院 s:市农业局"},
    ),
    "persons_are_asked_for_with_their_units": (
        "（一）农民行动\n牵头单位及责任人：市农业局 张强\n配合单位及责任人：市科协 李明、市财政局（王芳）、市妇联",
        {"1.1": "l:市农业局 s:市科协 s:市财政局 s:市妇联"},
    ),
    "a_plate_is_no_person": (
        "（一）农民行动\n责任单位和责任人：市委组织部（人才办） 李明，市工信局 市科协",
        {"1.1": "r:市委组织部（人才办） r:市工信局 r:市科协"},
    ),
    "signs_of_lists": (
        "（一）农民行动\n- 科技下乡（牵头: 市农业局; 配合: 市科协）\n* 展览（市科协负责）\n·科普剧（市文旅局负责）\n*为要点",
        {"1.1.1": "l:市农业局 s:市科协", "1.1.2": "r:市科协", "1.1.3": "r:市文旅局"},
    ),
}


@pytest.mark.parametrize(("text", "held"), STATEMENTS.values(), ids=STATEMENTS.keys())
def test_statements(text: str, held: dict[str, str]) -> None:
    assert _held(HEAD + text) == held


def test_a_bracket_of_units_is_no_part_of_a_title() -> None:
    text = (
        "1.办科技节（市教育局、市科协，2016年6月底前完成）\n2.办（市级）展览（市科协、市文旅局，长期坚持）\n"
        "3.送戏下乡（市文旅局负责）"
    )
    assert [task.title for task in _plan(HEAD + text).tasks][1:] == ["办科技节", "办（市级）展览", "送戏下乡"]


def test_a_deadline_in_a_bracket_behind_the_units() -> None:
    text = "1.办节。【市教育局、市科协】【6月】\n2.演戏。【市科协、市文旅局】（全年）\n3.展览。（市科协负责）（2016年底前）"
    assert [task.deadline for task in _plan(HEAD + text).tasks][1:] == ["6月", "全年", "2016年底前"]


def test_the_links_of_a_page_are_no_outline() -> None:
    text = "青溪市科普方案\n- 首页\n- 新闻\n一、任务\n1.办节。\n- 2 -\n2.下乡。（市科协负责）"
    assert [task.path for task in _plan(text).tasks] == ["1", "1.1", "1.2"]


RUN_ON = (
    "青溪市全民科学素质方案 一、重点任务 （一）青年行动 任务：办好科技节，每年一次，让孩子们都来参加。 "
    "责任领导：张强 牵头单位：市教育局 责任单位：市科协、团市委 （二）农民行动 分工：由市农业局牵头，市科协参加。 "
    "（三）老年行动 措施：办好老年大学，教老人用好手机，少上当。 牵头部门：市民政局。 二、工作要求 （一）加强领导。 "
) + "各县（区）要把科学素质工作放在重要的位置，年年有计划，事事有人管，件件有着落。" * 5


@pytest.mark.parametrize("broken", [" ", "Р", "\n"], ids=["blanks", "letters", "lines"])
def test_lines_that_run_together(broken: str) -> None:
    """A site that shows documents puts a Cyrillic letter in for each break of a line."""
    text = RUN_ON.replace(" ", broken)
    assert _held(text) == {"1.1": "l:市教育局 r:市科协 r:团市委", "1.2": "l:市农业局 s:市科协", "1.3": "l:市民政局"}
    titles = [task.title for task in _plan(text).tasks if task.path.startswith("1.")]
    assert titles == ["青年行动", "农民行动", "老年行动"]


def test_what_is_to_be_done_is_no_phase() -> None:
    text = (
        "青溪市2025年科普工作\n一、重点工作安排\n（一）办科技节。（市科协负责）\n二、实施步骤\n（一）启动。今年启动。"
    )
    kinds = {task.path: task.kind for task in _plan(text).tasks}
    assert (kinds["1.1"], kinds["2.1"]) == (Kind.TASK, Kind.PHASE)


@pytest.mark.parametrize("title", ["青溪市科普工作任务分解表", "青溪市科普工作台账", "附件1：青溪市科普工作责任表"])
def test_the_name_of_a_table_is_a_title(title: str) -> None:
    text = f"{title}\n一、行动\n1、办科技节。［市科协、市教育局］\n2、科技下乡。［市农业局、市科协］\n"
    assert _plan(text).title == title.removeprefix("附件1：")


DUTIES = (
    "市教育局：牵头实施青年行动。",
    "市农业局：实施农民行动，办好科技小院。",
    "团市委、市妇联：配合做好宣传。",
    "各镇街：抓好落实。",
)
OWNERS = ["市教育局", "市农业局", "团市委 市妇联", "各镇街"]


def _owners(text: str) -> list[str]:
    return [" ".join(held.unit for held in task.assignments) for task in _plan(text).tasks if task.assignments]


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "apart"])
def test_duties_under_a_heading_are_tasks_of_their_units(gap: str) -> None:
    text = gap.join(
        ("青溪市科普方案", "一、重点任务", "办科技节。", "二、职责分工", *DUTIES, "三、工作要求", "加强宣传。")
    )
    assert _owners(text) == OWNERS
    assert [task.path for task in _plan(text).tasks] == ["1", "2", "2.1", "2.2", "2.3", "2.4", "3"]


def test_a_plan_may_be_nothing_but_duties() -> None:
    assert _owners("\n".join(("青溪市科普工作成员单位职责分工", "各单位职责如下：", *DUTIES))) == OWNERS


def test_duties_may_follow_their_unit_without_a_mark() -> None:
    duties = (duty.replace("：", "负责") for duty in DUTIES)
    assert _owners("\n".join(("青溪市科普方案", "一、任务", "办节。", "二、职责分工", *duties))) == OWNERS


def test_a_telephone_list_tells_no_duties() -> None:
    people = ("市教育局：王一，电话55512341", "市农业局：李二，电话55512342", "市科协：张强，电话55512343")
    assert not _owners("\n".join(("青溪市科普方案", "一、任务", "办节。", "二、联系人", *people)))
