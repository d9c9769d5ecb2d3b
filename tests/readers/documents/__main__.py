"""Make the documents of `tests/data` anew; the golden files beside them are another command's affair."""

from __future__ import annotations

from sciplan_tui.core.interchange.records import to_records
from sciplan_tui.core.parse import parse
from sciplan_tui.readers import read
from tests.readers.builders import ofd, plan, sheet_xml, tasks, word_xml
from tests.readers.documents import plain, prose_docx, prose_pdf, sheets
from tests.readers.documents.libre_office import converted
from tests.readers.goldens import DATA


def prose() -> dict[str, bytes]:
    """The whole plan, in every format that holds running text."""
    blocks, text = plan.blocks(), plan.TEXT.read_text(encoding="utf-8")
    word = prose_docx.build(blocks)
    return {
        "utf-8.txt": text.encode(),
        "gb18030.txt": text.encode("gb18030"),
        "utf-16.txt": text.encode("utf-16"),
        "markdown.md": plain.markdown(blocks),
        "page.html": plain.page(blocks),
        "gb2312.htm": plain.old_page(blocks),
        "archive.mht": plain.archive(blocks),
        "word.docx": word,
        "word.doc": (old := converted(word, "docx", "doc")),
        "writer.wps": old,
        "word.rtf": converted(word, "docx", "rtf"),
        "template.doc": word_xml.build(blocks),
        "printed.pdf": prose_pdf.build(blocks),
        "office.pdf": converted(prose_docx.build(blocks, tracked=False), "docx", "pdf"),
        "layout.ofd": ofd.build(blocks),
    }


def records() -> dict[str, bytes]:
    """The plan as this program exports it, in every format that holds rows."""
    rows = to_records(parse(read(plan.TEXT.name, plan.TEXT.read_bytes()), str))
    book = sheets.workbook("方案", rows)
    old = converted(book, "xlsx", "xls")
    return {
        "exported.csv": sheets.separated(rows, ","),
        "exported.tsv": sheets.separated(rows, "\t"),
        "exported.xlsx": book,
        "exported.xls": old,
        "exported.et": old,
        "exported.ods": converted(book, "xlsx", "ods"),
    }


def table() -> dict[str, bytes]:
    """A plan that is a task table, in every format that holds tables."""
    blocks = tasks.blocks()
    columns = len(tasks.HEADS)
    rows = [[tasks.TITLE, *[""] * (columns - 1)], *tasks.grid()]
    merges = [
        ((0, 0), (0, columns - 1)),
        *(((top + 1, left), (end + 1, right)) for (top, left), (end, right) in tasks.merges()),
    ]
    word = prose_docx.build(blocks)
    typed = sheets.workbook("任务", rows, merges, typed=True)
    old = converted(typed, "xlsx", "xls")
    return {
        "separated.csv": sheets.separated(rows, ","),
        "gb18030.csv": sheets.separated(rows, ",", "gb18030"),
        "separated.tsv": sheets.separated(rows, "\t"),
        "text.xlsx": sheets.workbook("任务", rows, merges),
        "typed.xlsx": typed,
        "typed.xls": old,
        "typed.et": old,
        "template.xls": sheet_xml.excelml({"任务": rows}, merges),
        "typed.ods": converted(typed, "xlsx", "ods"),
        "markdown.md": plain.markdown(blocks),
        "page.html": plain.page(blocks),
        "archive.mht": plain.archive(blocks),
        "word.docx": word,
        "word.doc": converted(word, "docx", "doc"),
        "word.rtf": converted(word, "docx", "rtf"),
        "template.doc": word_xml.build(blocks),
        "printed.pdf": prose_pdf.build(blocks),
        "office.pdf": converted(word, "docx", "pdf"),
        "layout.ofd": ofd.build(blocks),
    }


def main() -> None:
    """Write them all."""
    for folder, made in (("plan", {**prose(), **records()}), ("table", table())):
        (DATA / folder).mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            (DATA / folder / name).write_bytes(data)


main()
