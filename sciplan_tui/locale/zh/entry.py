"""What an entry of the journal did."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "import": "导入 {title}（{plan}）第 {edition} 版",
    "mark": "标记 {tasks} 项任务：{plan} {milestone} {status}",
    "cleared": "取消标记",
    "milestone": "加节点 {label}（{plan} {milestone}）",
    "undo": "撤销第 {entry} 号：{what}",
    "redo": "恢复第 {entry} 号：{what}",
}
