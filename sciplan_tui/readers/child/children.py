"""The processes that read containers, seen from outside: started when one is needed, asked, kept for the next, ended.

A child answers one question at a time; whoever asks while all are at work gets one more.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from sciplan_tui.readers.child.wire import LARGEST_ANSWER, from_bytes

SECONDS = 24.0
"""For one file, by the clock; the child's own processor time ends before."""
MOST_FILES = 1_000
"""Files that one child reads; then a fresh one takes over. What heaps up is some 10 MB by then; to start is dear."""
_CHILD = "sciplan_tui.readers.child.child"
_GRACE = 0.5
"""Seconds for a child that was told to end, or is just ending, so that we learn of what."""


class Child:
    """One process that reads; whoever has taken it asks it alone."""

    def __init__(self, kind: str) -> None:
        self.process = _started(kind)
        self.in_time = True
        self.asked = 0

    def ask(self, question: bytes) -> dict[str, Any] | None:
        """The answer, or None where the process has ended; `in_time` then tells whether it was ended by the clock."""
        self.asked += 1
        late = threading.Timer(SECONDS, self.process.kill)
        late.start()
        try:
            return self._exchange(question)
        finally:
            self.in_time = late.is_alive()
            late.cancel()

    def _exchange(self, question: bytes) -> dict[str, Any] | None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            self.process.stdin.write(question)
            self.process.stdin.flush()
            length = int(self.process.stdout.readline(20) or -1)
            answer = self.process.stdout.read(length) if 0 <= length <= LARGEST_ANSWER else b""
            return from_bytes(answer) if len(answer) == length else None
        except (OSError, ValueError):
            return None

    def end(self) -> int:
        """End it, if it has not ended; of what it did (below 0: of that signal)."""
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(OSError):
                if pipe:
                    pipe.close()
        try:
            self.process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return self.process.returncode


_moving = threading.Lock()
_idle: list[Child] = []
_at_work: list[Child] = []


def taken(kind: str) -> Child:
    """A child that has nothing to do, else a new one, ready for files of `kind`."""
    with _moving:
        while _idle:
            child = _idle.pop()
            if child.process.poll() is None:
                break
            child.end()
        else:
            atexit.register(end_all)
            child = Child(kind)
        _at_work.append(child)
        return child


def given_back(child: Child) -> None:
    """The child has answered: it is kept, unless it has read enough."""
    if child.asked >= MOST_FILES:
        given_up(child)
        return
    with _moving:
        _at_work.remove(child)
        _idle.append(child)


def given_up(child: Child) -> int:
    """The child has not answered: it is ended; of what."""
    with _moving:
        _at_work.remove(child)
    return child.end()


def abandon() -> None:
    """End whatever the children are at: nobody waits for their answers any more."""
    with _moving:
        for child in _at_work:
            child.process.kill()


def end_all() -> None:
    """End those that have nothing to do."""
    atexit.unregister(end_all)
    with _moving:
        while _idle:
            _idle.pop().end()


def _started(kind: str) -> subprocess.Popen[bytes]:
    """A child that finds this package wherever we found it, and nothing in the folder where we happen to stand."""
    home = str(Path(__file__).resolve().parents[3])
    start = f"import sys; sys.path.append(sys.argv[1]); from {_CHILD} import main; main(sys.argv[2])"
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-c", start, home, kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
