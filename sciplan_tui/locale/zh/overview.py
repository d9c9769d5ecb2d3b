"""总览：行动、单位、节点、指标的进度。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "face.actions": "按行动", "face.units": "按单位", "face.milestones": "按节点", "face.figures": "指标",
    "follows": "与矩阵同一方案、同一筛选。只数任务自己的标记，上级的标记不由下级推出。",
    "action": "行动和工程", "lead": "牵头单位", "holder": "单位（各种分工）", "total": "任务", "late": "迟 {count}",
    "bar": "# 已了结|= 推进中|. 其余", "share": "已了结",
    "no_holder": "未写单位", "none": "没有这个节点",
    "all_roles": "数各种分工", "leads_only": "只数牵头",
    "columns.bars": "看进度条", "columns.states": "看各状态的项数", "columns.milestones": "看各节点已了结的项数",
    "by": "{year} 年", "no_year": "没有写期限", "figures": "{count} 个指标",
    "reported": "这里是目标、汇报值，和任务在节点上的标记；达没达到只按汇报值算。",
    "indicator": "指标", "aim": "目标", "how_often": "频次", "state": "状态", "task": "任务  {path} {title}",
    "mark": "{milestone}  {state}", "no_marks": "任务还没有标记", "hint": "{press.overview_open} 在矩阵里看这些任务",
    "figure_hint": "{press.overview_open} 打开任务",
    "empty": "看到的任务一项也没有。按 {press.overview_back} 回到矩阵，换一个筛选。",
    "no_figures": "看到的任务没有指标。", "no_milestones": "看到的方案没有节点。",
}  # fmt: skip
