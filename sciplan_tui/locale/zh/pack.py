"""会议材料和任务单。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # 命令
    "help.folder": "写到哪个文件夹；没有就新建",
    "help.proposed": "没有写牵头的，附上程序建议的牵头单位",
    "written": "会议材料写好了，{count} 个文件，在 {folder}",
    "left": "没有列入，因为没有节点 {milestone}：{plans}。", "unnoted": "材料写好了，但没有记下“已发出”：{reason}",
    "form.title": "会议材料", "form.on": "哪一天", "form.proposed": "建议的牵头", "form.folder": "文件夹",
    "form.no_folder": "请写一个文件夹。", "form.exists": "这里已有一份会议材料。再按一次 {press.accept} 就换成新的。",
    # 纸上
    "title": "{milestone}会议材料", "slips.title": "{milestone}任务单",
    "made": "{on}　{state}", "foot": "{title}　{on}　{state}", "narrowed": "只含符合“{query}”的任务",
    "lacking": "没有这个节点、没有列入的方案：{plans}",
    "sentence": "任务 {tasks} 项，已了结 {settled} 项（{share}），受阻 {blocked} 项，未标 {unmarked} 项。{when}",
    "due.none": "", "due.ahead": "期限 {due}，还有 {days} 天。", "due.past": "期限 {due}，已过 {days} 天，没有了结的都算迟。",
    "since": "自 {day} 的会议材料以来：",
    "none.late": "没有迟的、受阻的和将到期的任务。", "none.matters": "没有要会议决定的事。",
    "none.figures": "方案里没有数字指标。", "none.slips": "各单位都没有欠报的任务。",
    "none.moved": "自 {day} 的会议材料以来没有变动。",
    # 迟和受阻
    "matrix_aside": "任务太多，矩阵印不下：见 pack.xlsx。",
    "with_below": "{title}（连同下级共 {count} 项）",
    "late.blocked": "受阻 {count} 项", "late.lit": "{light} {count} 项", "late.of_them": "{light} {count} 项，其中受阻 {blocked} 项",
    "listed.ahead": "期限 {due}，还有 {days} 天，还没有迟的；这里是受阻的",
    "listed.near": "期限 {due}，还有 {days} 天；这里是没有了结的",
    "listed.past": "期限 {due}，已过 {days} 天；这里是没有了结的",
    "listed.own_days": "各项任务以自己的期限为准；这里是迟的、将到期的和受阻的",
    "listed.no_day": "这个节点没有期限，没有迟的；这里是受阻的",
    # 待决事项
    "matters.no_lead": "没有牵头单位的任务：请确定由谁牵头", "matters.conflict": "新版文件与已有改动冲突：请确定以哪个为准",
    "matters.decide": "方案里不明确的地方：请确定", "matters.check": "请办公室对照原件核对",
    "matter.no_unit": "没有写任何单位",
    # 任务单
    "slip.owed": "《{plan}》{milestone}：截至 {on}，你单位还有 {count} 项任务没有了结{due}。请在{gap}前填好右边一栏交回。",
    "slip.ahead": "（期限 {due}，还有 {days} 天）", "slip.past": "（期限 {due}，已过 {days} 天）",
    "slip.signed": "填报人{gap}　　审核人{gap}　　日期{gap}",
    "slip.query": "{name} {count} 项：sciplan tasks '{query}' --as-of {on}",
    # 数字从哪里来
    "note.query": "查询", "note.listed": "说明", "note.lacking": "没有这个节点", "note.numbers": "数字",
    "rule": "sciplan tasks '{query}' --as-of {on} 列出数到的任务；各列再加 mark:{key}=..：{columns}",
    "numbers": "每个数字 = sciplan tasks '这一行的查询 这一列的词' --as-of {on} 列出的行数；列的词写在表下面",
    "rule.late": "sciplan tasks '{query}' --as-of {on} 列出数到的任务；受阻的再加 {term}",
    "rule.figures": "sciplan targets '{query}' --as-of {on} 列出这一行的指标和汇报值",
    "rule.moved": "sciplan tasks '{query}' 列出这一行的任务和标记，sciplan targets '{query}' 列出指标和汇报值，sciplan history 列出每次改动",
    "nothing": "{name}：{said}",
    "small_print": "行内小字",
    "row_query": "这一行的查询",
    "rule.matters": "sciplan tasks '{query}' --as-of {on} 列出数到的任务",
}  # fmt: skip
