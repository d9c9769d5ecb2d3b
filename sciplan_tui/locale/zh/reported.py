"""汇报值：报了多少、哪一天、达没达到。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "said": "汇报 {value}（{on}）",
    "met": "已达到",
    "missed": "未达到",
    "beyond": "超过",
    "judge": "超过目标数，算不算达到由人定",
    "none": "未汇报",
    "note": "备注 {note}",
    "help.value": "报来的数，用指标的计量单位",
    "help.on": "哪一天的数；不写为今天",
    "help.evidence": "佐证材料的文件",
    "help.drop": "去掉那一天的汇报值；不写 --on 就去掉最近的一个",
    "title": "{path} {indicator}（目标 {aim}）的汇报值",
    "field.value": "汇报值",
    "field.on": "日期",
    "field.note": "备注",
    "field.evidence": "佐证材料",
    "hint.evidence": "文件的位置，可不写",
    "on_figure": "先把光标移到一个指标上（按 {press.overview_face} 换到指标）。",
    "nothing": "这个指标还没有汇报值。",
    "same": "没有改动，本来就是这样：{what}",
}
