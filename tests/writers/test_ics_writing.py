from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from sciplan_tui.core.sheet import Code, Column, Sheet, Value
from sciplan_tui.errors import WritingError
from sciplan_tui.locale import speak
from sciplan_tui.writers import ics
from sciplan_tui.writers.wording import writable
from tests.writers.odd_sheets import TEXT, book

STONES = "plan key kind label start end precision path"


def stones(*rows: tuple[Value, ...]) -> Sheet:
    return Sheet("milestones", tuple(Column(key) for key in STONES.split()), rows)


def stone(label: str, start: str | None, end: str | None, precision: str | None, key: str = "a") -> tuple[Value, ...]:
    said = Code("precision", precision) if precision else None
    return ("甲市-2021", key, Code("milestone", "midterm_review"), label, start, end, said, "4.3")


def targets(*deadlines: str | None) -> Sheet:
    rows = [("甲市-2021", "1", "素质比例", day) for day in deadlines]
    return Sheet("targets", tuple(map(Column, ("plan", "path", "indicator", "deadline"))), tuple(rows))


def events(*sheets: Sheet) -> list[Event]:
    content = ics.write(book(*sheets))
    assert all(len(line) <= 75 and b"\n" not in line for line in content.split(b"\r\n"))
    return list(Calendar.from_ical(content).walk("VEVENT"))


def days(event: Event) -> tuple[str, str]:
    return str(event.decoded("dtstart")), str(event.decoded("dtend") - datetime.timedelta(days=1))


@pytest.mark.parametrize(
    ("start", "end", "precision", "found"),
    [
        ("2023-01-01", "2023-12-31", "year", ("2023-12-31", "2023-12-31")),
        ("2023-06-01", "2023-06-30", "month", ("2023-06-30", "2023-06-30")),
        ("2023-05-20", "2023-05-27", "day", ("2023-05-20", "2023-05-27")),
        (None, "2024-03-20", "day", ("2024-03-20", "2024-03-20")),
    ],
)
def test_a_milestone_is_on_the_day_it_is_due(
    start: str | None, end: str, precision: str, found: tuple[str, str]
) -> None:
    [event] = events(stones(stone("中期督查", start, end, precision)))
    assert days(event) == found
    only = {"year": "，原文只写 2023", "month": "，原文只写 2023-06"}.get(precision, "")
    assert str(event["summary"]) == f"中期督查（甲市-2021{only}）"
    alarms = event.walk("VALARM")
    assert [str(alarm["action"]) for alarm in alarms] == ["DISPLAY", "DISPLAY"]
    began = datetime.datetime.combine(event.decoded("dtstart"), datetime.time())
    assert [(began - (began + alarm.decoded("trigger"))).days for alarm in alarms] == [29, 6]


def test_deadlines_of_a_year_are_on_its_last_day_and_undated_rows_are_left_out() -> None:
    found = events(
        targets("2025年底", "2024-06", None, "2023-12-31", "持续推进"), stones(stone("科普日", None, None, None))
    )
    assert [days(event)[1] for event in found] == ["2025-12-31", "2024-06-30", "2023-12-31"]
    assert ["原文只写" in event["summary"] for event in found] == [True, True, False]


def test_figures_of_districts_bear_their_names_and_keep_their_own_when_another_goes() -> None:
    heads = tuple(map(Column, ("plan", "path", "indicator", "unit", "region", "deadline")))
    rows = [("甲市-2021", "1", "素质比例", "%", region, "2025") for region in ("上城区", "拱墅区", None)]
    rows.append(("甲市-2021", "1", "素质比例", "%", None, "2023"))
    found = events(Sheet("targets", heads, tuple(rows)))
    assert [str(event["summary"]).partition("（")[0] for event in found] == [
        *("上城区：素质比例", "拱墅区：素质比例", "素质比例", "素质比例")
    ]
    assert "地区：上城区" in found[0]["description"]
    assert "地区" not in found[2]["description"]
    uids = [str(event["uid"]) for event in found]
    assert [str(event["uid"]) for event in events(Sheet("targets", heads, tuple(rows[1:])))] == uids[1:]


def test_a_calendar_without_a_day_is_refused() -> None:
    with pytest.raises(WritingError) as raised:
        ics.write(book(targets(None)))
    assert raised.value.code == "export_no_dates"


def test_an_event_keeps_its_name_from_export_to_export_and_in_either_language() -> None:
    made = stones(stone("中期", None, "2023-12-31", "day"), stone("评估", None, "2025-12-31", "day", "b"))
    before = [str(event["uid"]) for event in events(made)]
    speak("en")
    try:
        after = [str(event["uid"]) for event in events(targets("2025", "2025"), made)]
    finally:
        speak("zh")
    assert after[2:] == before
    assert len(set(after)) == 4


@given(TEXT)
def test_any_text_comes_back(text: str) -> None:
    [event] = events(stones(stone(text, None, "2023-12-31", "day")))
    assert str(event["summary"]) == f"{writable(text)}（甲市-2021）".replace("\x7f", "\ufffd")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_lines_are_folded_by_octets_and_never_within_a_character(text: str) -> None:
    lines = ics.folded(text).split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert lines.pop() == b""
    assert lines[0].decode() + "".join(line.decode()[1:] for line in lines[1:]) == text
