"""列表里一行也没有时说的话。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "none.plans": "这里没有方案。",
    "none.tasks": "这里没有任务。",
    "none.units": "这里没有单位。",
    "none.targets": "这里没有指标。",
    "none.milestones": "这里没有节点。",
    "none.problems": "这里没有未处理的疑点。",
    "none.settled": "这里没有已处理的疑点。",
    "none.row": "写出的内容一行也没有。",
    "fits_nothing": "没有与 {term} 相符的。",
    "none_together": "{terms} 单独都有相符的，合在一起没有。",
}
