"""The process that reads containers, started by `confined`. It can do nothing but read and answer.

A question is a line of JSON (`name`, `format`, `encoding`, `size`) with the file's bytes behind it; the answer is the
length on a line, then JSON: a packed Document, or the code and details of what is wrong. One child answers many.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO

from sciplan_tui.errors import ReadingError, SciplanError
from sciplan_tui.readers.sniffing import MODULES
from sciplan_tui.readers.wire import LARGEST_ANSWER, to_wire

MEMORY = 512_000_000
"""Bytes of address space; a plan of 200 pages takes some 90 MB."""
SECONDS = 20
"""Of processor time, for one file."""
FULL = 3
"""What the process ends with where there was no room even for an answer."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "os.remove",
    "os.rename",
    "pty.",
)


def main(kind: str) -> None:
    """Answer until the other side is done. The module that reads `kind` is loaded before the limits are set."""
    with suppress(ModuleNotFoundError):
        import_module(f"sciplan_tui.readers.{MODULES[kind]}")
    questions, answers = sys.stdin.buffer, _own_output()
    _limit()
    sys.addaudithook(_refuse)
    try:
        while line := questions.readline():
            asked = json.loads(line)
            answer = _answer(asked, questions.read(asked["size"]))
            answers.write(b"%d\n" % len(answer) + answer)
            answers.flush()
    except MemoryError:
        sys.exit(FULL)


def _own_output() -> BinaryIO:
    """The way back, ours alone: whatever a library prints goes nowhere."""
    own = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return os.fdopen(own, "wb")


def _answer(asked: Mapping[str, Any], data: bytes) -> bytes:
    _more_time()
    try:
        found: dict[str, Any] = {"document": _read(asked, data)}
    except SciplanError as fault:
        found = {"error": fault.code, "details": {key: str(value) for key, value in fault.details.items()}}
    except ModuleNotFoundError as missing:
        found = {"error": "library_missing", "details": {"file": asked["name"], "library": str(missing.name)}}
    except MemoryError:
        found = {"error": "takes_too_much", "details": {"file": asked["name"]}}
    except Exception as fault:  # a library may fail on a broken file in any way; to a person all mean the same
        found = {"error": "damaged_file", "details": {"file": asked["name"]}, "cause": repr(fault)[:500]}
    answer = json.dumps(found, ensure_ascii=True).encode()
    if len(answer) > LARGEST_ANSWER:
        answer = json.dumps({"error": "takes_too_much", "details": {"file": asked["name"]}}).encode()
    return answer


def _read(asked: Mapping[str, Any], data: bytes) -> dict[str, Any]:
    reader = import_module(f"sciplan_tui.readers.{MODULES[asked['format']]}")
    document = reader.read(asked["name"], data, asked["encoding"])
    if not document.raw.strip():
        raise ReadingError("empty_file", file=asked["name"])
    return to_wire(document)


def _limit() -> None:
    """What the system can bound, where it can (not on Windows): memory, size of files, number of open ones."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (("RLIMIT_AS", MEMORY), ("RLIMIT_FSIZE", 0), ("RLIMIT_NOFILE", 64), ("RLIMIT_CORE", 0)):
        with suppress(ValueError, OSError, AttributeError):  # no such limit here, or a lower one is in force already
            resource.setrlimit(getattr(resource, what), (most, most))


def _more_time() -> None:
    """Each file has its own time; the system ends the process that takes more."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(ValueError, OSError):  # a lower limit is in force already
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, hard))


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    """No file is written, no process started, nobody spoken to, whatever the file makes a library do."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and isinstance(details[2], int) and details[2] & _WRITES:
        raise PermissionError(event)
