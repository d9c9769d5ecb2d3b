"""要读的文件里写的话。"""

from __future__ import annotations

TEXTS: dict[str, str] = {"gap": "〔待补〕", "gap_of": "〔待补：{what}〕"}
