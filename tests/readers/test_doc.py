"""Word 97–2003 files: pieces in the order of the text, tables, fields by their result, nothing that is not printed."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui import readers
from sciplan_tui.core.document import Document, Paragraph, Table
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers import office
from sciplan_tui.readers.word.doc import read
from tests.readers.builders import doc, docx, plan
from tests.readers.builders.doc import Stretch


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> list[list[str]]:
    return [list(row.cells) for block in document.blocks if isinstance(block, Table) for row in block.rows]


def body(*stretches: Stretch | str, **more: Any) -> Document:
    pieces = [Stretch(one) if isinstance(one, str) else one for one in stretches]
    return read("x.doc", doc.document(pieces, **more))


def test_a_plan_has_its_paragraphs_and_its_table() -> None:
    document = read("x.doc", doc.build(plan.blocks()))
    assert texts(document) == plan.paragraphs()
    assert rows(document) == plan.grid()
    assert document.problems == ()


def test_pieces_stand_in_the_order_of_the_text_not_of_the_file() -> None:
    assert texts(body("一、总", "则\r二、附", "则\r", order=[2, 0, 1])) == ["一、总则", "二、附则"]


def test_a_piece_of_one_byte_a_character_is_western_and_in_a_chinese_file_chinese_where_it_can_only_be() -> None:
    assert texts(body(Stretch("2021\x97caf\xe9\r".replace("\x97", "—"), narrow=True), language=0x0409)) == ["2021—café"]
    assert texts(body(Stretch("市科协2021\r", narrow=True), "后\r")) == ["市科协2021", "后"]


def test_what_is_deleted_or_hidden_is_not_read() -> None:
    assert texts(
        body("市", Stretch("教", characters=doc.DELETED), "科协", Stretch("密", characters=doc.HIDDEN), "\r")
    ) == ["市科协"]


def test_how_many_changes_are_tracked_is_told() -> None:
    inserted, deleted = Stretch("教", characters=doc.INSERTED), Stretch("育", characters=doc.DELETED)
    found = body("市", inserted, inserted, "科", deleted, "协", deleted, "\r").problems
    assert [(one.code, dict(one.details)) for one in found] == [("tracked_changes", {"inserted": "1", "deleted": "2"})]
    assert body("市", Stretch("密", characters=doc.HIDDEN), "科协\r").problems == ()


def test_fields_stand_by_their_result_and_contents_are_left_out() -> None:
    field = "\x13HYPERLINK \x13X\x14y\x15\x14市科协\x15，\x13DATE\x152021\r"
    contents = "\x13TOC \\o\x14一、总则\t1\r二、附则\t2\r\x15完\r"
    assert [text for text in texts(body(field + contents)) if text] == ["市科协，2021", "完"]


def test_signs_of_word_become_what_they_print() -> None:
    assert texts(body("甲\x0b乙\x01\x02\x05\x08\x1f-\x1e丙\x0c丁\r")) == ["甲", "乙--丙", "丁"]


def test_a_character_of_two_units_is_one() -> None:
    assert texts(body("㐂𠮷\r")) == ["㐂𠮷"]


def test_text_boxes_stand_behind_the_text() -> None:
    assert texts(body("正文\r", boxes="附件\r")) == ["正文", "附件"]


def test_cells_of_several_paragraphs_and_empty_cells() -> None:
    cells = [
        Stretch("市科协\r", doc.IN_TABLE),
        Stretch("市教育局\x07", doc.IN_TABLE),
        Stretch("\x07", doc.IN_TABLE),
        Stretch("\x07", doc.IN_TABLE + doc.ROW_END),
        Stretch("后\r"),
    ]
    document = body(*cells)
    assert rows(document) == [["市科协\n市教育局", ""]]
    assert texts(document) == ["后"]


LISTS = doc.one_list((39, "\0、"), (37, "（\1）"), (0, "\2."))


def test_automatic_numbers_are_put_back() -> None:
    steps = [("目标", 0), ("任务", 0), ("青少年", 1), ("科技节", 2), ("教师", 2), ("农民", 1), ("下乡", 2), ("保障", 0)]
    stretches = [Stretch(f"{text}\r", doc.numbered(level)) for text, level in steps]
    document = body(*stretches, lists=LISTS, overrides=doc.list_overrides(None))
    printed = ["一、目标", "二、任务", "（一）青少年", "1.科技节", "2.教师", "（二）农民", "1.下乡", "三、保障"]
    assert texts(document) == printed


def test_a_list_that_overrides_its_start_begins_there() -> None:
    first, again = Stretch("甲\r", doc.numbered(0)), Stretch("乙\r", doc.numbered(0, 2))
    document = body(first, again, lists=LISTS, overrides=doc.list_overrides(None, 5))
    assert texts(document) == ["一、甲", "五、乙"]


def test_a_style_numbers_its_paragraphs_unless_they_say_otherwise() -> None:
    styles = doc.style_sheet((4095, b""), (4095, doc.numbered(1)), (1, b""))
    own = [
        Stretch("甲\r", style=1),
        Stretch("乙\r", style=2),
        Stretch("丙\r", doc.numbered(0, 0), style=1),
        Stretch("丁\r"),
    ]
    document = body(*own, lists=LISTS, overrides=doc.list_overrides(None), styles=styles)
    assert texts(document) == ["（一）甲", "（二）乙", "丙", "丁"]


def test_a_damaged_list_gives_no_numbers() -> None:
    document = body(Stretch("甲\r", doc.numbered(0)), lists=b"\xff\x7f" + LISTS[2:], overrides=doc.list_overrides(None))
    assert texts(document) == ["甲"]


@pytest.mark.parametrize(("more", "code"), [({"version": 0x0065}, "kind_unread"), ({"flags": 0x0100}, "locked_file")])
def test_old_and_locked_files_are_refused_in_words(more: dict[str, int], code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        body("甲\r", **more)
    assert caught.value.code == code


def test_a_truncated_file_is_refused() -> None:
    data = doc.build(plan.blocks())
    for size in range(0, len(data) - 5000, 3001):
        with pytest.raises(ReadingError):
            read("x.doc", data[:size])


def test_a_file_that_libreoffice_wrote(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here: real .doc files are not tried, only those that the tests build")
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    numbering = docx.abstract(
        0, docx.level(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="H1"/>'), docx.level(1, "decimal", "%2.")
    ) + docx.num(1, 0)
    written = docx.build(
        [*plan.blocks(), "完"],
        styles=styles,
        numbering=numbering,
        first=(
            docx.paragraph("总则", '<w:pStyle w:val="H1"/>')
            + docx.numbered("要求", 1)
            + docx.paragraph("附则", '<w:pStyle w:val="H1"/>')
        ),
    )
    (tmp_path / "plan.docx").write_bytes(written)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "plan.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    document = read("plan.doc", (tmp_path / "plan.doc").read_bytes())
    assert texts(document) == ["一、总则", "1.要求", "二、附则", *plan.paragraphs(), "完"]
    assert rows(document) == plan.grid()


def test_what_is_refused_is_tried_by_libreoffice_and_keeps_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    data = doc.document([Stretch("甲\r")], version=0x0065)
    monkeypatch.setattr(office, "to_docx", lambda data, suffix: docx.build(plan.blocks()))
    document = readers.read("旧.doc", data)
    assert texts(document) == plan.paragraphs()
    assert (document.source.name, document.source.format) == ("旧.doc", "doc")
    monkeypatch.setattr(office, "to_docx", lambda data, suffix: None)
    with pytest.raises(ReadingError) as caught:
        readers.read("旧.doc", data)
    assert "docx" in str(caught.value)


def test_texts_that_only_libreoffice_reads_are_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    data = docx.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    monkeypatch.setattr(office, "to_docx", lambda data, suffix: docx.build(["甲"]) if suffix == "odt" else None)
    assert (texts(readers.read("x.odt", data)), readers.read("x.odt", data).source.format) == (["甲"], "odt")
    monkeypatch.setattr(office, "to_docx", lambda data, suffix: None)
    for installed, code in ((None, "office_missing"), ("/usr/bin/soffice", "kind_unread")):
        monkeypatch.setattr(office, "program", lambda installed=installed: installed)
        with pytest.raises(ReadingError) as caught:
            readers.read("x.odt", data)
        assert (caught.value.code, caught.value.details["kind"]) == (code, "OpenDocument (.odt)")
        assert ("LibreOffice" in str(caught.value)) == (installed is None)


def test_libreoffice_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(office, "SECONDS", 0.2)
    assert office.to_docx(b"x", "doc") is None


def test_tables_that_nothing_parts_but_their_edges_are_two() -> None:
    one = [[plan.Cell("指标", across=3), plan.Cell("标准", across=3)]] * 3
    title = [[plan.Cell("附件2 任务分工表", across=6)]]
    other = [[plan.Cell("任务", across=2), plan.Cell("牵头单位", across=2), plan.Cell("责任单位", across=2)]] * 2
    made = doc.document([*doc.table(one), *doc.table(title), *doc.table(other)])
    tables = [block for block in read("x.doc", made).blocks if isinstance(block, Table)]
    assert [[len(row.cells) for row in table.rows] for table in tables] == [[2, 2, 2], [3, 3, 3]]


def test_a_row_drawn_otherwise_stays_in_its_table() -> None:
    usual = [[plan.Cell("任务", across=2), plan.Cell("单位", across=2), plan.Cell("时间", across=2)]] * 2
    made = doc.document(doc.table([*usual, [plan.Cell("合计", across=3), plan.Cell("备注", across=3)], *usual]))
    assert len([block for block in read("x.doc", made).blocks if isinstance(block, Table)]) == 1
