"""历史：做过的每一件事，改了什么，能不能撤销或重做。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "altered": "{field}：{old} 改为 {new}",
    "at": "时间", "door": "来处", "came_through": "来处 {door}", "what": "做了什么", "plan": "方案", "changes": "变更", "state": "状态",
    "undone": "已撤销", "count": "{count} 条", "matched": "{count} / {all} 条",
    "can_undo": "可以撤销（{press.history_undo}）", "can_redo": "可以重做（{press.history_redo}）", "try_undo": "碰到的太多，能不能撤销，按 {press.history_undo} 时才查", "try_redo": "碰到的太多，能不能重做，按 {press.history_redo} 时才查",
    "taking_back": "撤销了第 {entry} 号", "done_again": "重做了第 {entry} 号",
    "source": "文件 {name}", "total": "变更 {count} 处", "more": ".. 还有 {count} 处",
    "added": "加 {count}", "removed": "去 {count}", "altered_count": "改 {count}",
    "filter_hint": "在内容、种类、方案里找", "nothing": "没有符合的记录。按 {press.clear_query} 清除筛选。", "filtered": "筛选 {query}",
    "no_task": "这条记录没有碰到任务，或任务已经不在。", "reading": "正在读 ..",
    "succession.alias": "同一单位", "succession.rename": "改名", "succession.merge": "合并", "succession.split": "分出",
    "field.title": "标题", "field.kind": "种类", "field.path": "编号", "field.number": "序号", "field.line": "行",
    "field.open_list": "等", "field.deadline": "期限", "field.text": "正文", "field.parent_id": "上级",
    "field.name": "名称", "field.short": "简称", "field.class": "类别", "field.collective": "集合",
    "field.function": "职能", "field.contact": "联系", "field.unit_id": "单位", "field.role": "分工",
    "field.origin": "来源", "field.printed": "原文", "field.reason": "理由", "field.quote": "原句",
    "field.ruled_by": "依据", "field.ruled_on": "日期", "field.indicator": "指标", "field.comparator": "比较",
    "field.value": "数值", "field.value_max": "上限", "field.unit": "计量", "field.frequency": "频次",
    "field.aspirational": "力争", "field.region": "地区", "field.issuer": "发文单位", "field.document_number": "文号",
    "field.issued_on": "印发日期", "field.period_start": "起始年", "field.period_end": "终止年", "field.key": "代号",
    "field.label": "名称", "field.start_on": "开始", "field.end_on": "结束", "field.precision": "精度",
    "field.status": "状态", "field.on_date": "日期", "field.note": "说明", "field.task_id": "任务",
    "field.milestone_id": "节点", "field.from_id": "原单位", "field.to_id": "现单位", "field.collective_id": "集合",
    "field.member_id": "成员", "field.since_on": "起", "field.until_on": "止", "field.code": "疑点",
    "field.settled_on": "处理日期", "field.target_id": "指标", "field.on_day": "日期", "field.evidence": "佐证材料",
    "field.settled_note": "处理说明",
}  # fmt: skip
