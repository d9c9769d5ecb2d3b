"""The process that reads containers, started by `confined`. It can do nothing but read and answer.

A question is a line of JSON (`name`, `format`, `encoding`, `parsed`, `size`) with the file's bytes behind it. The
answer is the length on a line, then JSON: a packed Document (where `parsed` is asked, the ParsedPlan and the raw text),
or the code and details of what is wrong. One child answers many.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO

from sciplan_tui.core.document import Document
from sciplan_tui.errors import ReadingError, SciplanError
from sciplan_tui.readers.child.wire import LARGEST_ANSWER, to_bytes, to_wire
from sciplan_tui.readers.sniffing import MODULES

MEMORY = 512_000_000
"""Bytes of address space; a plan of 200 pages takes some 90 MB."""
SECONDS = 20
"""Of processor time, for one file."""
LOOK_SELDOM = (50_000, 20, 50)
"""For cycles among objects, of which reading makes none."""
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
    gc.set_threshold(*LOOK_SELDOM)
    with suppress(ModuleNotFoundError):
        import_module(f"sciplan_tui.readers.{MODULES[kind]}")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C at the terminal is for the other side, which then ends us
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
        os._exit(FULL)  # an orderly end would need room too


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
        document = _read(asked, data)
        found: dict[str, Any] = (_parsed(document) if asked["parsed"] else None) or {"document": to_wire(document)}
    except SciplanError as fault:
        found = {"error": fault.code, "details": {key: str(value) for key, value in fault.details.items()}}
    except ModuleNotFoundError as missing:
        found = {"error": "library_missing", "details": {"file": asked["name"], "library": str(missing.name)}}
    except MemoryError:
        found = {"error": "takes_too_much", "details": {"file": asked["name"]}}
    except Exception as fault:  # a library may fail on a broken file in any way; to a person all mean the same
        found = {"error": "damaged_file", "details": {"file": asked["name"]}, "cause": repr(fault)[:500]}
    answer = to_bytes(found)
    if len(answer) > LARGEST_ANSWER:
        answer = to_bytes({"error": "takes_too_much", "details": {"file": asked["name"]}})
    return answer


def _read(asked: Mapping[str, Any], data: bytes) -> Document:
    reader = import_module(f"sciplan_tui.readers.{MODULES[asked['format']]}")
    document: Document = reader.read(asked["name"], data, asked["encoding"])
    if not document.raw.strip():
        raise ReadingError("empty_file", file=asked["name"])
    return document


def _parsed(document: Document) -> dict[str, Any] | None:
    """What the document says; None where the other side has to find out: it knows traditional characters, it may report
    what is wrong with us.
    """
    from sciplan_tui.core.parse import parse
    from sciplan_tui.readers.child.plan_wire import plan_to_wire

    try:
        return {"plan": plan_to_wire(parse(document, _unknown)), "raw": document.raw}
    except MemoryError:
        raise
    except Exception:
        return None


def _unknown(text: str) -> str:
    raise LookupError(text)


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
