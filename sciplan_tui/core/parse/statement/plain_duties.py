"""What units do, said in more words than a verb: 各区政府结合本地实际组织实施, 市财政局给予支持.

Behind names that surely are units stand grounds (结合…实际, 按照…原则), the manner (因地制宜), and verbs, the last
with its object. Who carries a matter out so is responsible; who helps, supports. Verbs that give a role by themselves
(牵头, 负责) are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sciplan_tui.core.parse.statement.roles import is_verb_tail, verbs
from sciplan_tui.core.parse.unit.lists import plausible, split_outside_brackets
from sciplan_tui.core.parse.unit.sure_units import names_a_unit

_CARRIES = (
    "实施",
    "落实",
    "推进",
    "推动",
    "执行",
    "开展",
    "完成",
    "办理",
    "承担",
    "组织",
    "贯彻",
    "履行",
    "强化",
    "举办",
)
_SEES_TO = ("细化", "督促", "监督", "督导", "督办", "协调", "抓好", "抓实", "抓细", "做好", "做实", "做细", "抓")
_HELPS = ("配合", "协作", "协助", "协同", "支持", "支撑", "保障", "参与", "参加", "指导", "帮助", "响应")
_GIVES = ("给予", "予以", "提供")
_VERBS = "|".join((*_CARRIES, *_SEES_TO, *_HELPS, *_GIVES, "加强", "负(?![责总])"))
_OBJECTS = ("工作", "任务", "事项", "措施", "职责", "责任", "服务", "到位")
_ENDS = (*_CARRIES, *_SEES_TO, *_HELPS, *_OBJECTS)
"""How a group ends that may say so."""
_GROUND = (
    "(?:结合|按照?|依照|依据|依托|根据|围绕|对照|参照|立足|针对|遵照|本着)(?!会同)[^，,。；;、局厅协署]{0,10}?"
    "(?:实际|实情|情况|特点|优势|职责|职能|分工|需要|需求|要求|原则|条件|规定|部署|安排|方案|计划|任务|目标|范围|权限|标准)"
)
_MANNER = (
    "因[^\\W\\d]制宜|因[^\\W\\d]施策|属地|就地|分[类级片头步区层别批]|逐[级步项]|具体|积极|认真|切实|全力|全面|共同|联合|密切|主动|"
    "大力|抓紧|同步|统筹|统一|自行|各自|严格|扎实|稳步|有序|有力|及时|深入|持续|广泛|合力|协力|通力|参照|分工"
)
_NO_UNIT = "[^，,。；;、局委办厅署协院联府队心站所馆司团位构体班会部]"
_WITHIN = f"(?:[本各自](?:部门|单位|地区|乡镇|街道)|会议|主体|{_NO_UNIT}){{0,8}}?"
"""Words between a verb and the last one, with no unit among them."""
_VERB, _LONGEST = 2, 20
"""Characters of the verb that is put in, and of the longest duty."""


def with_plain_verb(group: str, *, follows: bool = False) -> str:
    """A comma group with one verb in place of all that says what its units do; as it is where nothing does.

    `follows`: another group has its role already, so that what stands behind units in this one is what they do.
    """
    if _is_plain(group):
        return group
    return _plain(group) or (_plain_behind_others(group) if follows else None) or group


def _is_plain(group: str) -> bool:
    """Whether a group ends with a unit, or with one and its verb: as nearly all do."""
    names = group
    for found in verbs(group):
        names = group[: found.start()] if is_verb_tail(group[found.end() :]) else group
    return not names or (plausible(names.rpartition("、")[2]) and not names.endswith("执行"))


def tells_duty(text: str) -> bool:
    """Whether the last comma group of a text says what its units do."""
    return text.endswith(_ENDS) and _plain(split_outside_brackets(text, "，,；;。")[-1]) is not None


def parted_by_duties(group: str) -> Sequence[str]:
    """A comma group parted where 、 stands behind what units do: 各区政府组织实施、市财政局给予支持."""
    if "、" not in group or not _parting().search(group):
        return (group,)
    parted: list[str] = []
    held: list[str] = []
    for piece in split_outside_brackets(group, "、"):
        held.append(piece)
        if len(_plain(piece) or "") > _VERB:
            parted.append("、".join(held))
            held = []
    return [*parted, "、".join(held)] if held else parted


def _plain(group: str) -> str | None:
    """The names and one verb, where nothing but words of the kinds above stands behind the names; else None."""
    if not group.endswith(_ENDS):
        return None
    for begin in _begin().finditer(group):
        names = group[: begin.start()]
        duty = (_duty() if names else _duty_alone()).fullmatch(group, begin.start())
        if duty and (not names or _ends_with_unit(names)):
            return f"{names}{_verb(duty.group())}"
    return None


def _plain_behind_others(group: str) -> str | None:
    """The same where the manner and the object may be any words: 市财政局落实经费, 各学会自愿参加."""
    for end in range(len(group) - 2, max(1, len(group) - _LONGEST), -1):
        names = group[:end]
        duty = _any_duty().fullmatch(group, end)
        if duty and plausible(_last_name(names)):
            sure = _ends_with_unit(names) and not _grounds().search(names)
            return f"{names}{_verb(duty.group())}" if sure else None
    return None


def _verb(duty: str) -> str:
    return "配合" if any(word in duty for word in (*_HELPS, *_GIVES)) else "实施"


def _ends_with_unit(names: str) -> bool:
    return names_a_unit(_last_name(names))


def _last_name(names: str) -> str:
    return split_outside_brackets(names, "、")[-1].partition("等")[0]


@cache
def _parting() -> re.Pattern[str]:
    """Compiled, as the others, for the list that needs it."""
    return re.compile(f"(?:{'|'.join(_ENDS)})、")


@cache
def _begin() -> re.Pattern[str]:
    """Where such words may begin."""
    return re.compile(f"(?={_GROUND}|{_MANNER}|{_VERBS})")


@cache
def _duty_alone() -> re.Pattern[str]:
    """Nothing but words of this kind."""
    objects = "|".join(_OBJECTS)
    return re.compile(f"(?:{_GROUND})?(?:并|{_MANNER}|{_VERBS})*(?:{_VERBS})(?:(?:相关|有关|具体|各项)*(?:{objects}))?")


@cache
def _duty() -> re.Pattern[str]:
    """The same behind names, where other words may stand between a verb and the last."""
    return re.compile(f"(?:{_GROUND})?(?:并|{_MANNER})*(?:{_VERBS})(?:{_WITHIN}(?:{'|'.join(_ENDS)}))?")


@cache
def _any_duty() -> re.Pattern[str]:
    """Behind other groups: no word of a role, but any of the manner, and any object."""
    manner = f"(?:(?:{_NO_UNIT}{{2}}){{1,2}})?"
    return re.compile(f"(?!.*(?:负责|牵头|主责)){manner}(?:{_VERBS})(?:主体)?{_NO_UNIT}{{0,8}}(?:到位)?")


@cache
def _grounds() -> re.Pattern[str]:
    return re.compile(_GROUND)
