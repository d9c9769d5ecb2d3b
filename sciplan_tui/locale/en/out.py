"""The screens of export, import and copying."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "preview.table": "{count} rows of {columns} columns will be written",
    "preview.json": "{count} objects will be written",
    "export.inherited": "Inherited",
    "export.proposed": "Proposed",
    "export.encoding": "Encoding",
    "encoding.utf-8-sig": "UTF-8 with BOM",
    "encoding.gb18030": "GB18030",
    "encoding.utf-8": "UTF-8",
    "export.writing": "Writing {bar}   Esc stops",
    "export.stopping": "Stopping..",
    "export.stopped": "Stopped; no file was written.",
}
