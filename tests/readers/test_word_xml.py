"""Word documents as one XML file are read as a .docx is: numbers, merged cells, changes, boxes."""

import pytest

from sciplan_tui import readers
from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.word.word_xml import read
from tests.readers.builders import docx, plan, word_xml


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[list[str]]:
    return [list(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_template_of_2003_is_read_whatever_it_is_called(encoding: str) -> None:
    text = word_xml.build(plan.blocks()).decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
    document = readers.read("方案.doc", text.encode(encoding))
    assert texts(document) == plan.paragraphs()
    assert rows(document) == plan.grid()
    assert document.source.format == "wordml"


def test_the_parts_of_a_docx_in_one_file() -> None:
    numbering = docx.abstract(0, docx.level(0, "chineseCounting", "%1、")) + docx.num(1, 0)
    made = docx.build(plan.blocks(), first=docx.numbered("总则", 0), numbering=numbering)
    document = readers.read("方案.xml", word_xml.package(made))
    assert texts(document) == ["一、总则", *plan.paragraphs()]
    assert rows(document) == plan.grid()


def test_numbers_of_2003_are_counted() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl>'
    lists = f'<w:listDef w:listDefId="7">{level}</w:listDef><w:list w:ilfo="1"><w:ilst w:val="7"/></w:list>'
    body = docx.numbered("总则", 0) + docx.numbered("附则", 0)
    assert texts(read("x.xml", word_xml.document(body, lists=lists))) == ["一、总则", "二、附则"]


def test_of_tracked_changes_what_was_put_in_is_read() -> None:
    body = (
        f'<w:p>{docx.run("市")}<aml:annotation w:type="Word.Insertion"><aml:content>{docx.run("科协")}</aml:content>'
        f'</aml:annotation><aml:annotation w:type="Word.Deletion"><aml:content>{docx.run("教育局")}</aml:content>'
        "</aml:annotation></w:p>"
    )
    assert texts(read("x.xml", word_xml.document(body))) == ["市科协"]


@pytest.mark.parametrize(("more", "code"), [("<!DOCTYPE a [<!ENTITY b 'c'>]>", "xml_entities"), ("<", "damaged_file")])
def test_what_may_not_be_read_is_refused(more: str, code: str) -> None:
    data = word_xml.build(["甲"]).decode().replace("<w:wordDocument", f"{more}<w:wordDocument", 1)
    with pytest.raises(ReadingError) as caught:
        readers.read("x.doc", data.encode())
    assert caught.value.code == code
