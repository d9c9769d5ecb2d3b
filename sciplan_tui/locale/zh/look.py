"""界面的颜色和按键文件。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "title": "配色", "keys": "Enter 用   Esc 不换", "kept": "配色: {name}; 下次打开还是它",
    "sciplan": "沉静 (深)", "sciplan-light": "浅", "sciplan-contrast": "高对比",
}  # fmt: skip
