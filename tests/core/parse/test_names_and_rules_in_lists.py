"""Whole names beside dropped prefixes, and rules printed within a statement, which are no units; all units made up."""

from __future__ import annotations

import pytest

from sciplan_tui.core.parse.statement.reading import read_statement

LISTS = {
    "a_city_called_so_has_its_own_level_and_city_management_the_list_s": (
        "（市灯塔局、屿城市税务局、城市管理局、智慧城市建设局负责）",
        "市灯塔局 屿城市税务局 市城市管理局 市智慧城市建设局",
    ),
    "squads_and_the_power_company_have_their_level": (
        "（省灯塔厅、消防救援总队、电力公司负责）",
        "省灯塔厅 省消防救援总队 省电力公司",
    ),
    "academies_have_it_too": ("（省灯塔厅、农科院、社科院负责）", "省灯塔厅 省农科院 省社科院"),
    "other_companies_have_none": ("（省灯塔厅、灯油公司负责）", "省灯塔厅 灯油公司"),
    "branches_of_the_state_name_their_province": (
        "（省灯塔厅、金融监管总局云南监管局、港口厅负责）",
        "省灯塔厅 金融监管总局云南监管局 省港口厅",
    ),
    "branches_of_ministries_have_no_other_level": (
        "（市灯塔局、交通运输部东屿海事局、自然资源部东海局、港口局负责）",
        "市灯塔局 交通运输部东屿海事局 自然资源部东海局 市港口局",
    ),
    "offices_stay_as_they_are": (
        "（灯塔处、省灯油检验局、灯芯处、港口局按职责分工负责）",
        "灯塔处 省灯油检验局 灯芯处 省港口局",
    ),
    "below_a_level_an_office_has_it": ("（市灯塔局、航道管理处负责）", "市灯塔局 市航道管理处"),
    "governments_of_two_levels_are_one": (
        "（各市、县级政府负责，省灯塔厅配合）",
        "各市、县级政府 省灯塔厅",
    ),
    "by_duty_without_a_verb": ("（责任单位：市灯塔局、市港口局按职责分工）", "市灯塔局 市港口局"),
    "by_duty_and_so_below": ("（责任单位：市灯塔局、市港口局。按职责分工，下同）", "市灯塔局 市港口局"),
    "so_below": ("（责任单位：市灯塔局、市港口局，下同）", "市灯塔局 市港口局"),
    "a_body_counted_in_all_that_follow": (
        "（责任单位：市灯塔局等，各县〔市〕人民政府。以下任务责任单位均包括各县〔市〕人民政府，不再列出）",
        "市灯塔局 各县〔市〕人民政府",
    ),
    "whom_the_later_lists_leave_out": (
        "（市灯塔局、港口局按职责分工负责，各区、镇政府负责落实，下同，不再列出）",
        "市灯塔局 市港口局 各区、镇政府",
    ),
    "nor_once_more": ("（市灯塔局负责，各镇政府配合，以下各项不再一一列出）", "市灯塔局 各镇政府"),
    "places_that_have_something": (
        "（市灯塔局、有灯塔的区人民政府、涉及航道的各县（市、区）政府按职责分工负责）",
        "市灯塔局 有灯塔的区人民政府 涉及航道的各县（市、区）政府",
    ),
    "as_the_place_wants_it": (
        "（市灯塔局牵头，市港口局配合，各镇政府因地制宜组织实施）",
        "市灯塔局 市港口局 各镇政府",
    ),
    "places_that_are_counted": (
        "（市灯塔局、12个街道、镇，全市3个县（市、区）政府负责）",
        "市灯塔局 12个街道、镇 全市3个县（市、区）政府",
    ),
    "towns_of_which_one_has_its_government_printed": (
        "（市灯塔局，东屿乡、北屿镇、西屿镇人民政府负责）",
        "市灯塔局 东屿乡人民政府 北屿镇人民政府 西屿镇人民政府",
    ),
    "towns_beside_another_body": (
        "（东屿镇、乡镇、西屿区人民政府、北屿街道办事处负责）",
        "东屿镇 乡镇 西屿区人民政府 北屿街道办事处",
    ),
    "words_that_begin_like_a_level": (
        "（市灯塔局、乡村振兴局、区域合作办、政务服务局、港口局负责）",
        "市灯塔局 市乡村振兴局 市区域合作办 市政务服务局 市港口局",
    ),
    "what_only_a_city_can_be": (
        "（省政数局、县城管局、市市政园林局、市市场监管局、民政局负责）",
        "省政数局 县城管局 市市政园林局 市市场监管局 市民政局",
    ),
    "whom_a_paper_concerns": (
        "（市灯塔局及《灯油办法》涉及的相关部门、涉及灯芯清单的处室负责）",
        "市灯塔局 《灯油办法》涉及的相关部门 涉及灯芯清单的处室",
    ),
    "kinds_of_bodies_are_one": ("（市灯塔局牵头，各街道、相关委、办、局配合）", "市灯塔局 各街道 相关委、办、局"),
    "a_committee_is_no_kind": ("（市委、市政府负责，市级各部、委、办配合）", "市委 市政府 市级各部、委、办"),
    "provinces_concerned": ("（灯塔部、港口部、有关省份负责）", "灯塔部 港口部 有关省份"),
    "both_rules": (
        "（责任单位：市灯塔局、市港口局。按职责分工，下同。以下均需各区、镇人民政府落实，不再列出）",
        "市灯塔局 市港口局 各区、镇人民政府",
    ),
    "a_second_bracket": (
        "（责任单位：〔市灯塔局、港口局（渔业局）按职责分工负责〕",
        "市灯塔局 市港口局（渔业局）",
    ),
    "bodies_of_each_place": (
        "（各市灯塔局、港口局、科协按职责分工负责，省渔业局配合）",
        "各市灯塔局 各市港口局 各市科协 省渔业局",
    ),
    "the_offices_of_towns_give_nobody_a_level": ("（各区街道办、灯塔局、港口局负责）", "各区街道办 灯塔局 港口局"),
    "levels_of_their_own_behind_a_ministrys_department": (
        "（灯塔部航标司、省灯油局、财政局、海关总署统计局负责）",
        "灯塔部航标司 省灯油局 省财政局 海关总署统计局",
    ),
    "a_company_is_no_ministry": ("（市科协、市南部新城投资公司、财政局负责）", "市科协 市南部新城投资公司 市财政局"),
    "a_corps_is_a_level_and_its_divisions_are_units": (
        "（兵团灯塔局牵头，兵团党委组织部、宣传部、港口局、工会，第四师海石市、第九师配合）",
        "兵团灯塔局 兵团党委组织部 兵团党委宣传部 兵团港口局 兵团工会 第四师海石市 第九师",
    ),
    "watchdogs_of_the_state_name_their_place": (
        "（省灯塔厅、东屿证监局、东屿银保监局、证监局负责）",
        "省灯塔厅 东屿证监局 东屿银保监局 省证监局",
    ),
    "departments_of_a_ministry": (
        "（灯塔部航标司、灯船管理司、灯油局，中国灯塔协会牵头，港口部、国家灯油局配合）",
        "灯塔部航标司 灯塔部灯船管理司 灯塔部灯油局 中国灯塔协会 港口部 国家灯油局",
    ),
    "what_a_body_is_called_below": (
        "（市灯塔局、中国灯塔技术中心〔以下简称“灯塔中心”〕、海石市灯塔办公室等负责）",
        "市灯塔局 中国灯塔技术中心 海石市灯塔办公室",
    ),
    "all_places_of_a_province_that_has_a_forest_district": (
        "（省灯塔厅，各市、州、直管市及神农架林区人民政府，各有关高校、企业负责）",
        "省灯塔厅 各市、州、直管市及神农架林区人民政府 各有关高校、企业",
    ),
    "a_reserve_is_of_no_level": ("（县灯塔局、海石国家级自然保护区管理局负责）", "县灯塔局 海石国家级自然保护区管理局"),
    "the_party_of_a_region": (
        "（自治区灯塔厅、编办、党委网信办负责，自治区党委组织部、宣传部配合）",
        "自治区灯塔厅 自治区党委编办 自治区党委网信办 自治区党委组织部 自治区党委宣传部",
    ),
    "a_body_of_two_names": (
        "（市灯塔局、市科委、中关村管委会牵头，市科委、街道办事处、中关村管委会配合）",
        "市灯塔局 市科委、中关村管委会 市科委 街道办事处 中关村管委会",
    ),
    "by_when_what_is_to_be_done": (
        "（市灯塔局牵头，市港口局等按职责分工负责，3月底前出台相关政策，年内持续推进）",
        "市灯塔局 市港口局",
    ),
    "institutions_joined_to_a_body": (
        "（市灯塔局和海石学院、市港口局及海石人民医院、海石灯塔研究所等负责）",
        "市灯塔局 海石学院 市港口局 海石人民医院 海石灯塔研究所",
    ),
    "colleges_in_an_open_list": ("（市灯塔局、海石大学等高校负责）", "市灯塔局 海石大学"),
    "brackets_of_the_first_name_and_the_last": (
        "（责任单位：市灯塔局（渔业局）、市港口局（航道局））",
        "市灯塔局（渔业局） 市港口局（航道局）",
    ),
}


@pytest.mark.parametrize(("text", "told"), LISTS.values(), ids=LISTS)
def test_a_list_names_its_units_and_nothing_else(text: str, told: str) -> None:
    reading = read_statement(text)
    assert " ".join(unit.name for _, unit in reading.roles) == told
    assert reading.sure
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "told", "asked"),
    [
        ("（各市灯塔局、城管按职责分工负责）", "各市灯塔局 各市城管", ["各市城管"]),
        ("（住建、城管等部门负责）", "住建 城管", ["住建", "城管"]),
    ],
)
def test_bodies_called_by_what_they_see_to_are_read_and_asked_about(text: str, told: str, asked: list[str]) -> None:
    reading = read_statement(text)
    assert " ".join(unit.name for _, unit in reading.roles) == told
    assert reading.sure
    assert list(reading.problems) == [("unit_unreadable", name) for name in asked]


@pytest.mark.parametrize("list_of_words", ["住建、城管负责", "灯塔、住建等部门负责", "市灯塔、城管负责"])
def test_words_for_what_is_seen_to_are_no_units_alone(list_of_words: str) -> None:
    assert not read_statement(list_of_words).sure


def test_the_names_of_places_may_be_left_open() -> None:
    for last in ("灯油物流园", "各镇街", "各乡镇"):
        reading = read_statement(f"（责任单位：市灯塔局、{last}等）")
        assert [unit.name for _, unit in reading.roles] == ["市灯塔局", last]
        assert reading.open_list


def test_the_first_of_two_lists_that_are_all_responsible_leads_by_the_rule() -> None:
    roles = read_statement("（市灯塔局、市港口局负责，各镇政府负责）").with_first_leading().roles
    assert [(role.value, unit.name) for role, unit in roles] == [
        ("lead", "市灯塔局"),
        ("responsible", "市港口局"),
        ("responsible", "各镇政府"),
    ]
    divided = read_statement("（市灯塔局负责，市港口局配合）")
    assert divided.with_first_leading() == divided
