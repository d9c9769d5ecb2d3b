"""筛选行和视图上的话。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # 一项错在哪里: 箭头已指着它
    "fault.query_field": "没有 {field}: 这一项。要找这几个字，请加引号。",
    "fault.query_empty": "{field}: 后面还没有写。",
    "fault.query_value": "{field}: 没有“{value}”。按 Tab 看可用的。",
    "fault.query_minus": "减号后面还没有写。",
    "fault.query_quote": "引号还没有结束 {quote}",
    "fault.query_milestone": "没有节点“{milestone}”。按 Tab 看现有的。",
    "fault.query_milestones": "“{milestone}”在 {plan} 里不止一个：{known}",
    # 能写什么
    "field.lead": "牵头单位", "field.resp": "责任单位", "field.support": "配合单位", "field.unit": "任何角色的单位",
    "field.plan": "方案", "field.path": "编号和它下面的", "field.kind": "种类", "field.mark": "节点上的标记",
    "field.status": "状态，已过期或将到期", "field.target": "指标里的词", "field.no": "没有写明的",
    "no.lead": "没有牵头单位", "no.resp": "没有责任单位", "no.support": "没有配合单位", "no.unit": "没有单位",
    "no.target": "没有指标", "no.mark": "没有标记",
    "none": "未标记",
}  # fmt: skip
