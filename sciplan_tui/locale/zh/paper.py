"""要读的文件里写的话。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "gap": "〔待补〕", "gap_of": "〔待补：{what}〕",
    "day.1": "{year}年", "day.2": "{year}年{month}月", "day.3": "{year}年{month}月{day}日",
    "months": "1 2 3 4 5 6 7 8 9 10 11 12",
}  # fmt: skip
