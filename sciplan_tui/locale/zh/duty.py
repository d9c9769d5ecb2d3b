"""一个单位的责任清单。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "title": "责任清单",
    "count": "{count} 项", "inheriting": "含下级 {count} 项",
    "proposals": "建议", "proposals_are": "由程序提出，待人确认，不计入分工",
    "figures": "指标", "changes": "变更", "earlier": "更早的在历史里看",
    "none": "没有承担任何任务。",
    "no_part": "不在任何部分之下",
    "fact.short": "简称", "fact.class": "类别", "fact.function": "职能", "fact.contact": "联系",
    "fact.printed": "原文名", "fact.heir": "现由", "fact.steps": "沿革", "fact.within": "属于", "fact.members": "成员",
    "printed": "原文写作 {printed}", "through": "以 {name} 成员身份",
    "instead_of": "原文为{role}",
    "corrected.unit": "已更正，原读作{read}", "corrected.role": "已更正，原读作{read}", "corrected.add": "更正时补上",
    "corrected.title": "标题已更正，原读作“{read}”", "corrected.kind": "种类已更正，原读作{read}",
    "corrected.level": "层级已更正，原读在 {read}",
    "inherits": "承自 {path}", "below": "下级 {count} 项承用", "undone": "已撤销",
    "at": "涉及 {paths}", "at_more": "涉及 {paths} 等 {count} 项",
    "on_duty": "先把光标放在一项任务上，或用 {press.unit_select} 选几项。",
    "only_one": "只有这一个单位。", "first": "已是第一个单位。", "last": "已是最后一个单位。",
    "place": "单位 {place}/{count}",
}  # fmt: skip
