"""节点的看板、牵头单位的进度、时间线。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "face.states": "看板", "face.leads": "按牵头", "face.timeline": "时间线",
    "late": "其中迟", "unmarked": "未标记",
    "sign.unmarked": ".",
    "tasks": "任务 {count}", "without": "另有 {count} 项任务的方案没有这个节点",
    "no_lead": "未写牵头", "led_below": "其下各项自有牵头",
    "today": "今天 {day}", "that_day": "所看的日期 {day}", "no_date": "没有日期", "own_days": "日期  各项任务自己的期限",
    "left": "还有 {days} 天", "past": "已过 {days} 天", "now": "就是今天",
    "lead": "牵头单位", "total": "合计",
    "empty": "看到的任务一项也没有。按 {press.milestones_back} 回到矩阵，换一个筛选。",
    "no_milestone": "看到的方案没有督查或评估的节点。按 {press.milestones_add} 加一个。",
    "only_one": "只有这一个节点。",
    "on_task": "先把光标放在一项任务上，或用 {press.milestones_select} 选几项。",
    "state": "状态  {state}", "since": "{day} 记", "note": "说明  {note}", "leads": "牵头  {names}",
    "why.late": "迟：期限 {due} 已过 {days} 天", "why.near": "将到期：期限 {due}，还有 {days} 天",
    "date": "日期  {due}", "progress": "进度  {counts}", "kind": "种类  {kind}",
    "not_kept": "不在这里记进度；在看板上标记过就会记",
    "lead_hint": "{press.milestones_open} 在矩阵里看它牵头的任务",
    "ruled": "人工加的",
}  # fmt: skip
