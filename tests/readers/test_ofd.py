"""OFD files: what stands where on the pages, read as a PDF is."""

import pytest

from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.ofd import ofd as reader
from sciplan_tui.readers.ofd.ofd import read
from sciplan_tui.readers.pdf import pdf as pdf_reader
from tests.readers.builders import ofd, pdf, plan
from tests.readers.builders.docx import HEAD, zipped


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def test_a_plan_reads_as_its_pdf_does_page_by_page() -> None:
    document = read("x.ofd", ofd.build(plan.blocks()))
    printed = pdf_reader.read("x.pdf", pdf.build(plan.blocks()))
    assert document.raw == printed.raw
    assert document.blocks == printed.blocks
    assert [
        list(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows
    ] == plan.grid()


def test_letters_without_steps_and_objects_turned_by_a_matrix_stand_in_their_line() -> None:
    plain = ofd.text(30, 40, "市科协2021").replace(' DeltaX="g 6 4.0000"', "")
    turned = ofd.text(0, 4, "负责", 1.0, ' CTM="4 0 0 4 36 32"').replace('Boundary="0.0000 3.0000', 'Boundary="14 4')
    assert texts(read("x.ofd", ofd.document([[turned, plain]]))) == ["市科协2021负责"]


def test_each_letter_may_have_a_step_of_its_own() -> None:
    words = ofd.text(30, 40, "甲乙丙").replace('"g 2 4.0000"', '"4 g 1 4.5"')
    assert texts(read("x.ofd", ofd.document([[words]]))) == ["甲乙丙"]


def test_pages_stand_in_the_order_that_the_document_lists() -> None:
    document = read("x.ofd", ofd.document([[ofd.text(30, 40, "一、总则。")], [ofd.text(30, 40, "二、附则。")]]))
    assert [(block.text, block.page) for block in document.blocks if isinstance(block, Paragraph)] == [
        ("一、总则。", 1),
        ("二、附则。", 2),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ofd.document([['<ofd:ImageObject ID="1" Boundary="0 0 9 9"/>']]), "scan"),
        (ofd.document([[]]), "empty_file"),
        (ofd.document([]), "empty_file"),
        (
            zipped({"OFD.xml": f"{HEAD}<ofd:OFD {ofd.SPACE}><ofd:DocRoot>gone.xml</ofd:DocRoot></ofd:OFD>"}),
            "damaged_file",
        ),
        (zipped({"OFD.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "xml_entities"),
        (zipped({"other.xml": "<a/>"}), "damaged_file"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read("x.ofd", data)
    assert caught.value.code == code


def test_more_pages_than_any_plan_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_PAGES", 2)
    with pytest.raises(ReadingError) as caught:
        read("x.ofd", ofd.document([[ofd.text(30, 40, "甲")]] * 3))
    assert caught.value.code == "too_many_pages"


def test_numbers_that_are_none_do_no_harm() -> None:
    odd = (
        ofd.text(30, 40, "甲乙")
        .replace('"g 1 4.0000"', '"g 99999999999 nan x g"')
        .replace('Size="4.0000"', 'Size="inf"')
    )
    assert texts(read("x.ofd", ofd.document([[odd, ofd.text(30, 60, "丙丁。")]])))[-1].endswith("丙丁。")


def test_a_truncated_file_is_refused() -> None:
    data = ofd.build(plan.blocks())
    for size in range(0, len(data), 501):
        with pytest.raises(ReadingError):
            read("x.ofd", data[:size])
