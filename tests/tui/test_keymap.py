"""Keys of one's own: read from a file, in force and shown everywhere; what is wrong in it is told and left out."""

from __future__ import annotations

import os
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from sciplan_tui import locale
from sciplan_tui.tui import screens
from sciplan_tui.tui.action import key_name, key_of, put_in_force
from sciplan_tui.tui.actions import ACTIONS, TOGETHER
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.keymap import as_toml, read, understood
from tests.tui.all_screens import standing_at
from tests.tui.driving import press, shown
from tests.tui.fake_desk import FakeDesk

FILE = Path("keys.toml")


@pytest.fixture(autouse=True)
def _own_keys_again() -> Iterator[None]:
    yield
    put_in_force({})


def test_what_is_printed_is_understood_as_what_is_in_force() -> None:
    found = understood(as_toml(), FILE)
    assert not found.faults
    assert found.keys == {action.name: action.given for action in ACTIONS}


def test_a_key_is_written_as_it_is_shown_or_by_its_name() -> None:
    for action in ACTIONS:
        for key in action.given:
            assert key_of(key_name(key)) == key
            assert key_of(key) == key
    assert key_of("Ctrl+P") == key_of("ctrl+p") == "ctrl+p"
    assert key_of("F3") == key_of("f3") == "f3"
    assert key_of("+") == "plus"
    assert [key_of(said) for said in ("", "键", "Ctrl+C", "Ctrl+M", "Foo", "Ctrl+", "Super+x", "a b")] == [None] * 8


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('filtre = ["F3"]', "没有叫 filtre 的动作"),
        ('filter = "F3"', "filter 要写成"),
        ("filter = []", "filter 要写成"),
        ('filter = ["F13"]', "F13 不是能用的键"),
        ('filter = ["Ctrl+C"]', "Ctrl+C 不是能用的键"),
        ('filter = ["m"]', "filter 的 m 在同一界面上已是 mark 的键"),
        ('filter = ["?"]', "已是 help 的键"),
        ('accept = ["x"]', "x 在那里是字"),
        ("[filter]\nx = 1", "filter 要写成"),
    ],
)
def test_a_wrong_line_is_told_by_its_number_and_left_out_alone(line: str, fault: str) -> None:
    found = understood(f'# mine\ncolumns = ["F5"]\n{line}', FILE)
    assert found.keys == {"columns": ("f5",)}
    (said,) = found.faults
    assert fault in said
    assert said.startswith("keys.toml 第 3 行：")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('filter = ["F3", "m"]', "filter 的 m 在同一界面上已是 mark 的键"),
        ('filter = ["F3", "F3"]', "F3 在同一界面上已是 filter 的键"),
    ],
)
def test_only_the_key_that_is_taken_is_left_out(line: str, fault: str) -> None:
    found = understood(line, FILE)
    assert found.keys == {"filter": ("f3",)}
    (said,) = found.faults
    assert fault in said


@pytest.mark.parametrize(("text", "line"), [('filter = ["F3"', 1), ('filter = ["F3"]\nmark = [x]', 2), ("a = 1\nb", 2)])
def test_where_the_file_is_not_written_as_it_should_be_is_told(text: str, line: int) -> None:
    (said,) = understood(text, FILE).faults
    assert said.startswith(f"keys.toml 第 {line} 行不合 TOML 的写法")


def test_two_keys_may_change_places() -> None:
    found = understood('filter = ["m"]\nmark = ["/"]', FILE)
    assert (found.keys, found.faults) == ({"filter": ("m",), "mark": ("slash",)}, [])


def test_one_key_may_mean_two_things_on_two_screens() -> None:
    assert not understood('filter = ["F3"]\nunits_filter = ["F3"]', FILE).faults


@pytest.mark.parametrize("content", [b"filter = ", b"\xff", b"a" * 1_000_001, b"x = " + b"[" * 5_000])
def test_a_file_that_is_none_changes_nothing_and_says_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "keys.toml"
    assert read(file).faults == []
    file.write_bytes(content)
    found = read(file)
    assert not found.keys
    assert str(file) in found.faults[0]


async def test_keys_of_ones_own_work_and_are_shown_everywhere() -> None:
    put_in_force({"filter": ("f3",), "mark": ("slash", "f5"), "help": ("f1",), "language": ("exclamation_mark",)})
    async with standing_at(()) as pilot:
        assert "/ 标记   Esc 清除" in shown(pilot)
        await press(pilot, "escape")
        assert "F3 筛选   / 标记" in shown(pilot)
        assert "F1 帮助" in shown(pilot)
        await press(pilot, "L")
        assert locale.language() == "zh"
        await press(pilot, "f1")
        assert "F3" in shown(pilot)
        assert "/ F5" in shown(pilot)
        await press(pilot, "escape", "f3", "科", "!", "enter")
        assert "筛选 科!" in shown(pilot)
        await press(pilot, "escape", "escape", "m")
        assert pilot.app.screen is pilot.app.screen_stack[0]
        await press(pilot, "slash")
        assert "状态" in shown(pilot)


async def test_sentences_name_the_keys_in_force() -> None:
    put_in_force({"first_import": ("f2",), "leave": ("f4",)})
    async with SciplanApp(FakeDesk(), None, None).run_test(size=(100, 30)) as pilot:
        await press(pilot)
        assert "F2   导入一个文件" in shown(pilot)
    async with standing_at(()) as pilot:
        await press(pilot, "ctrl+c")
        assert "按 F4 离开" in shown(pilot)


def test_scopes_of_every_screen_stand_together() -> None:
    for module in pkgutil.walk_packages(screens.__path__, screens.__name__ + "."):
        found = vars(import_module(module.name)).values()
        for scopes in (getattr(one, "SCOPES", ()) for one in found if isinstance(one, type)):
            assert any(set(scopes) <= {*together, "app"} for together in TOGETHER), (module.name, scopes)


def test_no_key_means_two_things_on_one_screen() -> None:
    for scopes in TOGETHER:
        keys = [key for action in ACTIONS if action.where in scopes for key in action.given]
        assert len(keys) == len(set(keys)), scopes


def test_everything_has_a_key_that_every_keyboard_has() -> None:
    for scopes in TOGETHER:
        there = [action for action in ACTIONS if action.where in scopes]
        for action in there:
            same = [key for one in there if one.call == action.call for key in one.given]
            assert any(not key.startswith("ctrl+") and key not in ("home", "end") for key in same), action.name


def test_the_command_prints_them_without_opening_a_screen(tmp_path: Path) -> None:
    folder = tmp_path / "sciplan"
    folder.mkdir()
    (folder / "keys.toml").write_text('filter = ["F3"]\nmark = ["u"]\n')
    program = (
        "import sys; sys.argv[1:] = ['--lang', 'en', 'keys']\n"
        "from sciplan_tui.__main__ import main\n"
        "code = main()\n"
        "assert not {'textual', 'sqlite3'} & set(sys.modules)\n"
        "sys.exit(code)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert tomllib.loads(run.stdout)["filter"] == ["F3"]
    assert tomllib.loads(run.stdout)["mark"] == ["m"]
    assert run.stderr.count("\n") == 1
    assert "line 2: u, of mark, is a key of undo" in run.stderr
    assert run.returncode == 1


def texts(language: str) -> Iterator[tuple[str, str]]:
    for module in pkgutil.iter_modules(import_module(f"sciplan_tui.locale.{language}").__path__):
        catalogue = import_module(f"sciplan_tui.locale.{language}.{module.name}").TEXTS
        yield from ((f"{module.name}.{name}", text) for name, text in catalogue.items())


NAMED = re.compile(r"[{]press[.](\w+)[}]")
LITERAL = re.compile(
    r"(?:按|用) (?:[A-Za-z+<>/*?=-]|Esc|Enter|Space|Tab)(?= |。|，|；|$)"
    r"|\b[Pp]ress (?:[^{ ]|Esc|Enter|Tab)(?= |[.,;]|$)"
)


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_a_text_names_the_keys_in_force_of_actions_that_there_are(language: str) -> None:
    """What is said of a page in a browser is of its own keys; in a file of keys they are examples."""
    known = {action.name for action in ACTIONS}
    for name, text in texts(language):
        assert set(NAMED.findall(text)) <= known, name
        if name != "export.page.keys":
            assert not LITERAL.search(text), (name, text)


def test_advice_follows_the_file_of_keys() -> None:
    assert "按 t 改标题，或按 w 改单位" in locale.say("doubt.advice.restored", "zh")
    put_in_force({"correct_title": ("f5",), "correct_unit": ("ctrl+e",)})
    assert "按 F5 改标题，或按 Ctrl+E 改单位" in locale.say("doubt.advice.restored", "zh")
    assert "F5 corrects the title" in locale.say("doubt.advice.restored", "en")
