"""Lists whose units are parted by nothing but blanks: 县海洋局 县港口局 各镇人民政府 · 海洋局 港口局 渔业局.

A blank may stand within a name as well, where its line was broken: it parts two units only where one ends and the next
begins with its level, or where each of three pieces is a name by itself.
"""

from __future__ import annotations

import re

from sciplan_tui.core.characters import HAN

_BEFORE_LEVEL = re.compile(
    r"(?:(?<=[局委办部厅会院协联府心队馆站社司校）)])|(?<=[支分]行))\s+(?=[市区省县州各]|团[省市区县州]|人行|人民银行|国网|共青团"
    rf"|{HAN}{{2,4}}(?:[镇乡]|街道)(?:(?:人民)?政府|办事处))"
)
_NAME = f"(?:{HAN}{{1,6}}[局委办部厅协联]|总工会|法院|检察院)"
_NO_STATION = f"{HAN}{{0,2}}(?:管理|服务|工作|监督|监测|研究|保障|事务|指导|人民|中医)"
_STATION = f"(?!{_NO_STATION}){HAN}{{2,5}}(?:[站所院]|[支大中]队)"
_STATIONS_APART = re.compile(rf"(?<![^\s：:（(])(?:{_STATION}\s+)+{_STATION}(?![^\s，,。；;）)])")
"""Bodies of a town: 安监站 派出所. No second one begins as the end of a name does that is broken over two lines."""
_NAMES_APART = re.compile(rf"(?<![^\s：:（(])(?:{_NAME}\s+){{2,}}{_NAME}(?![^\s，,。；;）)])")


def with_marks(text: str) -> str:
    """The text with 、 for each blank that parts two units."""
    if len(text.split(maxsplit=1)) < 2:
        return text
    text = _BEFORE_LEVEL.sub("、", text)
    for apart in (_NAMES_APART, _STATIONS_APART):
        text = apart.sub(lambda found: "、".join(found.group().split()), text)
    return text
