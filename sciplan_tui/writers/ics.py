"""Dated rows of a book as a calendar (RFC 5545): milestones and deadlines, each a day, with alarms before it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from sciplan_tui.core.book import Book
from sciplan_tui.core.progress.status import due_day
from sciplan_tui.core.sheet import Code, Sheet, Value
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import language, say
from sciplan_tui.writers.wording import worded, writable

ALARMS = ("-P29DT15H", "-P6DT15H")
"""At nine in the morning, 30 days and 7 days before; a day begins at midnight."""
_OCTETS = 75
"""Of a line at most, its break not counted; what is longer goes on below, after a blank."""
_SPOKEN_OF = (
    *("plan", "kind", "region", "indicator", "comparator", "value", "value_max", "unit"),
    *("lead", "responsible", "path"),
)
_TOLD_APART_BY = ("indicator", "unit", "region", "deadline")
"""What figures of one task differ in, beside their value, which may be set right."""
Row = dict[str, Value]


def write(book: Book) -> bytes:
    """The calendar. WritingError (`export_no_dates`): no row has a day."""
    rows = [(sheet.name, row) for sheet in book.sheets for row in _rows(sheet)]
    events = list(_events(rows, book.on))
    if not events:
        raise WritingError("export_no_dates")
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//sciplan//sciplan//{language().upper()}"),
        *("CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(book.title)}"),
        *(line for event in events for line in event),
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """A value of type TEXT."""
    text = writable(text).replace("\x7f", "\ufffd").replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace(";", "\\;").replace(",", "\\,")


def folded(line: str) -> bytes:
    """A line broken so that none is longer than 75 octets, never within a character."""
    parts, length = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if length + octets > _OCTETS:
            parts.append("")
            length = 1
        parts[-1] += sign
        length += octets
    return "\r\n ".join(parts).encode() + b"\r\n"


def _rows(sheet: Sheet) -> Iterator[Row]:
    keys = [column.key for column in sheet.columns]
    return (dict(zip(keys, row, strict=True)) for row in sheet.rows)


def _events(rows: Iterable[tuple[str, Row]], on: datetime.date) -> Iterator[list[str]]:
    """An event for each row that has a day. Two rows of the same name are told apart by their order."""
    seen: Counter[str] = Counter()
    for name, row in rows:
        days = _days(row)
        if days is not None:
            what = _identity(name, row)
            seen[what] += 1
            yield _event(name, row, days, _uid(f"{what}|{seen[what]}"), on)


def _days(row: Row) -> tuple[datetime.date, datetime.date] | None:
    """First and last day. What is dated by a year or a month is due on its last day."""
    start, end = row.get("start"), row.get("end") or row.get("deadline") or row.get("start")
    last = due_day(str(end)) if end is not None else None
    try:
        until = datetime.date.fromisoformat(last or "")
        exact = row.get("precision") in (None, Code("precision", "day")) and start is not None
        since = datetime.date.fromisoformat(str(start)) if exact else until
    except ValueError:
        return None
    return min(since, until), until


def _printed(row: Row) -> str | None:
    """The date as it is printed, where that is no day, so that nobody takes its last day for one that is set."""
    end = str(row.get("end") or row.get("deadline") or row.get("start"))
    if row.get("precision") in (Code("precision", "year"), Code("precision", "month")):
        return end[:4] if row["precision"] == Code("precision", "year") else end[:7]
    return end if due_day(end) != end else None


def _identity(name: str, row: Row) -> str:
    """What stays the same of a row from one export to the next, in whatever language."""
    if name == "milestones":
        return f"milestones|{row['plan']}|{row['key']}"
    told = (f"{row.get(key) or ''}" for key in _TOLD_APART_BY if name == "targets")
    return "|".join((name, str(row["plan"]), str(row["path"]), *told))


def _uid(what: str) -> str:
    return f"{sha256(what.encode('utf-8', 'replace')).hexdigest()[:32]}@sciplan"


def _event(name: str, row: Row, days: tuple[datetime.date, datetime.date], uid: str, on: datetime.date) -> list[str]:
    since, until = days
    title, printed = _title(row), _printed(row)
    named = say("export.event_printed" if printed else "export.event", what=title, plan=row["plan"], printed=printed)
    return [
        *("BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{on:%Y%m%d}T000000Z"),
        f"DTSTART;VALUE=DATE:{since:%Y%m%d}",
        f"DTEND;VALUE=DATE:{until + datetime.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(named)}",
        f"DESCRIPTION:{escaped(_description(row))}",
        f"CATEGORIES:{escaped(say(f'export.sheet.{name}'))}",
        "TRANSP:TRANSPARENT",
        *(line for alarm in ALARMS for line in _alarm(alarm, title)),
        "END:VEVENT",
    ]


def _title(row: Row) -> str:
    """What is due; the figure of a district bears its name."""
    named = str(worded(row.get("label") or row.get("indicator") or row.get("title")))
    return say("export.event_of", what=named, of=worded(row["region"])) if row.get("region") else named


def _alarm(trigger: str, title: str) -> tuple[str, ...]:
    return (
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{trigger}"),
        *(f"DESCRIPTION:{escaped(title)}", "END:VALARM"),
    )


def _description(row: Row) -> str:
    """What else the row says, a line each."""
    told = ((say(f"word.head.{key}"), worded(row.get(key))) for key in _SPOKEN_OF)
    return "\n".join(say("word.noted", what=head, said=said) for head, said in told if said)
