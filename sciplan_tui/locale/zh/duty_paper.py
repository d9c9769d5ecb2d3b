"""责任清单和函上写的话。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "title": "{unit}责任清单", "file": "{unit}责任清单", "plan": "《{plan}》 {document}", "document": "（{number}）",
    "heading": "{number}、{name}", "numerals": "一二三四五六七八九十", "enclosure": "附件",
    "date": "{year}年{month}月{day}日", "months": "1 2 3 4 5 6 7 8 9 10 11 12",
    "any_role": "合计（任一角色）",
    "inherited": "承 {path}", "ruled": "{how}（{facts}）", "through": "{how}（以{name}成员身份）",
    "remark": "{milestone}：{said}", "aspirational": "力争",
    "edition": "第 {number} 版", "page": "第 {number} 页", "line": "第 {number} 行",
    "note.query": "查询", "note.state": "数据", "note.counted": "计数",
    "counted": "只计行动、工程、任务组和任务；保障措施等列在表里，不计数。",
    "note.unit": "单位", "note.plan": "方案", "note.as_of": "单位截至",
    "moved_since": "上次（{day}）以来的变动", "nothing_moved": "没有变动。",
    "letter.title": "关于报送《{plan}》责任清单进展情况的函",
    "letter.to": "{unit}：",
    "letter.sends": "现将《{plan}》{document}中贵单位的责任清单送上，请予核对；与原文或实际不符的，请一并指出。",
    "letter.asks": "请填写清单中“进展情况”“佐证材料”两栏，于{day}前加盖公章报送我们。清单中的数据截至{state}。",
    "letter.contact": "联系人：{name}；电话：{phone}。",
    "letter.encloses": "附件：{title}",
    "letter.sender": "发函单位", "letter.day": "报送日期", "letter.seal": "{sender}（盖章）",
    "help.units": "单位（名称的一段即可），不写就是方案里承担任务的全部单位",
    "help.query": "只写查询里有任务的单位，如 path:2.1",
    "help.out": "存到这个文件夹（没有就建立）；一个单位也可以写文件名",
    "help.format": "docx、xlsx 或 both（不写是 both，文件则看后缀）",
    "help.on": "清单和函上的日期，迟和将到期按这一天算；不写就是今天",
    "help.no_note": "不要函", "help.proposed": "也列出程序建议的（另成一表）",
    "help.sender": "发函单位；不写就留空待补", "help.reply_by": "请单位报送的日期；不写就留空待补",
    "written": "已写 {units} 个单位的责任清单，{files} 个文件：{folder}",
    "unnoted": "没有记下这次发出的清单，下次不知道从何时算起的变动：{reason}",
}  # fmt: skip
