"""Word files: everything that is printed is read, in order, and nothing else."""

import pytest

from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.word.docx import _LOOKS, read
from sciplan_tui.readers.word.numerals import numeral
from tests.readers.builders import docx, plan

COUNTING = docx.abstract(
    0,
    docx.level(0, "chineseCountingThousand", "%1、"),
    docx.level(1, "chineseCounting", "（%2）"),
    docx.level(2, "decimal", "%3."),
)


def body(xml: str, **parts: str) -> Document:
    return read("方案.docx", docx.package(xml, **parts))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[list[str]]:
    return [list(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows]


def test_a_plan_has_its_paragraphs_and_its_table() -> None:
    document = read("方案.docx", docx.build(plan.blocks()))
    assert texts(document) == plan.paragraphs()
    assert rows(document) == plan.grid()


def test_each_line_of_the_raw_text_is_the_block_that_names_it() -> None:
    document = read("方案.docx", docx.build(plan.blocks()))
    lines = document.raw.split("\n")
    table = document.blocks[-1]
    assert isinstance(table, Table)
    assert all(lines[b.line - 1] == b.text for b in document.blocks if isinstance(b, Paragraph))
    assert [lines[row.line - 1] for row in table.rows] == ["\t".join(row.cells) for row in table.rows]


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    xml = (
        f"<w:p>{docx.run('市科协')}<w:ins w:id='1'>{docx.run('、市教育局')}</w:ins>"
        f"<w:del w:id='2'><w:r><w:delText>、市文旅局</w:delText></w:r></w:del>"
        f"<w:moveFrom w:id='3'>{docx.run('甲')}</w:moveFrom><w:moveTo w:id='4'>{docx.run('负责')}</w:moveTo></w:p>"
    )
    document = body(xml)
    assert texts(document) == ["市科协、市教育局负责"]
    told = [(one.code, dict(one.details)) for one in document.problems]
    assert told == [("tracked_changes", {"inserted": "2", "deleted": "2"})]


def test_a_file_without_tracked_changes_tells_of_none() -> None:
    assert not body(docx.paragraph("开展", "<w:rPr><w:del w:id='1'/></w:rPr>") + docx.paragraph("活动")).problems


def test_a_deleted_paragraph_mark_joins_the_paragraphs_and_takes_no_number() -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr><w:numPr><w:ilvl w:val='2'/><w:numId w:val='1'/></w:numPr>"
    xml = docx.paragraph("开展", deleted) + docx.numbered("科普活动", 2) + docx.numbered("建设基地", 2)
    assert texts(body(xml, numbering=COUNTING + docx.num(1, 0))) == ["1.开展科普活动", "2.建设基地"]


def test_deleted_rows_of_a_table_are_not_read() -> None:
    row = "<w:tr>{mark}<w:tc>{one}</w:tc><w:tc>{two}</w:tc></w:tr>"
    kept = row.format(mark="", one=docx.paragraph("甲"), two=docx.paragraph("乙"))
    gone = row.format(mark="<w:trPr><w:del w:id='1'/></w:trPr>", one=docx.paragraph("丙"), two=docx.paragraph("丁"))
    assert rows(body(f"<w:tbl>{kept}{gone}</w:tbl>")) == [["甲", "乙"]]


def test_content_controls_links_and_fields_give_their_words() -> None:
    xml = (
        f"<w:sdt><w:sdtContent>{docx.paragraph('一、总则')}</w:sdtContent></w:sdt>"
        f"<w:p><w:sdt><w:sdtContent>{docx.run('市')}</w:sdtContent></w:sdt>"
        f"<w:hyperlink>{docx.run('科')}</w:hyperlink><w:fldSimple w:instr='X'>{docx.run('协')}</w:fldSimple></w:p>"
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{docx.run('2021年')}"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    assert texts(body(xml)) == ["一、总则", "市科协", "2021年"]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    cell = f"<w:sdt><w:sdtContent><w:tc>{docx.paragraph('乙')}</w:tc></w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr><w:tc>{docx.paragraph('甲')}</w:tc>{cell}</w:tr></w:sdtContent></w:sdt>"
    assert rows(body(f"<w:tbl>{row}</w:tbl>")) == [["甲", "乙"]]


def test_a_text_box_is_read_once() -> None:
    box = docx.paragraph("附件")
    xml = (
        f"<w:p>{docx.run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"<w:txbxContent>{box}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"<w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(body(xml)) == ["正文", "附件"]


def test_what_is_not_printed_in_the_body_is_left_out() -> None:
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{docx.paragraph('一、总则…1')}</w:sdtContent></w:sdt>"
    )
    field = (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TOC \\o</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{docx.run('一、总则…1')}</w:p>{docx.paragraph('二、附则…2')}"
        "<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    hidden = (
        f"<w:p>{docx.run('密', '<w:rPr><w:vanish/></w:rPr>')}{docx.run('文<1>')}<w:r><w:footnoteReference/></w:r></w:p>"
    )
    ruby = (
        f"<w:p><w:r><w:ruby><w:rt>{docx.run('ke')}</w:rt><w:rubyBase>{docx.run('科')}</w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert [text for text in texts(body(contents + field + hidden + ruby)) if text] == ["文<1>", "科"]


def test_line_breaks_part_lines_and_tabs_stay() -> None:
    tab, line = "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>"
    document = body(f"<w:p>{docx.run('牵头单位')}{tab}{docx.run('市科协')}{line}{docx.run('责任单位')}</w:p>")
    assert texts(document) == ["牵头单位\t市科协", "责任单位"]
    assert [block.line for block in document.blocks if isinstance(block, Paragraph)] == [1, 2]


def test_automatic_numbers_are_put_back_and_begin_anew_below_each_heading() -> None:
    steps = [("目标", 0), ("任务", 0), ("青少年", 1), ("科技节", 2), ("教师", 2), ("农民", 1), ("下乡", 2), ("保障", 0)]
    xml = "".join(docx.numbered(text, level) for text, level in steps)
    printed = ["一、目标", "二、任务", "（一）青少年", "1.科技节", "2.教师", "（二）农民", "1.下乡", "三、保障"]
    assert texts(body(xml, numbering=COUNTING + docx.num(1, 0))) == printed


def test_lists_of_one_abstract_list_count_on_unless_one_overrides_its_start() -> None:
    again = docx.num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    xml = docx.numbered("甲", 0, 1) + docx.numbered("乙", 0, 3) + docx.numbered("丙", 0, 2) + docx.numbered("丁", 0, 2)
    numbering = COUNTING + docx.num(1, 0) + again + docx.num(3, 0)
    assert texts(body(xml, numbering=numbering)) == ["一、甲", "二、乙", "五、丙", "六、丁"]


def test_a_level_that_never_restarts_counts_on() -> None:
    numbering = docx.abstract(
        0,
        docx.level(0, "decimal", "第%1章", '<w:suff w:val="nothing"/>'),
        docx.level(1, "decimal", "第%2条", '<w:lvlRestart w:val="0"/>'),
    ) + docx.num(1, 0)
    xml = "".join(docx.numbered(text, level) for text, level in (("总则", 0), ("甲", 1), ("分则", 0), ("乙", 1)))
    assert texts(body(xml, numbering=numbering)) == ["第1章总则", "第1条 甲", "第2章分则", "第2条 乙"]


def test_numbers_come_with_the_style_and_go_with_number_zero() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="H2"/></w:style>'
    )
    numbering = docx.abstract(
        0,
        docx.level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        docx.level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    ) + docx.num(1, 0)
    xml = (
        docx.paragraph("甲", '<w:pStyle w:val="H1"/>')
        + docx.paragraph("乙", '<w:pStyle w:val="H2"/>')
        + docx.paragraph("丙", '<w:pStyle w:val="Mine"/>')
        + docx.paragraph("丁", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert texts(body(xml, numbering=numbering, styles=styles)) == ["一、甲", "（一）乙", "（二）丙", "丁"]


def test_a_list_borrowed_by_a_numbering_style_is_found() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    borrowed = docx.abstract(7, '<w:numStyleLink w:val="List"/>')
    numbering = COUNTING + borrowed + docx.num(1, 0) + docx.num(2, 7)
    assert texts(body(docx.numbered("甲", 1, 2), numbering=numbering, styles=styles)) == ["（一）甲"]


def test_levels_above_stand_in_the_number_and_bullets_of_symbol_fonts_become_bullets() -> None:
    numbering = docx.abstract(
        0,
        docx.level(0, "chineseCounting", "%1"),
        docx.level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        docx.level(2, "bullet", "\uf0b7"),
    ) + docx.num(1, 0)
    xml = docx.numbered("甲", 0) + docx.numbered("乙", 1) + docx.numbered("丙", 2)
    assert texts(body(xml, numbering=numbering)) == ["一 甲", "1.1 乙", "●丙"]


def test_a_column_of_automatic_numbers_is_read_in_a_table_alone() -> None:
    numbering = docx.abstract(0, docx.level(0, "decimal", "%1")) + docx.num(1, 0)
    row = f"<w:tr><w:tc>{docx.numbered('', 0)}</w:tc><w:tc>{docx.paragraph('科普')}</w:tc></w:tr>"
    document = body(docx.numbered("", 0) + f"<w:tbl>{row}{row}</w:tbl>", numbering=numbering)
    assert texts(document) == [""]
    assert rows(document) == [["2", "科普"], ["3", "科普"]]


def test_a_table_in_a_cell_is_text_of_the_cell_and_one_column_is_no_table() -> None:
    inner = docx.table([[plan.Cell("甲"), plan.Cell("乙")]])
    outer = f"<w:tbl><w:tr><w:tc>{inner}{docx.paragraph('丙')}</w:tc><w:tc>{docx.paragraph('丁')}</w:tc></w:tr></w:tbl>"
    frame = docx.table([[plan.Cell("红头文件")]])
    document = body(outer + frame)
    assert rows(document) == [["甲 乙\n丙", "丁"]]
    assert texts(document) == ["红头文件"]


def test_a_group_row_stands_once_and_a_head_over_each_of_its_columns() -> None:
    cells = [
        [plan.Cell("工作任务", across=2), plan.Cell("责任单位")],
        [plan.Cell("青少年科学素质提升行动", across=3)],
    ]
    assert rows(body(docx.table(cells))) == [
        ["工作任务", "工作任务", "责任单位"],
        ["青少年科学素质提升行动", "", ""],
    ]


def test_the_text_is_found_wherever_the_package_keeps_it() -> None:
    data = docx.package(docx.paragraph("甲"), document="word/document2.xml")
    assert texts(read("x.docx", data)) == ["甲"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_an_entity_or_a_document_type_is_refused(codec: str) -> None:
    laugh = '<!DOCTYPE w:document [<!ENTITY a "哈哈哈哈">]>'
    text = docx.part("document", "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>").removeprefix(docx.HEAD)
    with pytest.raises(ReadingError) as caught:
        read("x.docx", docx.zipped({"word/document.xml": (laugh + text).encode(codec)}))
    assert caught.value.code == "xml_entities"


@pytest.mark.parametrize("xml", ["<w:sdt><w:sdtContent>", "<w:tbl><w:tr><w:tc>", "<w:ins>"])
def test_endless_nesting_is_refused(xml: str) -> None:
    closing = "".join(f"</{name}" for name in reversed(xml.replace("<", " ").split()))
    with pytest.raises(ReadingError) as caught:
        body(xml * 3000 + closing * 3000)
    assert caught.value.code == "nested_too_deep"


def test_a_damaged_file_is_refused_wherever_it_is_damaged() -> None:
    data = docx.build(plan.blocks())
    for size in range(0, len(data), 97):
        with pytest.raises(ReadingError):
            read("x.docx", data[:size])


@pytest.mark.parametrize(
    ("value", "style", "printed"),
    [
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "chineseCounting", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCounting", "一百一十"),
        (1001, "chineseCounting", "一千零一"),
        (10, "ideographDigital", "一〇"),
        (21, "japaneseCounting", "二十一"),
        (111, "japaneseCounting", "百十一"),
        (12, "decimalFullWidth", "１２"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (2, "decimalEnclosedParen", "⑵"),
        (3, "ideographTraditional", "丙"),
        (13, "chineseLegalSimplified", "壹拾叁"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (7, "unheard-of", "7"),
        (7, "none", ""),
        (0, "chineseCounting", "0"),
    ],
)
def test_numbers_are_printed_as_word_prints_them(value: int, style: str, printed: str) -> None:
    assert numeral(value, style) == printed


def test_what_only_says_how_letters_look_is_left_out_and_what_hides_them_is_not() -> None:
    looks = '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋"/><w:b/><w:sz w:val="32"/></w:rPr>'
    hides = '<w:rPr><w:b/><w:vanish/><w:sz w:val="32"/></w:rPr>'
    runs = docx.run("看得见", looks) + docx.run("看不见", hides) + docx.run("也看得见", "<w:rPr/>")
    assert _LOOKS.search(looks.encode())
    assert not _LOOKS.search(hides.encode())
    assert texts(body(f"<w:p>{runs}</w:p>")) == ["看得见也看得见"]
