"""报告草稿里写的话。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # 纸上
    "title.self-evaluation": "{unit}关于《{plan}》{milestone}的自评报告",
    "title.bulletin": "{unit}关于《{plan}》{milestone}任务进展情况的通报",
    "title.summary": "{unit}《{plan}》{milestone}工作总结",
    "as_of": "（草稿，情况截至{day}）", "colon": "：", "foot": "草稿　情况截至 {on}　{state}",
    "section.whole": "总体进展", "section.parts": "各部分任务进展", "section.figures": "指标完成情况",
    "section.problems": "存在的问题", "section.next": "下一步打算", "section.achieved": "主要成效",
    "section.units_done": "任务均已了结的单位", "section.units_late": "有任务迟的单位",
    "section.units_blocked": "有受阻任务的单位", "section.units_others": "其他单位",
    "section.unled": "没有写明牵头单位的任务", "section.demands": "有关要求",
    "no_units_done": "没有任务均已了结的{units}。", "no_units_late": "没有{units}有迟的任务。",
    "no_units_blocked": "没有{units}有受阻任务。", "no_units_others": "没有其他{units}。", "leading": "牵头单位", "holding": "单位",
    "annex": "附件：任务进展（{name}）",
    "about": "按照《{plan}》，现将{milestone}的任务进展情况整理如下。", "due": "节点期限为{day}。", "own_days": "各项任务以自己的期限为准。",
    "narrowed": "只含符合“{query}”的任务。",
    "counts": "任务{tasks}项：{states}。", "counts_itself": "任务{tasks}项（含本项）：{states}。", "counts_led": "牵头任务{tasks}项：{states}。", "counts_held": "承担任务{tasks}项：{states}。",
    "by_holder": "方案没有写明牵头单位，以下按承担任务的单位列出。", "no_holder": "方案没有写明承担任务的单位。",
    "count": "{state}{count}项", "late": "其中迟{count}项。",
    "trace": "查询 {query} = {count}", "trace.more": "加 {term} = {count}", "trace.between": "；",
    "between": "、", "between_words": "",
    "task": "{title}（{path}）", "task_with_below": "{title}（{path}，连同下级共 {count} 项）", "marked": "{task}：{state}。", "since": "（{day}）", "noted": "记录：“{note}”。",
    "nothing_told": "尚无记录", "unmarked": "尚无记录的任务{count}项：{tasks}。", "leads": "牵头单位：{units}。",
    "led": "{task}牵头单位：{units}。", "led_apart": "{tasks}由{units}牵头。", "unled": "任务{count}项：{tasks}。",
    "no.late": "没有迟的任务。", "no.blocked": "没有受阻的任务。",
    "late_of": "{units}：{tasks}。", "late_tasks": "迟的任务{count}项（受阻的见上）：", "blocked_tasks": "受阻任务{count}项：",
    "no_figures": "方案里没有数字指标。",
    "missed": "汇报值没有达到目标的指标：", "short_of": "{figure}：汇报值{value}，目标{aim}。",
    "numerals": "一二三四五六七八九十",
    "heading.1": "{number}、{title}", "heading.2": "（{number}）{title}", "heading.3": "{number}. {title}",
    "heading.4": "（{number}）{title}",
    "made": (
        "本稿只用记录里有的内容写成（{state}）。小字写着每个数字的查询：sciplan tasks '查询' --as-of {on} 列出它数的任务，"
        "“加”后面的词接在查询后面。定稿前请补写标出的空白，删去小字。"
    ),
    # 待补的内容
    "gap.assessment": "总体评价", "gap.addressee": "主送单位", "gap.signed": "落款单位", "gap.lead": "牵头单位",
    "gap.progress": "进展情况", "gap.why_blocked": "受阻原因和需要协调的事项", "gap.why_not": "不适用的原因",
    "gap.what_was_done": "做法和成效", "gap.figures": "没有汇报的数值和有关说明", "gap.causes": "原因分析",
    "gap.next": "下一步打算", "gap.demands": "有关要求", "gap.achieved": "主要做法和成效",
    "gap.nothing_achieved": "这一部分的工作成效", "gap.due": "节点期限",
    # 命令
    "help.kind": "self-evaluation 自评报告 | bulletin 通报 | summary 总结（中文名也可以）",
    "help.unit": "只写这个单位牵头的任务", "help.out": "写到这个文件：.docx 或 .md",
    "written": "草稿写好了：{file}（标出的空白 {gaps} 处）",
    "kind.self-evaluation": "自评报告", "kind.bulletin": "通报", "kind.summary": "总结",
    # 屏幕
    "form.title": "写报告草稿：{plan}", "form.kind": "哪一种", "form.milestone": "节点", "form.on": "截至",
    "form.unit": "单位", "form.unit_hint": "可不填；填了只写它牵头的任务", "form.format": "格式", "form.file": "文件",
    "form.no_milestones": "这个方案没有节点，先加一个。",
    "note.query": "查询",
}  # fmt: skip
