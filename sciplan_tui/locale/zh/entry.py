"""What an entry of the journal did."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "import": "导入 {title}（{plan}）第 {edition} 版",
    "review": "审阅 {title}（{plan}）第 {edition} 版：接受 {accepted} 处，不采纳 {rejected} 处",
    "mark": "标记 {tasks} 项任务：{plan} {milestone} {status}",
    "cleared": "取消标记",
    "milestone": "加节点 {label}（{plan} {milestone}）",
    "undo": "撤销第 {entry} 号：{what}",
    "redo": "恢复第 {entry} 号：{what}",
    "correct.title": "更正标题：{path} “{old}”改为“{new}”（{plan}）",
    "correct.kind": "更正种类：{path} {title} {old} 改为 {new}（{plan}）",
    "correct.level": "更正层级：{title} 从 {old} 移到 {new}（{plan}）",
    "correct.unit": "更正单位：{path} {title} {old} 改为 {new}（{plan}）",
    "correct.role": "更正角色：{path} {title} {unit} {old_role} 改为 {role}（{plan}）",
    "correct.add": "补上单位：{path} {title} {unit} {role}（{plan}）",
    "correct.drop": "去掉单位：{path} {title} {unit} {role}（{plan}）",
    "settle.settle": "处理完 {count} 个疑点（{plan}）",
    "settle.unsettle": "重新打开 {count} 个疑点（{plan}）",
    "alias": "同一单位：{name} 就是 {same_as}（{plan}）",
    "rename": "改名：{name} 自 {on} 起为 {new_name}{by}（{plan}）",
    "merge": "合并：{names} 自 {on} 起并入 {into}{by}（{plan}）",
    "split": "拆分：{name} 自 {on} 起的 {tasks} 项分工归 {heirs}{by}（{plan}）",
    "unit.add": "加单位 {name}（{plan}）",
    "unit.set": "修改单位 {name}：{given}（{plan}）",
    "member": "集合 {name}：加入 {added} 个成员，退出 {removed} 个（{plan}）",
    "rule.add": "裁定：{path} {title} {unit} {role}{by}{copied}（{plan}）",
    "rule.drop": "裁定：{path} {title} 不再由 {unit} {role}{by}{copied}（{plan}）",
    "rule.accept": "裁定：接受 {count} 条建议{by}{copied}（{plan}）",
    "by": "，依据 {by}",
    "copied": "，原承上的 {count} 条写在本项",
}
