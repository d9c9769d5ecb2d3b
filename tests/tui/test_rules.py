"""Rules of the screens that hold over all their modules."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import sciplan_tui.tui as screens
from sciplan_tui.locale import say
from sciplan_tui.locale.en import tui as english
from sciplan_tui.locale.zh import tui as chinese
from sciplan_tui.tui.actions import ACTIONS, SCOPES

FOLDER = Path(screens.__file__).parent
FORBIDDEN = {
    "Static",
    "Label",
    "notify",
    "add_row",
    "from_markup",
    "escape",
    "Markdown",
    "Button",
    "DataTable",
    "Tree",
    "Log",
}


def modules() -> list[Path]:
    return sorted(FOLDER.rglob("*.py"))


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.stem)
def test_foreign_text_reaches_widgets_through_one_module_only(module: Path) -> None:
    calls = (node.func for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call))
    names = {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}
    assert names & FORBIDDEN == set()


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.stem)
def test_texts_are_made_into_content_in_one_module_only(module: Path) -> None:
    if module.name == "plain.py":
        return
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Content", "Text"):
            assert all(isinstance(argument, ast.Constant) for argument in node.args), f"{module.name}:{node.lineno}"


def test_every_key_is_explained_in_both_languages() -> None:
    for action in ACTIONS:
        for language in ("zh", "en"):
            assert say(f"tui.action.{action.name}", language)
            assert say(f"tui.about.{action.name}", language)
    for scope in SCOPES:
        assert say(f"tui.scope.{scope}", "zh")
        assert say(f"tui.scope.{scope}", "en")
    assert {action.where for action in ACTIONS} == set(SCOPES)


def test_every_action_is_there() -> None:
    source = "".join(module.read_text("utf-8") for module in modules())
    for action in ACTIONS:
        assert f"def action_{action.call.partition('(')[0]}(" in source, action.name


def test_both_catalogues_say_the_same_things() -> None:
    assert set(chinese.TEXTS) == set(english.TEXTS)


def test_every_sentence_the_screens_ask_for_is_in_the_catalogue() -> None:
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            key = str(node.value) if isinstance(node, ast.Constant) else ""
            if re.fullmatch("tui[.][a-z_.]*[a-z_]", key):
                assert key[4:] in chinese.TEXTS, f"{module.name}: {key}"
