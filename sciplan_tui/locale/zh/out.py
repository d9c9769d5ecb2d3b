"""导出、导入和复制的屏幕。"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "preview.table": "将写出 {count} 行, {columns} 列",
    "preview.json": "将写出 {count} 条",
    "export.inherited": "承上的分工",
    "export.proposed": "拟议的分工",
    "export.encoding": "编码",
    "encoding.utf-8-sig": "UTF-8 (带 BOM)",
    "encoding.gb18030": "GB18030",
    "encoding.utf-8": "UTF-8",
    "export.writing": "正在写 {bar}   Esc 停下",
    "export.stopping": "正在停下..",
    "export.stopped": "已停下, 没有写文件。",
}
