"""No regex of the package may take more than linear time, whatever a file holds: every module-level pattern is tried.

A pattern that is only used at a place (`match`, `fullmatch`) is tried at a place; one that is searched for is tried
at every place. Text that is refused at the far end is the worst that can happen to either.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import sciplan_tui.core

SIZES = (1_000, 2_000)
FOR_SURE = (1_000, 8_000)
"""Characters in which a quadratic pattern is noticed on the fastest machine, and on one whose speed changes."""
NOTICEABLE = 0.02
"""Seconds for 2,000 characters: a linear pattern stays far below, a quadratic one takes more, and 3 times the half."""
SEEDS = (
    "（", "）", "(责任单位", "、", "，,", " ", "一二三", "1.", "2025年", "各市、县", "牵头", "负责", "等部门",
    "按职责分工", "市", "以下均需", "列第一位", "AAAA", "10.8%", "——", "人民政府、", "实施", "“", "达到",
)  # fmt: skip
PACKAGE = Path(sciplan_tui.core.__file__).parent
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
SEARCHED = frozenset(re.findall(r"\b(\w+)\.(?:search|finditer|findall|subn?|split)\(", SOURCE))
LATE = {name: use for use, name in re.findall(r"\bre\.(\w+)\((_[A-Z_]+)[,)]", SOURCE)}
"""Patterns that are compiled where a text needs them, by the name of their words."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    for module in pkgutil.walk_packages(sciplan_tui.core.__path__, "sciplan_tui.core."):
        for name, value in vars(importlib.import_module(module.name)).items():
            alone = isinstance(value, re.Pattern)
            members = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            if isinstance(value, str) and name in LATE:
                yield f"{module.name}.{name}", re.compile(value), LATE[name] not in ("match", "fullmatch")
            if name == "_RULES":
                yield from ((f"{module.name}.{name}", re.compile(rule), True) for _, _, rule in value)
            for member in members:
                if isinstance(member, re.Pattern) and isinstance(member.pattern, str):
                    yield f"{module.name}.{name}", member, not alone or name in SEARCHED


PATTERNS = {pattern.pattern: (name, pattern, searched) for name, pattern, searched in _patterns()}


def _seconds(pattern: re.Pattern[str], text: str, searched: bool) -> float:
    start = time.process_time()
    if searched:
        for _ in pattern.finditer(text):
            pass
    pattern.match(text)
    pattern.fullmatch(text)
    return time.process_time() - start


def _is_linear(pattern: re.Pattern[str], seed: str, searched: bool, sizes: tuple[int, int] = SIZES) -> bool:
    small, large = ((seed * (size // len(seed) + 1))[:size] + "\x00" for size in sizes)
    if _seconds(pattern, large, searched) < NOTICEABLE:
        return True
    short = min(_seconds(pattern, small, searched) for _ in range(2))
    return min(_seconds(pattern, large, searched) for _ in range(2)) < max(3 * short, NOTICEABLE)


@pytest.mark.parametrize("key", PATTERNS, ids=[name for name, _, _ in PATTERNS.values()])
def test_a_pattern_is_linear(key: str) -> None:
    _, pattern, searched = PATTERNS[key]
    assert [seed for seed in SEEDS if not _is_linear(pattern, seed, searched)] == []


@pytest.mark.parametrize("bad", [r"\s+$", r"(?:（|、、)*?x"])
def test_a_pattern_that_is_not_would_be_caught(bad: str) -> None:
    pattern = re.compile(bad)
    assert not all(_is_linear(pattern, seed, True, FOR_SURE) for seed in (" ", "（"))


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 40


def test_no_pattern_has_what_python_before_3_11_5_gets_wrong() -> None:
    """A possessive count of a group, and an atomic group, miss what they should find there (cpython issue 101955)."""
    wrong = re.compile(r"(?<!\\)(?:[)\]}*+?]|\w)\{\d*,?\d*\}\+|(?<!\\)\)[*+?]\+|\(\?>")
    assert [name for name, pattern, _ in PATTERNS.values() if wrong.search(pattern.pattern)] == []
