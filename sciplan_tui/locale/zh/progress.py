"""Texts of long runs over many files."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "interrupted": "已中断：{total} 个文件已处理完 {done} 个，其余没有动。",
}
