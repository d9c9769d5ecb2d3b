"""Help in both languages, and command lines that are not written as it says."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from sciplan_tui import __version__
from sciplan_tui.cli.commands import PLACES
from sciplan_tui.core.plan import Kind, MilestoneKind, Role, Status
from sciplan_tui.exits import Exit
from sciplan_tui.locale import say
from tests.cli.conftest import Sciplan

PAGES = [[], *([name] for name in PLACES), ["milestone", "add"]]
LATER = {"backup", "restore"}
HAN = re.compile(r"[\u3400-\u9fff]")
MEANT = re.compile(r"lead:教育局|科普|湘潭市")


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_help_is_in_one_language(sciplan: Sciplan, words: list[str]) -> None:
    english = sciplan(*words, "--help", language="en")
    chinese = sciplan(*words, "--help", language="zh")
    assert english.code is chinese.code is Exit.DONE
    assert not english.err + chinese.err
    assert not HAN.search(MEANT.sub("", english.out))
    assert not re.search(r"Usage|Options|Arguments|Commands|Show this|\[required\]|default", chinese.out)
    assert HAN.search(chinese.out)


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_help_says_something_of_every_option(sciplan: Sciplan, words: list[str]) -> None:
    page = sciplan(*words, "--help", language="en").out
    rows = [re.split(r"  +", line.strip(), maxsplit=1) for line in page.splitlines() if line.startswith("  ")]
    assert all(len(row) == 2 and row[1] for row in rows)
    assert ["--help", "show this help"] in rows


def test_only_what_is_built_is_in_the_help(sciplan: Sciplan) -> None:
    names = {line.split()[0] for line in sciplan("--help").lines if line.startswith("  ")}
    assert not names & LATER
    assert set(PLACES) <= names


def test_version(sciplan: Sciplan) -> None:
    assert sciplan("--version").out == f"sciplan {__version__}\n"


@pytest.mark.parametrize(
    ("line", "chinese", "english"),
    [
        ("nonsense", "没有 nonsense 这个命令", "no command nonsense"),
        ("check", "还缺 FILE|-...", "FILE|-... is missing"),
        ("taks", "是不是 tasks", "Perhaps you mean tasks"),
        ("unit renam x y", "是不是 rename", "Perhaps you mean rename"),
        ("check a.txt --nonsense", "没有 --nonsense 这个选项", "no option --nonsense"),
        ("tasks --plan", "--plan 后面要写一个值", "--plan needs a value"),
        ("redo 1 one two", "多写了 one two", "one two is too much"),
        ("undo x", "ID 要写整数", "ID takes a whole number"),
        ("--lang fr plans", "--lang 不能是 fr", "--lang cannot be fr"),
        ("--db", "--db 后面要写一个值", "--db needs a value"),
        ("mark x --milestone 2023", "还缺", "is missing"),
        ("mark x --milestone 2023 --status finished", "--status 不能是 finished", "It can be: not_started"),
        ("mark x --milestone 2023 --status done --on 2023-13-01", "--on 要写日期", "--on takes a date"),
        ("milestone nonsense", "没有 nonsense 这个命令", "no command nonsense"),
        ("export nothing", "VIEW 不能是 nothing", "VIEW cannot be nothing"),
        ("export matrix --format pdf", "--format 不能是 pdf", "--format cannot be pdf"),
        ("", "请写一个命令", "Name a command"),
    ],
)
def test_a_wrong_line_gets_one_sentence(sciplan: Sciplan, line: str, chinese: str, english: str) -> None:
    for language, sentence in (("zh", chinese), ("en", english)):
        ran = sciplan(*line.split(), language=language)
        assert ran.code is Exit.USAGE
        assert ran.out == ""
        assert sentence in ran.err
        assert ran.err.count("\n") == 1


def test_a_name_for_several_commands_shows_them(sciplan: Sciplan) -> None:
    ran = sciplan("milestone")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "add" in ran.err


def test_a_wrong_word_cannot_drive_the_terminal(sciplan: Sciplan) -> None:
    assert "\x1b" not in sciplan("\x1b]0;x\x07").err
    assert "\x1b" not in sciplan("check", "\x1b[31m.txt").err


@pytest.mark.parametrize(
    ("text", "codes", "words"),
    [
        ("cli.correct.kind", Kind, "word.kind"),
        ("cli.correct.role", Role, "word.role"),
        ("cli.kind", MilestoneKind, "word.milestone"),
        ("cli.status", Status, "word.status"),
    ],
)
def test_each_code_stands_beside_its_word(text: str, codes: Iterable[str], words: str) -> None:
    assert all(f"{code} {say(f'{words}.{code}', 'zh')}" in say(text, "zh") for code in codes)
