"""What is printed: aligned, harmless, and whole for programs whatever the terminal."""

from __future__ import annotations

import io
import json
import sys

import pytest

from sciplan_tui.cli import output
from sciplan_tui.cli.matrix_page import cut, upright

HOSTILE = "[/] [red]红[/red] \x1b]0;x\x07 \u202e \x9b31m"


def printed_in(encoding: str, value: object, monkeypatch: pytest.MonkeyPatch) -> str:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline=""))
    output.json_line(value)
    sys.stdout.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii", "utf-16"])
@pytest.mark.parametrize("text", ["市科协", "𠮷田 é ✓", HOSTILE, "\udcff", "\x85\x7f"])
def test_json_is_whole_in_every_encoding(encoding: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    line = printed_in(encoding, {"title": text}, monkeypatch)
    assert json.loads(line) == {"title": text}
    assert line.count("\n") == 1
    assert not set(line) & set("\x1b\x9b\x85\x7f\u202e")


def test_json_is_readable_where_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed_in("gbk", {"title": "市科协"}, monkeypatch) == '{"title": "市科协"}\n'


def test_lines_are_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    output.data(HOSTILE)
    output.tell(HOSTILE)
    output.table(["题"], [[HOSTILE]])
    out, err = capsys.readouterr()
    assert (out + err).count("[/] [red]红[/red]") == 3
    assert not set(out + err) & set("\x1b\x07\x9b\u202e")


def test_a_terminal_gets_the_same_text_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(output, "shown_to_someone", lambda: True)
    output.table(["题", "号"], [[HOSTILE, "1"]])
    assert "[/] [red]红[/red]" in stream.getvalue()
    assert not set(stream.getvalue()) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("width", [40, 60])
def test_on_a_narrow_terminal_words_and_days_stay_whole(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr(output, "shown_to_someone", lambda: True)
    heads = ["key", "indicator", "comparator", "frequency", "deadline"]
    output.table(heads, [["evaluation-2025", "公民具备科学素质的比例", "at least", "", "2025-12-31"]])
    told = stream.getvalue()
    assert max(map(output.cell_width, told.splitlines())) <= width
    assert all(word in told for word in (*heads[:3], "evaluation-2025", "2025-12-31"))


def test_columns_line_up_in_cells() -> None:
    assert output.columns([["题", "a"], ["任务", "b"], ["x", "é"]]) == ["题    a", "任务  b", "x     é"]


def test_upright_names_end_in_one_line() -> None:
    assert upright(["教育局", "12"], ["中期23"]) == ["     中", "教   期", "育1  2 ", "局2  3 "]


def test_a_title_is_cut_between_characters() -> None:
    assert cut("任务名称", 8) == "任务名称"
    assert cut("任务名称", 7) == "任务.."
    assert all(output.cell_width(cut("任a务b名c", width)) <= width for width in range(2, 10))
