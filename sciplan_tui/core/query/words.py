"""The words a query line knows, Chinese and English, each with the code it stands for. Keys are folded."""

from __future__ import annotations

from collections.abc import Mapping

from sciplan_tui.core.plan import Kind, Status

UNREPORTED, REPORTED, MET, MISSED = "unreported", "reported", "met", "missed"
"""How a figure may stand by what was reported for it."""

FREE_FIELDS = ("lead", "resp", "support", "unit", "plan", "path", "kind", "mark", "status", "target", "figure", "no")
"""The fields as they are named in help and in errors."""

FIELDS: dict[str, str] = {name: name for name in FREE_FIELDS} | {
    "responsible": "resp",
    "units": "unit",
    "牵头": "lead",
    "牵头单位": "lead",
    "责任": "resp",
    "责任单位": "resp",
    "配合": "support",
    "配合单位": "support",
    "单位": "unit",
    "方案": "plan",
    "编号": "path",
    "类型": "kind",
    "标记": "mark",
    "状态": "status",
    "指标": "target",
    "汇报": "figure",
    "汇报值": "figure",
    "无": "no",
}

_STATES: dict[str, str] = {
    "not_started": Status.NOT_STARTED,
    "未启动": Status.NOT_STARTED,
    "未": Status.NOT_STARTED,
    "in_progress": Status.IN_PROGRESS,
    "推进中": Status.IN_PROGRESS,
    "进": Status.IN_PROGRESS,
    "done": Status.DONE,
    "完成": Status.DONE,
    "已完成": Status.DONE,
    "完": Status.DONE,
    "ongoing": Status.ONGOING,
    "长期坚持": Status.ONGOING,
    "长": Status.ONGOING,
    "blocked": Status.BLOCKED,
    "受阻": Status.BLOCKED,
    "阻": Status.BLOCKED,
    "not_applicable": Status.NOT_APPLICABLE,
    "不适用": Status.NOT_APPLICABLE,
    "免": Status.NOT_APPLICABLE,
}

_LIGHTS: dict[str, str] = {
    "late": "late",
    "迟": "late",
    "逾期": "late",
    "near": "near",
    "近": "near",
    "将到期": "near",
}

NO_MARK = "none"
"""The value of `mark:` that asks for tasks without a mark at the milestone."""
COUNTED = "counted"
"""The value of `kind:` that asks for whatever a count of 任务 means: all but the outline."""

CHOICES: dict[str, dict[str, str]] = {
    "kind": {str(kind): str(kind) for kind in Kind}
    | {
        "部分": Kind.PART,
        "目标": Kind.GOAL,
        "行动": Kind.ACTION,
        "工程": Kind.PROJECT,
        "项目": Kind.PROJECT,
        "任务组": Kind.TASK_GROUP,
        "任务": Kind.TASK,
        "保障": Kind.SAFEGUARD,
        "阶段": Kind.PHASE,
        "原则组": Kind.PRINCIPLE_GROUP,
        "原则": Kind.PRINCIPLE,
        "前言": Kind.PREFACE,
        COUNTED: COUNTED,
        "各级任务": COUNTED,
    },
    "status": _STATES | _LIGHTS,
    "figure": {name: name for name in (UNREPORTED, REPORTED, MET, MISSED)}
    | {"未汇报": UNREPORTED, "未报": UNREPORTED, "已汇报": REPORTED, "已报": REPORTED}
    | {"已达到": MET, "达到": MET, "未达到": MISSED, "没达到": MISSED},
    "mark": _STATES | {NO_MARK: NO_MARK, "未标": NO_MARK, "无": NO_MARK} | _LIGHTS,
}
"""The values of the fields that have a fixed set of them."""

ABSENCES: dict[str, str] = {
    "lead": "lead",
    "牵头": "lead",
    "resp": "resp",
    "responsible": "resp",
    "责任": "resp",
    "support": "support",
    "配合": "support",
    "unit": "unit",
    "units": "unit",
    "单位": "unit",
    "target": "target",
    "targets": "target",
    "指标": "target",
    "mark": "mark",
    "marks": "mark",
    "标记": "mark",
}
"""What `no:` may ask for the absence of."""


def offered(known: Mapping[str, str], language: str) -> str:
    """A word for each code, in the script of a language, for a person who wrote none of them."""
    words: dict[str, str] = {}
    for word, code in known.items():
        if word.isascii() == (language != "zh"):
            words.setdefault(code, word)
    return " ".join(words.get(code, code) for code in dict.fromkeys(known.values()))
