"""Containers are read in a child process with limits: whatever a file does to its reader, we get an answer or end it.

The child is started with the first container and answers for all that follow; one that was ended is replaced.
"""

from __future__ import annotations

import atexit
import json
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from sciplan_tui.core.document import Document
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.wire import LARGEST_ANSWER, from_bytes, from_wire

SECONDS = 24.0
"""For one file, by the clock; the child's own processor time ends before."""
MOST_FILES = 200
"""Files that one child reads; then a fresh one takes over, so that nothing heaps up."""

FAILED = 1
"""What a child ends with where the fault is ours; whatever a file does to it ends in an answer or by a signal."""
_GRACE = 0.5
"""Seconds for a child that was told to end, or is just ending, so that we learn of what."""

_turn = threading.Lock()
_child: subprocess.Popen[bytes] | None = None
_answered = 0


def read(name: str, data: bytes, kind: str, encoding: str | None) -> Document:
    """The document, read by the child. Raises ReadingError with what the child says, or that it took too much."""
    return from_wire(_told(name, data, kind, encoding, parsed=False)["document"])


def read_parsed(name: str, data: bytes, kind: str, encoding: str | None) -> tuple[ParsedPlan, str] | Document:
    """What the file says and its raw text, both by the child; the document alone where the child cannot tell."""
    told = _told(name, data, kind, encoding, parsed=True)
    if "document" in told:
        return from_wire(told["document"])
    from sciplan_tui.readers.plan_wire import plan_from_wire

    return plan_from_wire(told["plan"]), told["raw"]


def _told(name: str, data: bytes, kind: str, encoding: str | None, *, parsed: bool) -> dict[str, Any]:
    asked = {"name": name, "format": kind, "encoding": encoding, "parsed": parsed, "size": len(data)}
    with _turn:
        answer = _ask(name, kind, json.dumps(asked).encode() + b"\n" + data)
    if "error" in answer:
        raise ReadingError(answer["error"], **answer["details"])
    return answer


def _ask(name: str, kind: str, question: bytes) -> dict[str, Any]:
    child = _ready(kind)
    ended = threading.Timer(SECONDS, child.kill)
    ended.start()
    answer = None
    try:
        answer = _exchange(child, question)
    finally:
        in_time = ended.is_alive()
        ended.cancel()
        code = end() if answer is None else 0
    if code == FAILED:
        raise RuntimeError("the process that reads containers has failed")
    if answer is None:
        slow = not in_time or -code == getattr(signal, "SIGXCPU", None)
        raise ReadingError("takes_too_long" if slow else "takes_too_much", file=name)
    return answer


def _exchange(child: subprocess.Popen[bytes], question: bytes) -> dict[str, Any] | None:
    """The answer, or None where the child has ended."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(question)
        child.stdin.flush()
        length = int(child.stdout.readline(20) or -1)
        answer = child.stdout.read(length) if 0 <= length <= LARGEST_ANSWER else b""
        return from_bytes(answer) if len(answer) == length else None
    except (OSError, ValueError):
        return None


def _ready(kind: str) -> subprocess.Popen[bytes]:
    global _child, _answered
    if _answered >= MOST_FILES or (_child and _child.poll() is not None):
        end()
    _answered += 1
    if _child is None:
        _child = _started(kind)
        atexit.register(end)
    return _child


def _started(kind: str) -> subprocess.Popen[bytes]:
    """A child that finds this package wherever we found it, and nothing in the folder where we happen to stand."""
    home = str(Path(__file__).resolve().parents[2])
    start = "import sys; sys.path.append(sys.argv[1]); from sciplan_tui.readers.child import main; main(sys.argv[2])"
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-c", start, home, kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def abandon() -> None:
    """End whatever the child is at: nobody waits for its answer any more."""
    if _child is not None:
        _child.kill()


def end() -> int:
    """End the child, if there is one; what it ended with (below 0: by that signal)."""
    global _child, _answered
    atexit.unregister(end)
    child, _child, _answered = _child, None, 0
    if child is None:
        return 0
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):
            if pipe:
                pipe.close()
    try:
        child.wait(_GRACE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    return child.returncode
