"""What a node is, told by the general words of its title and by what it belongs to."""

from __future__ import annotations

import re

from sciplan_tui.core.parse.line.markers import Rank
from sciplan_tui.core.plan import Kind

_PREFACE = (
    *("前言", "引言", "序言", "背景", "指导思想", "重要意义", "重大意义", "现状", "形势", "工作基础", "发展基础"),
    *("存在问题", "主要问题", "基本情况", "适用范围", "总则"),
)
_PRINCIPLES = ("原则", "基本要求")
_GOAL = ("目标", "指标", "总体要求", "总体思路", "工作思路")
_PHASE = ("进度", "步骤", "阶段", "时间安排", "工作安排", "推进安排")
_TASKS = ("重点工作安排", "主要工作安排", "重点任务安排", "年度工作安排")
"""They tell what is to be done, not when."""
_SAFEGUARD = re.compile(
    r"(?<!服务)(?<!民生)(?<!医疗)(?<!社会)(?<!住房)(?<!养老)(?<!就业)保障|推进(?:机制|要求)|(?:规划|方案|计划|纲要)实施$|"
    r"(?:督促|督导|推进|抓好|狠抓).{0,2}落实|组织(?:[与和]|保障与|保障和)?实施|组织领导|强化组织|加强组织|工作要求|有关要求|相关要求|实施要求|组织推进|监督检查|附则|领导机制"
)
_LAST = re.compile(r".*(行动|计划|工程)")
_PEOPLE = re.compile(
    r"(?:青少年|未成年人|农民|工人|劳动者|老年人|公务员|干部|居民|妇女|从业者)科学(?:文化)?素质(?:提升|提高|建设)?$"
)
"""The five actions of the outline of scientific literacy, where they are printed without the word."""
_GENERAL = ("任务", "举措", "措施")
_AIM = ("目标", "指标")
_MORE_THAN_AIMS = ("要求", "思想", "思路", "原则", "任务", "举措", "措施", "安排", "现状", "形势", "基础", "背景")
_AIMS_AND_TASKS = frozenset(("目标任务", "任务目标", "工作目标任务", "主要目标任务", "总体目标任务", "目标和任务"))
"""A part of this name without anything below tells the aims; with parts below it holds the tasks."""
_MAY_HOLD = (*_GOAL, "总则", "背景", "现状", "形势", "基础")
"""With sections of their own these parts are only what holds them."""
_GENERAL_RULES = "总则"
_HELD_TO = ("坚持", "突出")
"""How a principle begins, wherever it stands among aims."""

_BELOW = {
    Kind.GOAL: Kind.GOAL,
    Kind.PRINCIPLE_GROUP: Kind.PRINCIPLE,
    Kind.PRINCIPLE: Kind.PRINCIPLE,
    Kind.PHASE: Kind.PHASE,
    Kind.ACTION: Kind.TASK,
    Kind.PROJECT: Kind.TASK,
    Kind.TASK_GROUP: Kind.TASK,
    Kind.TASK: Kind.TASK,
}


def kind_of(title: str, rank: Rank, above: Kind | None, above_title: str, has_children: bool) -> Kind:
    """The kind of a node below one of kind `above` (None: it stands at the top).

    The last word of a title tells an action from a project on the level of sections only: 实施教师科学素质提升工程 can
    be an item of an action, and is then a task.
    """
    title = title.replace(" ", "")
    if above is None:
        return _top(title, rank, has_children)
    if above is Kind.PART:
        return _in_part(title, rank, above_title, has_children)
    if above is Kind.SAFEGUARD:
        return Kind.PHASE if _holds(above_title, _PHASE) else Kind.SAFEGUARD
    if above is Kind.PREFACE:
        return _opening(title) or Kind.PREFACE
    if above is Kind.GOAL and title.startswith(_HELD_TO):
        return Kind.PRINCIPLE
    return _BELOW[above]


def _top(title: str, rank: Rank, has_children: bool) -> Kind:
    if has_children and _holds(title, _AIM) and not _holds(title, _MORE_THAN_AIMS):
        return Kind.GOAL
    if not has_children and title in _AIMS_AND_TASKS:
        return Kind.GOAL
    if _opening(title) and not (has_children and _holds(title, _MAY_HOLD)):
        return _opening(title) or Kind.PART
    if _SAFEGUARD.search(title) or rank <= Rank.PART:
        return Kind.PART
    working = _working(title, rank, "", has_children)
    return Kind.PART if working is Kind.TASK_GROUP else working


def _opening(title: str) -> Kind | None:
    """The kind of a part or section that comes before the tasks."""
    if _holds(title, _PRINCIPLES):
        return Kind.PRINCIPLE_GROUP
    if _holds(title, _GOAL) and not _holds(title, _GENERAL):
        return Kind.GOAL
    return Kind.PREFACE if _holds(title, _PREFACE) and len(title) <= 8 else None


def _in_part(title: str, rank: Rank, part: str, has_children: bool) -> Kind:
    if _SAFEGUARD.search(part):
        return Kind.SAFEGUARD
    if _holds(part, _PHASE) and not _holds(part, _TASKS):
        return Kind.SAFEGUARD if _SAFEGUARD.search(title) else Kind.PHASE
    opening = _opening(title) if len(title) <= 8 else None
    if _GENERAL_RULES in part:
        opening = Kind.PRINCIPLE if opening is Kind.PRINCIPLE_GROUP and not has_children else opening
        return opening or Kind.PREFACE
    if _holds(part, _PREFACE) and not (_holds(part, _GOAL) or _holds(part, _GENERAL)):
        return opening or Kind.PREFACE
    return opening or _working(title, rank, part, has_children)


def _working(title: str, rank: Rank, part: str, has_children: bool) -> Kind:
    """An action, a project, a group or a task: by the last word of the title, else by that of its part."""
    if rank > Rank.SECTION:
        return Kind.TASK
    if _PEOPLE.search(title):
        return Kind.ACTION
    for words in (title, part):
        found = _LAST.match(words)
        if found:
            return Kind.PROJECT if found.group(1) == "工程" else Kind.ACTION
    return Kind.TASK_GROUP if has_children else Kind.TASK


def _holds(title: str, words: tuple[str, ...]) -> bool:
    return any(word in title for word in words)
