"""A workbook in Excel's XML of 2003, as templates of office systems have it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.readers.builders.docx import HEAD
from tests.readers.builders.sheets import Merge, Value

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def excelml(
    sheets: Mapping[str, Sequence[Sequence[Value]]], merges: Sequence[Merge] = (), *, styles: str = ""
) -> bytes:
    """The sheets; `merges` belong to the first. Empty cells are left out, and the next one tells its column."""
    written = "".join(_sheet(name, rows, () if place else merges) for place, (name, rows) in enumerate(sheets.items()))
    return (
        f'{HEAD}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="{SPACE}" xmlns:ss="{SPACE}">'
        f"<Styles>{styles}</Styles>{written}</Workbook>"
    ).encode()


def _sheet(name: str, rows: Sequence[Sequence[Value]], merges: Sequence[Merge]) -> str:
    spans = {top: (bottom[0] - top[0], bottom[1] - top[1]) for top, bottom in merges}
    lines = []
    for at, row in enumerate(rows):
        cells = (_cell(place, value, spans.get((at, place))) for place, value in enumerate(row) if value != "")
        lines.append(f"<Row>{''.join(cells)}</Row>")
    return f"<Worksheet ss:Name={quoteattr(name)}><Table>{''.join(lines)}</Table></Worksheet>"


def _cell(place: int, value: Value, span: tuple[int, int] | None) -> str:
    spanned = f' ss:MergeDown="{span[0]}" ss:MergeAcross="{span[1]}"' if span else ""
    kind = "String" if isinstance(value, str) else "Number"
    return f'<Cell ss:Index="{place + 1}"{spanned}><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'
