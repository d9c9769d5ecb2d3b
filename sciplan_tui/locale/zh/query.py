"""筛选行和视图上的话。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # 一项错在哪里: 箭头已指着它
    "fault.query_field": "没有“{field}:”这一项。要找这几个字，请加引号。",
    "fault.query_empty": "“{field}:”后面还没有写。",
    "fault.query_value": "“{field}:”没有“{value}”。按 {press.query_complete} 看可用的。",
    "fault.query_minus": "减号后面还没有写。",
    "fault.query_quote": "引号还没有结束 {quote}",
    "fault.query_milestone": "没有节点“{milestone}”。有 {known}",
    "fault.query_milestones": "“{milestone}”在 {plan} 里不止一个：{known}",
    # 能写什么
    "field.lead": "牵头单位", "field.resp": "责任单位", "field.support": "配合单位", "field.unit": "任何角色的单位",
    "field.plan": "方案", "field.path": "编号和它下面的", "field.kind": "种类", "field.mark": "节点上的标记",
    "field.status": "状态，已过期或将到期", "field.target": "指标里的词", "field.figure": "指标的汇报值", "field.no": "没有写明的",
    "no.lead": "没有牵头单位", "no.resp": "没有责任单位", "no.support": "没有配合单位", "no.unit": "没有单位",
    "no.target": "没有指标", "no.mark": "没有标记",
    "figure.unreported": "还没有汇报", "figure.reported": "已经汇报", "figure.met": "汇报值达到目标", "figure.missed": "汇报值没有达到目标",
    "none": "未标记", "counted": "行动、工程、任务组和任务",
    # 视图
    "views.title": "视图", "views.count": "{count} 个", "views.name": "名称", "views.plan": "方案", "views.query": "筛选",
    "views.on_screen": "（现在看的）", "views.everything": "全部任务", "views.shows": "看什么", "views.command": "命令",
    "views.hidden": "筛选时隐去空列", "views.unhidden": "空列也显示", "views.folded": "收起 {count} 处", "views.unfolded": "展开 {count} 个集合单位",
    "rows.path": "按编号", "rows.lead": "按牵头单位", "rows.status": "按状态", "rows.date": "按日期",
    "columns.protocol": "单位按序", "columns.load": "单位按承担多少",
    "density.upright": "竖排", "density.short": "横排", "density.lines": "单行",
    "views.save": "把现在看的存成视图", "views.rename": "给视图改名：{name}",
    "views.no_name": "要有一个名称。", "views.taken": "已有视图 {name}。请换一个名称。",
    "views.saved": "已存为 {name}", "views.replaced": "{name} 已换成现在看的；{press.views_undo} 撤销",
    "views.renamed": "{old} 已改名为 {name}；{press.views_undo} 撤销", "views.dropped": "已删去 {name}；{press.views_undo} 撤销",
    "views.undone": "已撤销：{names}", "views.nothing_to_undo": "在这里还没有做过什么。",
    "views.on_view": "先把光标移到一个视图上；{press.views_save} 把现在看的存成视图。",
    "views.copied": "已送往终端的剪贴板：{command}",
    "views.last_gone": "上次看的已不合用，现在看的是全部。{reason}",
    # 命令行
    "view_name": "视图的名称（看 sciplan views）", "view_asked": "照这个视图的方案和筛选；再写的筛选一并要对上",
    "view_saved": "已存为 {name}", "view_dropped": "已删去 {name}", "no_views": "还没有视图。在界面里按 {press.views}，或用 sciplan view save 名称 查询。",
}  # fmt: skip
