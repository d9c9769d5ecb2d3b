"""Last clauses of items that tell by whom are statements where the items of a plan end so, and prose elsewhere."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Task

HEAD = "海州学校灯塔安全检查通知\n一、检查内容\n"


def _plan(*items: str) -> ParsedPlan:
    text = HEAD + "\n".join(f"{number}.{item}" for number, item in enumerate(items, 1))
    return parse(readers.read("a.txt", text.encode()), lambda words: words)


def _told(task: Task) -> str:
    return " ".join(f"{held.role.value[0]}:{held.unit}" for held in task.assignments)


CLAUSES = {
    "由灯塔管理处负责": "r:灯塔管理处",
    "由灯塔管理处牵头、使用部门配合": "l:灯塔管理处 s:使用部门",
    "由灯塔管理处负责，保卫处、港口处及学生所在单位配合": "r:灯塔管理处 s:保卫处 s:港口处 s:学生所在单位",
    "由灯塔管理处负责，拥有渔船的教工所在单位、涉及灯油进出的校内管理部门配合": (
        "r:灯塔管理处 s:拥有渔船的教工所在单位 s:涉及灯油进出的校内管理部门"
    ),
    "由灯塔管理处会同港口处等部门研究提出落实意见": "r:灯塔管理处 r:港口处",
    "由灯塔管理处牵头，会同港口处、渔业处在开学前提出方案并予以公布": "l:灯塔管理处 r:港口处 r:渔业处",
    "由灯塔管理处、港口处研究提出意见": "r:灯塔管理处 r:港口处",
}


@pytest.mark.parametrize("clause", CLAUSES)
@pytest.mark.parametrize("end", ["。", "；", ""])
def test_items_that_end_so_are_theirs(clause: str, end: str) -> None:
    for words in (clause, clause.replace("，", ",")):
        _, *items = _plan(f"灯塔的用电安全方面，{words}{end}", f"灯船的安全，由船队管理处负责{end}").tasks
        assert [_told(item) for item in items] == [CLAUSES[clause], "r:船队管理处"]
        assert [item.title for item in items] == ["灯塔的用电安全方面", "灯船的安全"]


def test_two_in_one_item_are_both_its_own() -> None:
    _, first, second = _plan("灯塔的安全，由灯塔处负责；灯船的安全，由船队处负责。", "灯油的安全由灯油处负责。").tasks
    assert [_told(first), _told(second)] == ["r:灯塔处 r:船队处", "r:灯油处"]
    assert [first.title, second.title] == ["灯塔的安全", "灯油的安全"]


def test_items_that_end_with_who_leads() -> None:
    items = ["修灯塔，市海洋局牵头。", "修灯船，要牢固，市港口局、市渔业局牵头负责。", "点灯，要天天点。"]
    assert [_told(item) for item in _plan(*items).tasks] == ["", "l:市海洋局", "l:市港口局 l:市渔业局", ""]
    assert [item.title for item in _plan(*items).tasks][1:3] == ["修灯塔", "修灯船，要牢固"]


def test_beside_items_that_divide_roles_the_others_end_so_too() -> None:
    divided = "修灯塔，由市海洋局牵头，市财政局配合。"
    items = [divided, divided, divided, "修灯船，由市港口局负责。", "点灯，市渔业局牵头。", "船队由市海事局负责。"]
    told = ["", *["l:市海洋局 s:市财政局"] * 3, "r:市港口局", "l:市渔业局", ""]
    assert [_told(item) for item in _plan(*items).tasks] == told


def test_the_last_of_a_section_holds_for_itself_alone() -> None:
    items = _plan("灯塔要亮。", "灯船的安全，由船队处负责。", "灯油的安全，由灯油处负责。").tasks
    assert [_told(item) for item in items] == ["", "", "r:船队处", "r:灯油处"]


PROSE = (
    "灯塔要亮，由灯塔管理处负责。",
    "灯船要稳，由船队管理处负责。",
    "灯油由港口处负责采购，保证质量。",
    "加强管理，理由由灯塔管理处负责人说明。",
    "修灯塔。",
    "刷灯塔。",
)


def test_elsewhere_they_are_prose() -> None:
    assert not any(task.assignments for task in _plan(*PROSE).tasks)


def test_what_goes_on_is_prose_however_often() -> None:
    for words in (
        "由灯塔处负责采购，保证质量",
        "由各部门负责",
        "由灯塔处负责人说明",
        "形成由灯塔处牵头、大家配合的格局",
        "各部门牵头",
        "学校牵头负责",
    ):
        assert not any(task.assignments for task in _plan(*[f"灯塔要亮，{words}。"] * 4).tasks)


@pytest.mark.parametrize("mark", "，,")
@pytest.mark.parametrize("end", "。；;")
def test_named_units_with_their_roles_divided_are_told_anywhere(mark: str, end: str) -> None:
    clause = f"灯塔要防雷{mark}由市灯塔局负责{mark}市港口局配合{end}"
    assert [_told(task) for task in _plan(*PROSE, clause).tasks if task.assignments] == ["r:市灯塔局 s:市港口局"]


def test_sections_whose_brackets_have_lost_their_numbers() -> None:
    items = "()关于修灯塔的问题，由灯塔局牵头，会同港口局提出意见。\n()关于换灯泡的问题，由港口局负责落实。\n"
    plan = parse(readers.read("a.txt", f"灯塔工作分工的通知\n一、分工\n{items}".encode()), lambda words: words)
    assert [(task.path, task.title, _told(task)) for task in plan.tasks[1:]] == [
        ("1.1", "关于修灯塔的问题", "l:灯塔局 r:港口局"),
        ("1.2", "关于换灯泡的问题", "r:港口局"),
    ]
    assert sum(problem.code == "number_lost" for problem in plan.problems) == 2


def test_a_chapter_that_divides_the_work_does_so_whatever_the_others_end_with() -> None:
    divided = [
        "点灯行动由市海洋局牵头，市港口局配合。",
        "护航行动由市港口局、市渔业局牵头。",
        "修船行动由市渔业局负责。",
    ]
    others = ["修灯塔。", "修码头，由市港口局负责。", "修航道。", "修灯船。", "修浮标。"]
    tasks = _plan(*others, *divided).tasks
    assert [_told(task) for task in tasks[-3:]] == ["l:市海洋局 s:市港口局", "l:市港口局 l:市渔业局", "r:市渔业局"]
    assert [task.title for task in tasks[-3:]] == ["点灯行动", "护航行动", "修船行动"]
    assert not any(map(_told, tasks[:-3]))
    assert not any(map(_told, _plan(*others, *divided[1:]).tasks))


def test_where_sentences_of_their_own_divide_the_work_last_clauses_do_too() -> None:
    divided = [f"点{place}灯。由市海洋局牵头，市港口局配合。" for place in "东西南"]
    others = ["修灯塔。", "修码头，由市港口局负责。", "修航道。", "修灯船。", "修浮标。", "修桥。", "修路。"]
    assert [_told(task) for task in _plan(*others, *divided).tasks][2] == "r:市港口局"
    assert [_told(task) for task in _plan(*others, *divided[1:]).tasks][2] == ""


def test_a_sentence_about_all_who_are_named_is_no_task_of_theirs() -> None:
    last = "三、保障\n市海洋局负责统筹协调，市港口局牵头抓总，{}按照职责分工抓好落实。"
    for all_of_them, told in (("各责任单位", ""), ("市渔业局", "r:市海洋局 l:市港口局 r:市渔业局")):
        plan = _plan("修灯塔。（市海洋局负责）", "修灯船。（市港口局负责）\n" + last.format(all_of_them))
        assert _told(plan.tasks[-1]) == told


def test_but_who_leads_and_who_helps_is_read_before_all_the_others() -> None:
    for last in (
        "由市港口局牵头，市渔业局配合，各相关责任单位分工负责。",
        "市港口局牵头，市渔业局配合，各责任单位按职责抓好落实。",
    ):
        told = _told(_plan("修灯塔。（市海洋局负责）", f"修灯船。\n{last}").tasks[-1])
        assert told.startswith("l:市港口局 s:市渔业局")


def test_words_for_what_is_seen_to_are_no_units_in_prose() -> None:
    assert _told(_plan("修灯塔。（市海洋局负责）", "修灯船。\n公安、交通等部门配合。").tasks[-1]) == ""
