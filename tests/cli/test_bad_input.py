"""Bad input: one sentence on stderr, exit 1, and the database untouched byte for byte."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sciplan_tui.exits import Exit
from tests.cli.conftest import Ran, Sciplan
from tests.cli.plans import PLAN
from tests.readers.builders import doc, docx, pdf, plan, sheets

TASK = '{"path":"1","title":"任务","kind":"task"}'


def plan_json(tasks: str = TASK, more: str = "") -> bytes:
    return f'{{"schema":"sciplan-plan/1","title":"甲市方案","tasks":[{tasks}]{more}}}'.encode()


def figure(value: str) -> bytes:
    said = f'"path":"1","indicator":"次数","comparator":">=","value":{value},"unit":"次"'
    return plan_json(more=f',"targets":[{{{said}}}]')


FILES: dict[str, tuple[str, bytes]] = {
    "empty": ("empty.txt", b""),
    "nothing but a mark of order": ("bom.txt", b"\xef\xbb\xbf"),
    "binary": ("binary.txt", bytes(range(256)) * 8),
    "not a plan": ("note.txt", "你好，世界。\n".encode()),
    "an unknown encoding": ("odd.txt", b"abc \xff\xfe\x80\x81 \xa1\n" * 9),
    "UTF-16 cut in the middle": ("cut.txt", PLAN.encode("utf-16")[:-1]),
    "50 MB of one line": ("line.txt", "一、任务".encode() * 4_300_000),
    "a million lines": ("lines.txt", b"1. a\n" * 1_000_000),
    "a CSV without a task column": ("columns.csv", b"a,b\n1,2\n"),
    "a CSV with heads only": ("heads.csv", "任务,牵头单位\n".encode()),
    "a CSV with an open quotation": ("quote.csv", '任务,牵头单位\n"讲座,市科协\n'.encode() + b"x" * 200_000),
    "a CSV of endless rows": ("rows.csv", "任务,牵头单位\n".encode() + "讲座,市科协\n".encode() * 120_000),
    "a record CSV without a plan": ("record.csv", b"record,path,title\ntask,1,x\n"),
    "a record CSV with a wrong path": ("path.csv", b"record,path,title\nplan,,x\ntask,1e400,x\n"),
    "broken JSON": ("broken.json", b'{"schema":'),
    "JSON with more behind it": ("more.json", plan_json() + b"x"),
    "JSON nested deeply": ("deep.json", b"[" * 100_000),
    "JSON of another kind": ("other.json", b"{}"),
    "JSON without an object": ("null.json", b"null"),
    "an infinite figure": ("infinite.json", figure("1e400")),
    "a figure that is none": ("nan.json", figure("NaN")),
    "a figure of 5000 digits": ("digits.json", figure("9" * 5000)),
    "a path twice": ("twice.json", plan_json(f"{TASK},{TASK}")),
    "a path that is a number": ("number.json", plan_json('{"path":1,"title":"任务","kind":"task"}')),
    "a task that is a text": ("text.json", plan_json('"任务"')),
    "a kind that is a list": ("kind.json", plan_json('{"path":"1","title":"任务","kind":["task"]}')),
    "a parent that is itself": ("self.json", plan_json('{"path":"1","parent":"1","title":"任务","kind":"task"}')),
    "a password on a .docx": (
        "locked.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    ),
    "a .docx cut short": ("cut.docx", docx.build(plan.blocks())[:-300]),
    "a .docx that is a bomb": ("bomb.docx", docx.zipped({"word/document.xml": b"0" * 9_000_000})),
    "a .docx with entities": (
        "entity.docx",
        docx.zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
    ),
    "a .docx of nothing but macros": (
        "macro.docm",
        docx.zipped({"word/document.xml": "<a/>", "word/vbaProject.bin": b"x"}),
    ),
    "a .docx nested without end": (
        "nested.docx",
        docx.package("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
    ),
    "a .doc cut short": ("cut.doc", doc.build(plan.blocks())[:3000]),
    "a .pdf cut short": ("cut.pdf", pdf.build(plan.blocks())[:900]),
    "a .pdf that is a scan": (
        "scan.pdf",
        pdf.document([["q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"]]),
    ),
    "an .rtf nested without end": ("nested.rtf", rb"{\rtf1" + b"{" * 200_000),
    "a workbook of a million rows": (
        "rows.xlsx",
        sheets.xlsx({"表": [["甲", "乙"]]}, extra='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    ),
    "a picture": ("picture.pdf", b"\x89PNG\r\n\x1a\n\x00\x00"),
    "an archive": ("plan.docx", docx.zipped({"plan.txt": PLAN})),
    "a period that is a list": ("period.json", plan_json(more=',"period":[1]')),
}


@pytest.fixture
def filled(sciplan: Sciplan, database: Path) -> str:
    """The digest of a database that holds one plan; what must stay as it is."""
    plan = database.parent / "plan.txt"
    plan.write_text(PLAN, encoding="utf-8")
    assert sciplan("import", str(plan)).code is Exit.DONE
    return digest(database)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_refused(ran: Ran) -> None:
    """Exit 1 and one sentence, that ends as one and says nothing of Python."""
    assert (ran.code, ran.out) == (Exit.MEND, "")
    [line] = ran.err.splitlines()
    assert line.endswith(("。", "."))
    assert not any(word in line for word in ("Error", "Traceback", "None", "errno"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", FILES)
def test_a_bad_file(sciplan: Sciplan, database: Path, filled: str, tmp_path: Path, case: str, language: str) -> None:
    name, content = FILES[case]
    (tmp_path / name).write_bytes(content)
    for command in (["check"], ["import", "--yes"]):
        is_refused(sciplan(*command, name, language=language))
    assert digest(database) == filled


def folder(path: Path) -> None:
    path.mkdir()


def loop(path: Path) -> None:
    path.symlink_to(path)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 30)


PLACES: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: None,
    "an empty folder": folder,
    "a pipe": os.mkfifo,
    "a device without end": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": loop,
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a gigabyte": sparse,
}


@pytest.mark.skipif(os.name != "posix", reason="pipes, devices and links as POSIX has them")
@pytest.mark.parametrize("case", PLACES)
def test_what_is_no_file(sciplan: Sciplan, database: Path, filled: str, tmp_path: Path, case: str) -> None:
    PLACES[case](tmp_path / "odd.txt")
    for command in (["check"], ["import", "--yes"]):
        is_refused(sciplan(*command, "odd.txt"))
    assert digest(database) == filled


def test_the_file_is_named_where_the_fault_is_inside_it(sciplan: Sciplan, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        (tmp_path / name).write_bytes(plan_json(f"{TASK},{TASK}"))
    for command in ("check", "import"):
        lines = sciplan(command, "one.json", "two.json").err.splitlines()
        assert [line.partition("：")[0] for line in lines] == ["one.json", "two.json"]


@pytest.mark.parametrize("encoding", ["utf-7-and-a-half", "rot13", "ascii"])
def test_an_encoding_that_is_none_or_wrong(sciplan: Sciplan, database: Path, filled: str, encoding: str) -> None:
    is_refused(sciplan("import", "plan.txt", "--encoding", encoding))
    assert digest(database) == filled


def newer(path: Path) -> None:
    altered(path, "PRAGMA user_version = 99")


def another(path: Path) -> None:
    path.unlink()
    altered(path, "CREATE TABLE own (a)")


def altered(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()


def damaged(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 300)


DATABASES: dict[str, Callable[[Path], object]] = {
    "newer": newer,
    "of another program": another,
    "with a trigger": lambda path: altered(path, "CREATE TRIGGER t AFTER INSERT ON mark BEGIN DELETE FROM task; END"),
    "no database": lambda path: path.write_text("words"),
    "broken": damaged,
    "cut short": lambda path: os.truncate(path, path.stat().st_size // 2),
}
GESTURES = (
    ["import", "plan.txt", "--yes"],
    ["plans"],
    ["tasks"],
    ["show", "1"],
    ["mark", "lead:市科协", "--milestone", "2023", "--status", "done"],
    ["milestone", "add", "--plan", "某某市", "--kind", "phase", "--year", "2024"],
    ["export", "matrix"],
    ["history"],
    ["undo"],
    ["redo"],
)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("case", DATABASES)
def test_a_bad_database(sciplan: Sciplan, database: Path, case: str) -> None:
    DATABASES[case](database)
    before = digest(database)
    for gesture in GESTURES:
        is_refused(sciplan(*gesture))
    assert sciplan("doctor").code is Exit.MEND
    assert digest(database) == before


def test_a_database_that_is_a_folder(sciplan: Sciplan, filled: str, tmp_path: Path) -> None:
    for gesture in GESTURES:
        is_refused(sciplan("--db", str(tmp_path), *gesture))


@pytest.mark.parametrize("gesture", GESTURES[1:], ids=lambda words: words[0])
def test_a_database_that_is_missing_is_not_made(sciplan: Sciplan, database: Path, gesture: list[str]) -> None:
    is_refused(sciplan(*gesture))
    assert not database.exists()


def test_a_locked_database(sciplan: Sciplan, database: Path, filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from sciplan_tui.store.database import engine

    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 20)
    monkeypatch.setitem(engine.SETTINGS, "busy_timeout", 20)
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    for gesture in GESTURES:
        is_refused(sciplan(*gesture))
    holder.close()
    assert digest(database) == filled


@pytest.mark.parametrize("number", ["0", "99", "9" * 30])
def test_an_entry_that_is_not_there(sciplan: Sciplan, database: Path, filled: str, number: str) -> None:
    is_refused(sciplan("undo", number))
    assert digest(database) == filled


def exists(path: Path) -> None:
    path.write_text("mine")


TARGETS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "is there already": ("out.csv", exists),
    "is a folder": ("out.csv", folder),
    "is a link": ("out.csv", lambda path: path.symlink_to("plan.txt")),
    "is in no folder": ("none/out.csv", lambda path: None),
    "is below a file": ("plan.txt/out.csv", lambda path: None),
    "has too long a name": ("x" * 300, lambda path: None),
}


@pytest.mark.parametrize("case", TARGETS)
def test_a_bad_target(sciplan: Sciplan, database: Path, filled: str, tmp_path: Path, case: str) -> None:
    name, prepare = TARGETS[case]
    prepare(tmp_path / name)
    is_refused(sciplan("export", "matrix", "-o", name))
    assert digest(database) == filled
    assert (tmp_path / "plan.txt").read_text(encoding="utf-8") == PLAN
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("said", ["完成", "done", "Done"])
def test_what_is_chosen_may_be_said_in_words(sciplan: Sciplan, filled: str, said: str) -> None:
    ran = sciplan("mark", "lead:市科协", "--milestone", "2023", "--status", said)
    assert (ran.code, "完成" in ran.out) == (Exit.DONE, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["mark", "lead:市科协", "--milestone", "2023", "--status", "好了"], "done 完成"),
        (["mark", "", "--milestone", "2023", "--status", "done"], "kind:counted"),
        (["rule", "1.1.1", "市科协", "--role", "协调"], "support 配合"),
    ],
)
def test_a_choice_that_is_none_is_told_with_its_words(
    sciplan: Sciplan, filled: str, words: list[str], told: str
) -> None:
    ran = sciplan(*words)
    assert (ran.code, told in ran.err) == (Exit.USAGE, True)
