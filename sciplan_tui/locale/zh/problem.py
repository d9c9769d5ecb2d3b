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
}
