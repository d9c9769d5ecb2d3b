"""导出的文件里写的话。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "sheet.matrix": "任务与单位矩阵", "sheet.assignments": "分工", "sheet.tasks": "任务", "sheet.units": "单位",
    "sheet.milestones": "节点", "sheet.targets": "指标", "sheet.problems": "疑点", "sheet.plans": "方案",
    "sheet.division": "工作分工表", "sheet.duties": "单位责任", "sheet.history": "历史", "sheet.notes": "说明",
    "sheet.duty_totals": "概况", "sheet.duty_lead": "牵头任务", "sheet.duty_responsible": "责任任务",
    "sheet.duty_support": "配合任务", "sheet.duty_figures": "指标", "sheet.duty_standing": "进展",
    "sheet.duty_ahead": "将到的节点", "sheet.duty_basis": "分工依据", "sheet.duty_proposed": "程序的建议（未定）",
    "sheet.overview": "进度总览", "sheet.by_milestone": "按节点", "sheet.by_action": "按行动", "sheet.by_lead": "按牵头单位",
    "sheet.by_unit": "按单位", "sheet.figures": "指标进度",
    "chart.by_milestone": "各节点的任务", "chart.by_action": "各行动的任务", "chart.by_lead": "各牵头单位的任务",
    "chart.by_unit": "各单位的任务",
    "charts": "图",
    "lookup": "数字的出处", "lookup.how": "sciplan tasks \"这一行的查询 这一列的条件\"，列出的就是数到的任务",
    "lookup.at": "数的节点", "lookup.key": "代号",
    "sheet.totals": "合计", "chart.totals": "各方案的任务", "sheet.moved": "变动", "sheet.late": "迟和受阻", "sheet.matters": "待决事项", "sheet.slips": "任务单",
    "plans": "{named}等 {count} 个地区的方案",
    "note.view": "内容", "note.plans": "方案", "note.query": "查询", "note.counts": "任务", "note.rows": "行数",
    "note.inherited": "承上的分工", "note.proposed": "建议的牵头", "note.as_of": "情况截至", "note.signs": "记号",
    "note.made": "导出",
    "event": "{what}（{plan}）",
    "everything": "全部", "with": "含", "without": "不含",
    "counts": "{found} 项，含下级 {below} 项，共 {all} 项",
    "signs": "{roles}；({lead}) 是承上，即上级任务写明的",
    "signs_proposed": "；?{lead} 只是程序的建议",
    "made": "{on}；{state}",
    "state": "数据到第 {entry} 次改动（{at}）", "no_state": "数据没有改动记录",
    "page.words": "筛选", "page.column": "在", "page.all": "所有列", "page.count": "# / # 行",
    "page.keys": "按 / 写筛选，Esc 清除；点表头或在表头上按 Enter 排序。",
    "plans_of": "{named}的方案",
}  # fmt: skip
