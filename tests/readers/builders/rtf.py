"""An .rtf of the plan: Chinese as bytes of code page 936, or as \\u with the bytes behind it."""

from __future__ import annotations

from tests.readers.builders.plan import Block, Cell, Row

HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\froman Times New Roman;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\author WPS}}{\*\generator WPS;}\uc2 "
)
_WIDTH = 2000


def coded(text: str, *, units: bool = False) -> str:
    return "".join(map(_unit if units else _bytes, text))


def _bytes(sign: str) -> str:
    if sign in "\\{}":
        return "\\" + sign
    if sign < "\x80":
        return {"\n": r"\line ", "\t": r"\tab "}.get(sign, sign)
    return "".join(f"\\'{byte:02x}" for byte in sign.encode("gb18030"))


def _unit(sign: str) -> str:
    if sign < "\x80":
        return _bytes(sign)
    units = sign.encode("utf-16-le")
    pairs = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "".join(f"\\u{unit}??" for unit in pairs)


def paragraph(text: str, *, units: bool = False) -> str:
    return rf"\pard\plain\f0 {coded(text, units=units)}\par" + "\n"


def table(rows: list[Row]) -> str:
    return "".join(map(_row, rows))


def _row(row: Row) -> str:
    shapes, right = "", 0
    for cell in row:
        right += cell.across * _WIDTH
        merge = r"\clvmgf" if cell.down > 1 else r"\clvmrg" if cell.down == 0 else ""
        shapes += rf"{merge}\cellx{right}"
    cells = "".join(rf"\pard\intbl\plain\f0 {coded(cell.text)}\cell" for cell in row)
    return rf"\trowd\trleft0{shapes}{cells}\row" + "\n"


def document(body: str) -> bytes:
    return (HEAD + body + "}").encode("latin-1")


def build(blocks: list[Block], *, units: bool = False) -> bytes:
    return document(
        "".join(paragraph(block, units=units) if isinstance(block, str) else table(block) for block in blocks)
    )


__all__ = ["Cell", "build", "coded", "document", "paragraph", "table"]
