"""Units alone in a bracket behind what they are responsible for, without any word of a role; all units made up."""

from __future__ import annotations

from sciplan_tui import readers
from sciplan_tui.core.parse import parse

HEAD = "海州省灯塔建设方案（2021—2025年）\n一、任务\n"
LISTS = HEAD + "（一）点灯。天天点。（省灯塔厅、省港口局）\n（二）刷墙。年年刷。（省港口局、省渔业局）\n"


def _held(text: str) -> dict[str, str]:
    """For each task the units that are responsible."""
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    held = {task.title: [one for one in task.assignments if one.role.value == "responsible"] for task in plan.tasks}
    return {title: " ".join(one.unit for one in found) for title, found in held.items() if found}


def test_where_lists_are_usual_bodies_and_companies_stand_among_them() -> None:
    for listed in ("省灯塔厅 海州灯油集团 海州海关", "中国人民银行 省灯塔厅"):
        assert _held(f"{LISTS}（三）买油。月月买。（{listed.replace(' ', '、')}）\n")["买油"] == listed


def test_a_single_list_with_a_company_tells_nothing() -> None:
    assert not _held(HEAD + "（一）买油。月月买。（省灯塔厅、海州灯油集团）\n（二）刷墙。年年刷。\n")


def test_a_list_that_begins_with_a_company_tells_nothing() -> None:
    assert "买油" not in _held(LISTS + "（三）买油。月月买。（海州灯油集团、海州海关、省灯塔厅）\n")


def test_where_units_stand_behind_three_sentences_they_are_responsible() -> None:
    units = ["各成员单位", "灯塔部", "中国灯协、自然灯光基金会、共青团中央、全国渔联"]
    items = "".join(f"{place}.点灯{place}。天天点。（{listed}）\n" for place, listed in enumerate(units, 1))
    assert list(_held(HEAD + items).values()) == [listed.replace("、", " ") for listed in units]
    assert not _held(HEAD + items.replace("。（", "（"))


def test_within_a_sentence_such_a_list_tells_what_a_word_means() -> None:
    assert "买油" not in _held(LISTS + "（三）买油。请用油的都来（省灯塔厅、海州灯油集团）。\n")


def test_a_bracket_with_the_rule_for_all_later_lists_may_follow() -> None:
    text = LISTS.replace(
        "（省灯塔厅、省港口局）",
        "〔省灯塔厅、省港口局，有关州（市）人民政府〕〔以下分工均涉及有关州（市）人民政府，不再列出〕",
    )
    assert _held(text) == {"点灯": "省灯塔厅 省港口局 有关州（市）人民政府", "刷墙": "省港口局 省渔业局"}


def test_behind_a_full_stop_it_closes_a_sentence_within_a_paragraph() -> None:
    text = LISTS.replace("（省灯塔厅、省港口局）", "（省灯塔厅、省港口局）灯塔的油另行发放，一年两次。")
    assert _held(text)["点灯"] == "省灯塔厅 省港口局"


def test_any_other_bracket_behind_it_closes_no_paragraph() -> None:
    text = LISTS.replace("。（省灯塔厅、省港口局）", "（省灯塔厅、省港口局）〔灯塔的油另行发放〕")
    assert "点灯" not in _held(text)


def test_a_single_unit_that_other_statements_name_is_one_too() -> None:
    stated = "".join(f"（{number}）点灯{number}。天天点。（省灯塔厅、省港口局负责）\n" for number in "一二三")
    held = _held(f"{HEAD}{stated}（四）买油。月月买。（省灯塔厅）\n（五）刷墙。年年刷。（省海洋厅）\n")
    assert held["买油"] == "省灯塔厅"
    assert "刷墙" not in held


def test_a_list_within_a_paragraph_that_cannot_be_read_is_told() -> None:
    text = LISTS.replace("天天点。", "天天点。（省灯塔厅、油费由他们自己出的那些单位负责）夜夜点。")
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    assert [problem.line for problem in plan.problems if problem.code == "statement_unread"] == [3]


def test_who_does_a_thing_in_whose_name_is_a_statement_without_any_other_word() -> None:
    text = HEAD + "（一）点灯。天天点。（省灯塔厅主办，省港口局承办）\n（二）换灯。由省灯塔厅负责，省港口局予以支持。\n"
    assert _held(text) == {"点灯": "省港口局", "换灯": "省灯塔厅"}


def test_schools_museums_and_zones_stand_behind_a_body() -> None:
    zone = _held(LISTS + "（三）装灯。海上的灯（省灯塔厅,各县市区政府,海州开发区）\n")
    assert zone["装灯"] == "省灯塔厅 各县市区政府 海州开发区"
    text = (
        LISTS
        + "（三）买油。本省船用的油（省灯塔厅、海州大学、灯塔博物馆）\n（四）借油。船用的油（海州大学、省灯塔厅）\n"
    )
    assert _held(text)["买油"] == "省灯塔厅 海州大学 省灯塔博物馆"
    assert "借油" not in _held(text)
