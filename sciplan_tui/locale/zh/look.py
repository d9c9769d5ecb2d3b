"""界面的颜色和按键文件。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "title": "配色", "kept": "配色：{name}；下次打开还是它",
    "keys_unread": "按键文件 {file} 读不懂：{reason}。各键照原样。",
    "keys_syntax": "{file} 第 {line} 行不合 TOML 的写法，如引号、方括号没有成对。各键照原样。",
    "keys_no_action": "{file} 第 {line} 行：没有叫 {name} 的动作，略去。有哪些，看 sciplan keys。",
    "keys_no_list": "{file} 第 {line} 行：{name} 要写成 [\"键\", ..] 的样子，略去。",
    "keys_no_key": "{file} 第 {line} 行：{name} 的 {key} 不是能用的键，略去。写法如 \"/\"、\"F3\"、\"Ctrl+P\"、\"PgDn\"。",
    "keys_is_text": "{file} 第 {line} 行：{name} 用在写字的地方，{key} 在那里是字，略去。",
    "keys_taken": "{file} 第 {line} 行：{name} 的 {key} 在同一界面上已是 {other} 的键，略去。",
    "keys_more": "（另有 {count} 处，看 sciplan keys）",
    "toml_head": "存成 {file}，只留要改的行；一个动作可有几个键，先写的显示出来",
    "outside": "别处改了：{what}", "outside_many": "别处改了 {count} 次，最近：{what}", "saved": "已存 {at}", "undecided": "有变更待定 {press.review}",
    "to_view": "视图：{query}", "to_plan": "看这个方案",
    "sciplan": "沉静（深）", "sciplan-light": "浅", "sciplan-contrast": "高对比",
}  # fmt: skip
