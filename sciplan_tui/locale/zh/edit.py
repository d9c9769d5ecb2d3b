"""手工编辑：节点、指标、任务、方案。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "given": "{name} {old} 改为 {new}",
    "going": "，连同 {what}",
    "going.task": "{count} 项下级任务",
    "going.assignment": "{count} 条分工",
    "going.target": "{count} 个指标",
    "going.mark": "{count} 个标记",
    "going.succession": "{count} 条沿革",
    "field.label": "名称",
    "field.kind": "种类",
    "field.date": "日期",
    "help.date": '日期：年、月或日（2023、2023-06、2023-06-30），或起止（2023-06..2023-09）；写 "" 为无日期',
    "help.yes": "连同挂在它上面的一起去掉",
    "copied": "，带 {count} 条分工",
    "help.beside": "加在哪项任务之后（它的编号）",
    "help.title": "标题",
    "help.below": "加在它之下，而不是之后",
    "help.kind": "种类：part action project task_group task safeguard ..",
    "help.with_units": "照抄它的单位和角色，作为裁定的分工",
}
