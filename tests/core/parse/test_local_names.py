"""Units are called what the document's own place calls them, whatever a rule would put before them."""

from __future__ import annotations

import pytest

from sciplan_tui import readers
from sciplan_tui.core.parse import parse


def _units(region: str, *lists: str, said: str = "") -> list[str]:
    head = f"{region}全民科学素质行动方案（2016—2020年）\n一、重点任务\n{said}\n"
    text = head + "\n".join(f"{place}．办灯塔展。（责任单位：{units}）" for place, units in enumerate(lists, 1))
    plan = parse(readers.read("a.txt", text.encode()), lambda words: words)
    return [held.unit for task in plan.tasks for held in task.assignments]


@pytest.mark.parametrize("region", ["海州市", "海州区", "海州综合实验区", "海州新区", "海州经济技术开发区"])
def test_a_unit_that_bears_the_name_of_the_place_has_no_level_before_it(region: str) -> None:
    level = region[-1]
    assert _units(region, f"{level}港口局、海州海事局") == [f"{level}港口局", "海州海事局"]


@pytest.mark.parametrize(
    "said",
    [
        "细则由海州区另发。",
        "灯由海州市政府来点。",
        "图纸在市规划局海州分局可看。",
        "海州税务局、海州供电服务中心收费。",
    ],
)
def test_nor_one_that_bears_a_place_the_document_speaks_of(said: str) -> None:
    """The title names no place, or a higher one."""
    assert _units("", "区港口局、海州公安分局、灯塔局", said=said) == ["区港口局", "海州公安分局", "区灯塔局"]


def test_nor_a_city_whose_level_reads_like_what_it_does() -> None:
    assert _units("海州市", "市港口局、市政管局、市政园林局") == ["市港口局", "市政管局", "市市政园林局"]


def test_but_what_is_no_place_takes_the_level() -> None:
    said = "森林里有区政府。国家区域中心、地方市场都要点灯。"
    named = ["区港口局", "区森林公安分局", "区国家税务局", "区公安分局"]
    assert _units("", "区港口局、森林公安分局、国家税务局、公安分局", said=said) == named


def test_a_branch_is_the_places_at_the_end_of_its_name_too() -> None:
    assert _units("海州区", "区港口局、公安海州分局") == ["区港口局", "公安海州分局"]
    assert _units("", "区港口局、公安海州分局", said="海州区的灯要亮。") == ["区港口局", "公安海州分局"]


def test_an_office_of_the_party_is_the_committees() -> None:
    assert _units("海州区", "区海洋局、宣传部") == ["区海洋局", "区委宣传部"]


def test_but_the_levels_own_where_the_document_prints_it_so() -> None:
    assert _units("海州区", "区海洋局、宣传部", "区宣传部、港口局") == ["区海洋局", "区宣传部", "区宣传部", "区港口局"]


def test_or_where_a_working_committee_leads_and_no_committee_is_named() -> None:
    said = "在区党工委领导下办展，请团区委协助。"
    assert _units("海州新区", "区海洋局、宣传部", said=said) == ["区海洋局", "区宣传部"]
    assert _units("海州新区", "区海洋局、宣传部", said=said + "区委常委会听取汇报。")[1] == "区委宣传部"


def test_an_office_of_the_administration_takes_the_level() -> None:
    assert _units("海州新区", "区党工委、管委会办公室、国家税务局") == ["区党工委", "区管委会办公室", "区国家税务局"]
    assert _units("海州市", "市海洋局、高新区管委会")[1] == "高新区管委会"


def test_a_department_has_no_level_where_lists_begin_without_it() -> None:
    lists = ("灯塔厅、省能源局、商务厅", "省港口局、灯塔厅、税务局", "港口厅、省林草局")
    kept = ["灯塔厅", "省能源局", "商务厅", "省港口局", "灯塔厅", "省税务局", "港口厅", "省林草局"]
    assert _units("海州省", *lists) == kept


def test_a_department_behind_a_comma_is_the_provinces_with_those_behind_it() -> None:
    whole = ["省港口局", "省灯塔厅", "省渔业局", "省妇联", "海州海关"]
    assert _units("海州省", "省港口局牵头，灯塔厅、渔业局、妇联配合，海州海关负责") == whole
    assert _units("海州市", "市港口局牵头，灯塔厅、渔业局配合") == ["市港口局", "灯塔厅", "渔业局"]
    region = ["自治区灯塔厅", "自治区渔业厅", "自治区党委网信办"]
    assert _units("海州自治区", "自治区灯塔厅牵头，渔业厅、党委网信办配合") == region


def test_nor_has_a_body_below_where_hardly_a_list_begins_with_its_level() -> None:
    lists = ("灯塔局、县委编办、财政局、妇联", "港口局、团县委、灯塔局", "财政局、县科协、渔业局")
    kept = ["灯塔局", "县委编办", "财政局", "妇联", "港口局", "团县委", "灯塔局", "财政局", "县科协", "渔业局"]
    assert _units("海州县", *lists) == kept
    assert _units("海州县", "县灯塔局、财政局", "县港口局、渔业局", "税务局、县科协")[:4] == [
        *("县灯塔局", "县财政局", "县港口局", "县渔业局"),
    ]


def test_one_bare_list_takes_no_level_from_the_others() -> None:
    lists = ("市灯塔局牵头，市科协、财政局配合", "市委宣传部、渔业局负责", "市总工会、港口局负责", "财政局、港口局负责")
    assert _units("海州市", *lists)[:3] == ["市灯塔局", "市科协", "市财政局"]
    assert _units("海州县", "灯塔局、县委编办、财政局") == ["灯塔局", "县委编办", "县财政局"]
    bare = ("财政局、港口局负责", "渔业局、港口局负责", "灯塔局、港口局负责")
    assert _units("海州市", *lists[:3], *lists[:3], *bare)[:3] == ["市灯塔局", "市科协", "市财政局"]


def test_but_its_level_where_it_is_rather_printed_with_it() -> None:
    lists = ("灯塔厅、省能源局", "省港口厅、商务厅", "省水利厅、省能源局、渔业厅")
    whole = ["灯塔厅", "省能源局", "省港口厅", "省商务厅", "省水利厅", "省能源局", "省渔业厅"]
    assert _units("海州省", *lists) == whole
    assert _units("海州省", "省能源局、商务厅") == ["省能源局", "省商务厅"]


def test_departments_keep_the_level_that_a_region_of_its_own_prints() -> None:
    lists = ["自治区海洋厅、港口厅、渔业厅", "自治区港口厅、海洋厅"]
    assert _units("", *lists)[1:3] == ["自治区港口厅", "自治区渔业厅"]
