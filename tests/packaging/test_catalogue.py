"""The sentences: the same keys and gaps in both languages, and every one that the program says is there."""

from __future__ import annotations

import ast
import errno
import re
import string
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from sciplan_tui.locale import say

PACKAGE = Path(__file__).parents[2] / "sciplan_tui"
AREAS = sorted(path.stem for path in (PACKAGE / "locale" / "zh").glob("*.py") if path.stem != "__init__")
ERRORS = {
    *("SciplanError", "ReadingError", "QueryError", "StoreError", "WritingError", "RefusedError"),
    *("SettingError", "UsageError"),
}
CODES_OF_THE_SYSTEM = set(errno.errorcode.values())
MADE_ELSEWHERE = {"column", "do"}
"""Gaps that a class fills for all its errors."""


def texts(language: str, area: str) -> dict[str, str]:
    catalogue: dict[str, str] = import_module(f"sciplan_tui.locale.{language}.{area}").TEXTS
    return catalogue


def gaps(sentence: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in string.Formatter().parse(sentence) if name}


def keys() -> set[str]:
    return {f"{area}.{name}" for area in AREAS for name in texts("zh", area)}


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_say_the_same_things(area: str) -> None:
    chinese, english = texts("zh", area), texts("en", area)
    assert chinese.keys() == english.keys()
    assert {name: gaps(text) for name, text in chinese.items()} == {name: gaps(text) for name, text in english.items()}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_gbk_terminal_can_show_every_sentence(language: str) -> None:
    every = "".join(text for area in AREAS for text in texts(language, area).values())
    assert not {sign for sign in every if sign.encode("gbk", "ignore") == b""}


HALF_WIDTH = re.compile(
    r"(?<![A-Za-z])[,;:](?= |$)"  # `lead: ` is a field of a query, `1,3` no sentence
    r"|(?<=[一-鿿。？”》]) ?\(|\((?=[^()]*[一-鿿])"  # `(□)` by itself is a sign of the matrix
)
"""Signs of a Latin sentence, as they stand between words, and brackets at or around Chinese ones."""
TOML = re.compile(r'\["[^\]]*\]')


@pytest.mark.parametrize("area", AREAS)
def test_a_chinese_sentence_is_written_with_full_width_signs(area: str) -> None:
    """Each gap is a word, whatever its own signs; a text without a Chinese word is whatever stands in its gaps."""
    plain = {name: re.sub(r"\{[^{}]*\}", "□", TOML.sub("", text)) for name, text in texts("zh", area).items()}
    assert not [text for text in plain.values() if HALF_WIDTH.search(text)]


COUNTED = re.compile(r"(?<!第)(?<!第 )\{(\w+)\} ?[项个条份张处天次行列人句页家字]")
"""A gap that holds a number of things: Chinese says of what. After 第 it is a place."""
NEVER_ONE = {"limit", "width", "on", "plan", "csv_long"}


@pytest.mark.parametrize("area", AREAS)
def test_one_thing_is_spoken_of_in_the_singular(area: str) -> None:
    """Where Chinese counts a gap, English forms the words behind it by number: {count} {count:task is|tasks are}."""
    chinese, english = texts("zh", area), texts("en", area)
    plural = re.compile(r"\{(\w+)\} (?:more |chosen )?(?!(?:is|was|has|this)\b)[a-z]+s\b")
    found = [(name, gap) for name, text in english.items() for gap in plural.findall(text) if name not in NEVER_ONE]
    assert not [(name, gap) for name, gap in found if gap in {*COUNTED.findall(chinese[name])} - NEVER_ONE]


@pytest.mark.parametrize(("days", "told"), [(1, "in 1 day"), ("1", "in 1 day"), (0, "in 0 days"), (21, "in 21 days")])
def test_words_are_formed_by_number(days: object, told: str) -> None:
    assert say("board.left", "en", days=days) == told


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("area", sorted(set(AREAS) - {"tui"}))
def test_a_sentence_is_one_line(language: str, area: str) -> None:
    assert not [name for name, text in texts(language, area).items() if "\n" in text]


@cache
def calls() -> Sequence[tuple[Path, str, ast.Call]]:
    """Every call in the program that may say something, with the name it is called by."""
    return [
        (path, name, node)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args and (name := called(node.func))
    ]


def called(function: ast.expr) -> str | None:
    if isinstance(function, ast.Name):
        return function.id
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "locale":
        return function.attr
    return None


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def test_every_sentence_that_is_said_is_there() -> None:
    known = keys()
    missing = []
    for path, name, call in calls():
        if name != "say":
            continue
        said = literal(call.args[0])
        if said is not None and said not in known:
            missing.append(f"{path.name}:{call.lineno} {said}")
        if isinstance(call.args[0], ast.JoinedStr):
            head = literal(call.args[0].values[0]) or ""
            if not any(key.startswith(head) for key in known):
                missing.append(f"{path.name}:{call.lineno} {head}…")
    assert not missing


def test_every_error_has_its_sentence_and_fills_its_gaps() -> None:
    sentences = texts("zh", "error")
    wrong = []
    for path, name, call in calls():
        code = literal(call.args[0])
        if name not in ERRORS or code is None:
            continue
        filled = {keyword.arg for keyword in call.keywords if keyword.arg}
        unknown_filling = any(keyword.arg is None for keyword in call.keywords)
        if code not in sentences:
            wrong.append(f"{path.name}:{call.lineno} error.{code} has no sentence")
        elif not unknown_filling and (empty := gaps(sentences[code]) - filled - MADE_ELSEWHERE):
            wrong.append(f"{path.name}:{call.lineno} error.{code} lacks {sorted(empty)}")
    assert not wrong


def test_every_problem_has_its_sentence() -> None:
    sentences = texts("zh", "problem")
    wrong = [
        f"{path.name}:{call.lineno} problem.{code}"
        for path, name, call in calls()
        if name == "Problem" and (code := literal(call.args[0])) is not None and code not in sentences
    ]
    assert not wrong


def test_every_text_is_said_somewhere() -> None:
    """By its key, by a key with gaps (`f"draft.gap.{what}"`), below an area that is named (`"edit.where"`), or, where a
    gap is all that stands behind an area, by its code."""
    named, made, of_codes = texts_of_the_program()
    areas = {text for text in named if "." in text and not text.endswith(".")}
    codes = {f"{area}.{code}" for area in of_codes for code in named | CODES_OF_THE_SYSTEM}
    unsaid = {
        key
        for key in keys() - named - codes
        if not made.fullmatch(key) and not any(key.startswith(f"{area}.") for area in areas)
    }
    assert not unsaid


def texts_of_the_program() -> tuple[set[str], re.Pattern[str], set[str]]:
    """Every text of the program outside the catalogues, a pattern of the keys that are made of parts, and the areas of
    which the program names codes only."""
    named, made = set[str](), set[str]()
    for path in PACKAGE.rglob("*.py"):
        if path.parent.parent.name == "locale":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                made.add("".join(re.escape(literal(part) or "") or ".+" for part in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
    of_areas = tuple(rf"{area}\." for area in AREAS)
    whole_areas = {f"{area}.+" for area in of_areas}
    of_codes = {area for area in AREAS if rf"{area}\..+" in made}
    codes = {rf"\w+\.{one}" for one in made if re.fullmatch(r"\w{3,}\.\+|\.\+_\w+", one)}
    parts = codes | {one for one in made - whole_areas if one.startswith(of_areas)}
    return named, re.compile("|".join(parts)), of_codes


def test_every_word_of_the_help_is_there() -> None:
    from sciplan_tui.cli.app import program
    from sciplan_tui.cli.commands import Commands

    def walk(command: object) -> Iterator[str]:
        yield command.help  # type: ignore[attr-defined]
        yield from (parameter.help for parameter in command.params)  # type: ignore[attr-defined]
        if isinstance(command, Commands):
            for name in command.places:
                yield command.summary(name)
                yield from walk(command.get_command(None, name))

    assert set(walk(program())) <= keys()
