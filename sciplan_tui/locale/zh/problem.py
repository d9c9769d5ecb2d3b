"""What the reader was not sure of."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "traditional": "全文是繁体字，已按简体字来读；任务和单位用简体字，原文照旧保存。",
    "taiwan_wording": "“{before}”是港台网站转换出来的用词，读作“{after}”。",
    "restored": "有缺字：“{before}”，照文中另一处相同的话补为“{after}”。",
    "unreadable": "有缺字，不能确定是什么：“{text}”。请对照原件。",
    "wrapped": "各行在同一宽度处断开（像是从 PDF 复制的），已按段落接好。",
    "joined": "第 {first} 至 {last} 行是一句话中间断开的，已接成一段。",
    "number_order": "编号 {number} 不连续（应为第 {expected} 个）。请看看中间是不是缺了什么，或编号写错了。",
    "inferred_heading": "这里缺一个标题，按编号推断应为第 {path} 部分，暂名“{title}”。",
    "alias_proposed": "“{one}”和“{other}”可能是同一个单位的两种写法；没有合并，请确认。",
    "annex_repeats": "附表重复了正文的分工（{rows} 行），只计一次：单位有 {units} 处不同，名称有 {titles} 处不同。",
    "annex_title_differs": "附表第 {row} 行的任务名称是“{table}”，正文是“{text}”。",
    "annex_units_differ": "附表第 {row} 行“{title}”的单位与正文不同（+ 只在附表，- 只在正文）：{units}。以正文为准，请核对。",
    "annex_row_unmatched": "附表第 {row} 行“{title}”在正文里找不到对应的任务，另列为一项。请核对。",
    "role_ambiguous": "标签同时写了两种角色，按责任单位读：{text}。请核对。",
    "unit_unreadable": "这里不像单位名称，没有计入：{text}",
    "statement_unattached": "这一句分工找不到所属的任务，没有计入：{text}",
    "section_statements": "{count} 处分工写在各条之后单独一行，按整节来读：节内各条自己没有单位。",
    "last_item_statements": "{count} 处分工写在最后一条的末尾，前面各条都没有，按整节来读。",
    "label_words": "同一角色有不同的写法：“{word}”{count} 次，其余写“{usual}”。",
}
