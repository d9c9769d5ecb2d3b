"""Reading a plan from a file or from standard input, touching no database."""

from __future__ import annotations

import re
import stat
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sciplan_tui.core.plan import COUNTED_KINDS, ParsedPlan
from sciplan_tui.errors import ReadingError

if TYPE_CHECKING:
    from sciplan_tui.core.document import Document

LARGEST = 50_000_000
"""Bytes of one file; larger ones are refused before they are read."""
_TITLES = ("方案", "计划", "规划", "纲要", "要点")
"""What a plan is called; a notice that says a number (共7天) is none."""
STDIN = "-"
"""The name of a plan that came by standard input."""


def read_plan(file: Path | None, *, encoding: str | None = None) -> tuple[ParsedPlan, str]:
    """The plan in `file` (None: in standard input) and its raw text.

    Raises ReadingError for everything that is bad input: missing, a folder or device, empty, too large, not text, in an
    unknown encoding, or without a single task (an aim that a unit is responsible for is one).
    """
    from sciplan_tui import readers

    name, data = _named(file)
    return _whole(name, _understood(readers.read(name, data, encoding)))


def read_plan_apart(file: Path, *, encoding: str | None = None) -> tuple[ParsedPlan, str]:
    """As `read_plan`, but done by the process that reads containers, so that meanwhile other work goes on here."""
    from sciplan_tui import readers

    name, data = _named(file)
    found = readers.read_parsed(name, data, encoding)
    return _whole(name, found if isinstance(found, tuple) else _understood(found))


def _named(file: Path | None) -> tuple[str, bytes]:
    return (STDIN, _standard_input()) if file is None else (file.name, _content(file))


def _understood(document: Document) -> tuple[ParsedPlan, str]:
    from sciplan_tui.core.parse import parse

    return parse(document, _simplify), document.raw


def _whole(name: str, read: tuple[ParsedPlan, str]) -> tuple[ParsedPlan, str]:
    """A plan with at least one task, or called one and with a figure to reach; ReadingError where it is neither."""
    plan = read[0]
    told = any(task.kind in COUNTED_KINDS or task.assignments for task in plan.tasks)
    if not told and not (plan.targets and any(word in plan.title for word in _TITLES)):
        raise _no_plan(name, read[1])
    return read


def _no_plan(name: str, raw: str) -> ReadingError:
    """No task was found: who leads or is responsible may be told in words that were not understood."""
    said = re.search("牵头|牽頭|(?:责任|責任|负责|負責|配合)(?:单位|單位|部门|部門)", raw)
    if said is None:
        return ReadingError("not_a_plan", file=name)
    return ReadingError("plan_unread", file=name, line=raw.count("\n", 0, said.start()) + 1, word=said.group())


def suffixes() -> frozenset[str]:
    """What is taken from a folder: `.txt`, `.docx` …; a file that is named itself is read whatever its name."""
    from sciplan_tui.readers.sniffing import MODULES, SUFFIXES

    return frozenset(f".{suffix}" for suffix in (*MODULES, *SUFFIXES))


def _content(file: Path) -> bytes:
    """The bytes of a file that is a file, and not too large."""
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadingError("is_folder", file=file)
        if not stat.S_ISREG(status.st_mode):
            raise ReadingError("not_a_file", file=file)
        if status.st_size > LARGEST:
            raise _too_large(file.name)
        with file.open("rb") as opened:
            return _limited(opened.read(LARGEST + 1), file.name)
    except FileNotFoundError:
        raise ReadingError("no_file", file=file) from None
    except (OSError, ValueError) as error:
        raise ReadingError("unreadable_file", file=file, reason=getattr(error, "strerror", None) or error) from None


def _standard_input() -> bytes:
    import sys

    return _limited(sys.stdin.buffer.read(LARGEST + 1), STDIN)


def _limited(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise _too_large(name)
    return data


def _too_large(name: str) -> ReadingError:
    return ReadingError("too_large", file=name, limit=LARGEST // 1_000_000)


def _simplify(text: str) -> str:
    """Traditional to simplified characters, by characters and never by phrases of one place's wording (OpenCC t2s)."""
    return str(_converter().convert(text))


@cache
def _converter() -> Any:
    """OpenCC and its tables, loaded once and only for a document that needs them."""
    import opencc

    return opencc.OpenCC("t2s")
