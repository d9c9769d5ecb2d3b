"""The plan as Word keeps it after some months in an office: numbers that Word counts, a clause that was moved in, one
that was struck out, a field to be filled, a paragraph in a box, merged cells in the annex.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.readers.builders.plan import Block, Row

_LEVELS = (
    (re.compile(r"[一二三四五六七八九十]+、"), "chineseCounting", "%1、"),
    (re.compile(r"（[一二三四五六七八九十]+）"), "chineseCounting", "（%2）"),
)
_DRAWING = (
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
    'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
    '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
    '</wp:positionV><wp:extent cx="5040000" cy="500000"/><wp:wrapTopAndBottom/><wp:docPr id="7" name="框"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5040000" cy="500000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r>'
    "<w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
)
_TRACKED = 'w:id="1" w:author="甲" w:date="2021-11-01T00:00:00Z"'


def build(blocks: Sequence[Block], *, tracked: bool = True) -> bytes:
    """The file; each device stands where its text allows it, and none changes what is printed. `tracked`: with changes
    that nobody has accepted yet, which LibreOffice would print.
    """
    document = docx.Document()
    _define_numbers(document)
    for block in blocks:
        if isinstance(block, str):
            _paragraph(document, block, tracked=tracked)
        else:
            _table(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _define_numbers(document: Any) -> None:
    """A list of two levels, 一、 and （一）, under the number 90."""
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (_, style, text) in enumerate(_LEVELS)
    )
    root = document.part.numbering_part.element
    spaces = nsdecls("w")
    root.insert(0, parse_xml(f'<w:abstractNum {spaces} w:abstractNumId="90">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {spaces} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))


def _paragraph(document: Any, text: str, *, tracked: bool) -> None:
    made = document.add_paragraph()
    for place, (number, _, _) in enumerate(_LEVELS):
        if found := number.match(text):
            text = text[found.end() :]
            made._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{place}"/><w:numId w:val="90"/></w:numPr>')
            )
    if text.startswith("——阵地"):
        _boxed(made, text)
    elif tracked and text.startswith("1.办好"):
        _tracked(made, text)
    elif text.startswith("（牵头单位"):
        _controlled(made, text)
    else:
        made.add_run(text)


def _tracked(made: Any, text: str) -> None:
    """The second half was put in, some words between were struck out."""
    half = len(text) // 2
    made.add_run(text[:half])
    struck = parse_xml(f"<w:del {nsdecls('w')} {_TRACKED}><w:r><w:delText>由市图书馆负责</w:delText></w:r></w:del>")
    put = parse_xml(f"<w:ins {nsdecls('w')} {_TRACKED.replace('1', '2', 1)}/>")
    run = made.add_run(text[half:])._r
    made._p.remove(run)
    put.append(run)
    made._p.append(struck)
    made._p.append(put)


def _controlled(made: Any, text: str) -> None:
    """The units stand in a field to be filled in."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    run = made.add_run(text)._r
    made._p.remove(run)
    control[-1].append(run)
    made._p.append(control)


def _boxed(made: Any, text: str) -> None:
    """The paragraph stands in a box that hangs on an empty one, as Word draws it."""
    run = parse_xml(
        f'<w:r {nsdecls("w", "wp", "a")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        f'<mc:Choice Requires="wps">{_DRAWING.format(text=text)}</mc:Choice></mc:AlternateContent></w:r>'
    )
    made._p.append(run)


def _table(document: Any, rows: Sequence[Row]) -> None:
    columns = sum(cell.across for cell in rows[0])
    table = document.add_table(len(rows), columns, style="Table Grid")
    for number, row in enumerate(rows):
        place = 0
        for cell in row:
            if cell.down:
                made = table.cell(number, place)
                made.merge(table.cell(number + cell.down - 1, place + cell.across - 1))
                made.text = cell.text
            place += cell.across
