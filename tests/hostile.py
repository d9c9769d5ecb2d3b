"""Text that wants to drive the terminal or the widgets, and a database that has it in every column a person or a
document can write.

Each text is put between marks that name it, `{7:` and `:7}`, so that wherever one is shown whole it can be compared
with what is stored.
"""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

ESCAPES = (
    "\x1b", "\x1bc", "\x1b7", "\x1b8", "\x1b#8", "\x1b(0lqk", "\x1bM", "\x1b=", "\x1b[2J", "\x1b[31m", "\x1b[1;1H",
    "\x1b[?1049l", "\x1b[?1000h", "\x1b[?2004h", "\x1b[6n", "\x1b[c", "\x1b[>0q", "\x1b[8;5;5t", "\x1b[21t", "\x1b[5i",
    "\x1b]0;owned\x07", "\x1b]2;owned\x1b\\", "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "\x1b]52;c;b3duZWQ=\x07", "\x1b]52;c;?\x07", "\x1b]4;1;#000000\x07", "\x1b]10;?\x07", "\x1b]1337;File=:AAAA\x07",
    "\x1b]777;notify;a;b\x07", "\x1bP$q\"p\x1b\\", "\x1bP1;1|41/owned\x1b\\", "\x1b_Gi=1;AAAA\x1b\\",
    "\x1b^owned\x1b\\",
    "\x1bXowned\x1b\\", "\x9b31m", "\x9b2J", "\x9d0;owned\x9c", "\x90q\x9c", "\x9fowned\x9c", "\x84\x85\x8d", "\x07",
    "\x07" * 5, "over\roverwritten", "a\r\nb", "\x08\x08\x08", "\x0b\x0c", "\x0e\x0f", "\x00nul", "\x7f\x7f", "\x05",
    "\x1a", "a\tb", "a\nb", "\u202egnp.exe\u202c", "\u2066\u2067\u2068\u2069", "\u200e\u200f\u061c",
    "\u200b\u200c\u200d",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f3f4\U000e0067\U000e0062\U000e007f", "e" + "\u0301" * 5000,
    "\u0e01" + "\u0e33" * 40, "\ufeff\ufffe\uffff", "\ufdd0\U0001fffe", "\u2028\u2029", "\uff1b\u3000\u00a0",
    "\u2026\u2014\u2192\u2460", "\U00020bb7\U0003134a",
)  # fmt: skip
MARKUP = (
    "[/]", "[/bold]", "[bold]", "[b]x[/b]", "[red]x[/red]", "[red on blue]x", "[link=http://evil.example]x[/link]",
    "[link='file:///etc/passwd']x[/]", "[@click=app.exit]x[/]", "[@click=app.quit()]x[/]", "[@click='app.bell']x[/]",
    "[@click=app.simulate_key('q')]x[/]", "[@click=app.screenshot('evil.svg','/tmp')]x[/]",
    "[@mouse.down=app.exit]x[/]",
    "[1]", "[x]", "[ ]", "[2024-01-02]", "[a[b]]", "[[b]x[/b]]", "[[/]]", "\\[b]x", "\\", "x\\[/]", "[", "]", "[]",
    "[/",
    "[b", "[type=x, v={'a[0]'}]", "[$primary]x[/]", "[auto 50%]x", "[not bold]x[/not bold]", "[#ff0000]x[/#ff0000]",
    "$name ${name} %s {0} {name}", "&lt;b&gt;<b>x</b>", ":smile:", "**x** _y_ `z`", "[reverse][blink]x[/][/]",
)  # fmt: skip
PAYLOADS = ESCAPES + MARKUP
HOSTILE = (
    "[/]",
    "[red]红",
    "\x1b]52;c;aGk=\x07",
    "\x9b31m",
    "\u202e",
    "e\u0301\u0301\u0301\u0301\u0301\u0301",
    "①Ⅳ—…→℃",
    "\t\n",
    "👨‍👩‍👧",
)
"""One of each kind, for tests that open a screen on each."""

NOT_IN_A_LINE = str.maketrans("", "", "\n\r\x00")
"""What would end a line, or make a file of text none."""

CODES = {
    "plan": {"issued_on"},
    "edition": {"sha256", "format", "encoding", "imported_at", "raw", "said"},
    "task": {"path", "kind", "deadline", "said_path"},
    "unit": {"class"},
    "assignment": {"role", "origin", "reason", "ruled_on"},
    "target": {"comparator", "frequency", "deadline"},
    "milestone": {"key", "kind", "start_on", "end_on", "precision", "origin"},
    "mark": {"status", "on_date"},
    "succession": {"kind", "on_date"},
    "membership": {"since_on", "until_on"},
    "problem": {"code", "details", "settled_on"},
    "journal_entry": {"at", "kind", "summary"},
    "journal_change": {"table_name", "old", "new"},
}
"""Columns whose values the program itself makes: codes, numbers, days, and JSON, which is gone into below. Every other
text column of the schema is free text; so is one that is new."""
JSON = {"problem": "details", "journal_entry": "summary"}
_HAN = re.compile("[\u4e00-\u9fff]")


def payload(number: int) -> str:
    """The text between the marks of a number."""
    return PAYLOADS[number % len(PAYLOADS)]


def marked(number: int) -> str:
    """A payload between marks that name it."""
    return f"{{{number}:{payload(number)}:{number}}}"


def make_hostile(database: Path) -> dict[str, range]:
    """Put a payload before every free text of a database. The numbers of each column's."""
    used: dict[str, range] = {}
    number = 0
    with closing(sqlite3.connect(database)) as connection:
        for table, column in free_texts(connection):
            begun = number
            rows = connection.execute(f'SELECT id, "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL').fetchall()
            for row, text in rows:
                said = marked(number) + text
                connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (said, row))
                number += 1
            used[f"{table}.{column}"] = range(begun, number)
        for table, column in JSON.items():
            begun = number
            for row, text in connection.execute(f'SELECT id, "{column}" FROM "{table}"').fetchall():
                said = json.dumps(_inside(json.loads(text), number), ensure_ascii=False)
                connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (said, row))
                number += 1
            used[f"{table}.{column}"] = range(begun, number)
        for row, raw in connection.execute("SELECT id, raw FROM edition").fetchall():
            connection.execute("UPDATE edition SET raw = ? WHERE id = ?", (hostile_lines(raw, number), row))
        connection.commit()
    return used


def hostile_lines(text: str, number: int = 0, after: int = 0) -> str:
    """A payload at the end of every line that says something, but the first ones; none is added."""
    lines = text.split("\n")
    said = (
        line + _begun(number + i).translate(NOT_IN_A_LINE) if line.strip() and i >= after else line
        for i, line in enumerate(lines)
    )
    return "\n".join(said)


def _begun(number: int) -> str:
    """Without the mark at its end: a reader of documents may part it, and then it is not shown as it stands here."""
    return f"{{{number}:{payload(number)}"


def free_texts(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Table and column of every text that is not the program's own."""
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [
        (table, column)
        for table in tables
        for _, column, kind, *_ in connection.execute(f'PRAGMA table_info("{table}")')
        if kind == "TEXT" and column not in CODES.get(table, ())
    ]


def _inside(value: Any, number: int) -> Any:
    """A payload before every Chinese text of a JSON value; what is ASCII is a code."""
    if isinstance(value, dict):
        return {key: _inside(one, number + i) for i, (key, one) in enumerate(value.items())}
    if isinstance(value, list):
        return [_inside(one, number + i) for i, one in enumerate(value)]
    return marked(number) + value if isinstance(value, str) and _HAN.search(value) else value
