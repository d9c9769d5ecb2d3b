"""Labels of units with another mark than a colon."""

from __future__ import annotations

import pytest

from sciplan_tui.core.cleaning.label_marks import with_colons, with_colons_above
from sciplan_tui.core.cleaning.traced import Traced


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("办展。【责任单位】市海洋局", "办展。责任单位：市海洋局"),
        ("办展。[牵头]市海洋局[配合]市港口局、各区", "办展。牵头：市海洋局配合：市港口局、各区"),
        ("〔责任〕各有关单位", "责任：各有关单位"),
        ("办展。[责任单位]市海洋局；[时限]年底", "办展。责任单位：市海洋局；时限：年底"),
        ("点灯。责任单位为市海洋局、各区。", "点灯。责任单位：市海洋局、各区。"),
        ("点灯。责任部门为灯塔处、灯油科研所。", "点灯。责任部门：灯塔处、灯油科研所。"),
        ("（牵头单位是：市海洋局，配合单位为市港口局）", "（牵头单位：市海洋局，配合单位：市港口局）"),
        ("点灯。牵头单位为主推进。", "点灯。牵头单位为主推进。"),
        ("点灯——牵头单位 市海洋局，配合单位 各区政府", "点灯——牵头单位：市海洋局，配合单位：各区政府"),
        ("点灯 牵头单位——市海洋局 责任单位 县港口局、各区", "点灯 牵头单位：市海洋局 责任单位：县港口局、各区"),
        ("点灯。负责单位——市海洋局，协助部门——市港口局", "点灯。负责单位：市海洋局，协助部门：市港口局"),
        ("责任分工：牵头单位为市海洋局，配合单位为各镇街。", "责任分工：牵头单位：市海洋局，配合单位：各镇街。"),
        ("点灯。牵头部门市海洋局，责任部门市港口局。", "点灯。牵头部门：市海洋局，责任部门：市港口局。"),
        ("点灯。牵头部门市里定，责任部门市港口局。", "点灯。牵头部门市里定，责任部门市港口局。"),
        ("点灯。责任单位有：市海洋局、各区。", "点灯。责任单位：市海洋局、各区。"),
        ("点灯——责任单位 各负其责", "点灯——责任单位 各负其责"),
        ("序号 任务 牵头单位 责任单位", "序号 任务 牵头单位 责任单位"),
        ("办展【牵头】的事", "办展【牵头】的事"),
        ("[责任]重于泰山", "[责任]重于泰山"),
    ],
)
def test_a_role_in_brackets_of_its_own_is_a_label(text: str, told: str) -> None:
    assert with_colons(Traced(text)).text == told


def test_a_label_alone_on_its_line_is_one_above_units() -> None:
    lines = [
        "牵头单位",
        "",
        "市海洋局",
        "责任单位",
        "市港口局、各区政府。",
        "配合单位",
        "任务",
        "责任单位",
        "点亮灯塔，换灯。",
    ]
    told = [line.text for line in with_colons_above([Traced(text) for text in lines])]
    assert told == ["牵头单位：", *lines[1:3], "责任单位：", *lines[4:]]
