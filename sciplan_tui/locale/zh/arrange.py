"""怎样排列矩阵, 怎样找。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "rows_lead": "按牵头单位排",
    "rows_status": "按状态排",
    "rows_date": "按日期排",
    "columns_load": "单位按承担排",
    "folded": "折叠 {count} 处",
    "rows_path_long": "任务按编号排列",
    "rows_lead_long": "任务按第一牵头单位的次序排列，没有牵头的在后",
    "rows_status_long": "任务按下一个节点的状态排列：迟、受阻、将到期、推进中、未启动、长期坚持、完成、不适用",
    "rows_date_long": "任务按完成期限排列，没有写期限的按下一个节点",
    "columns_protocol_long": "单位按序列排列",
    "columns_load_long": "单位按承担多少排列：牵头多的在前",
    "no_outline": "任务没有按编号排列时不能折叠；按 {press.row_order} 换回来",
    "nothing_below": "这里没有可以折叠的",
    "find.title": "找单位或任务",
    "find.hint": "汉字或拼音首字母",
    "find.none": "没有找到",
    "find.count": "{count} 个",
    "find.more": "{count} 个，列出前 {shown} 个",
    "find.unit": "单位",
    "find.clears": "在筛选之外：会清除筛选",
    "find.moves": "在另一个方案",
    "some_plans": "{all} 个方案中的 {count} 个",
    "plans.hint": "{press.plans_choose} 勾选几个    Enter 看",
}
