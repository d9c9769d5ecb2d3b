"""Containers are read in a child process with limits: whatever a file does to it, we get an answer or end it."""

from __future__ import annotations

import json
import signal
from typing import Any

from sciplan_tui.core.document import Document
from sciplan_tui.core.plan import ParsedPlan
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.child import children
from sciplan_tui.readers.child.wire import from_wire

FAILED = 1
"""What a child ends with where the fault is ours; whatever a file does to it ends in an answer or by a signal."""


def read(name: str, data: bytes, kind: str, encoding: str | None) -> Document:
    """The document, read by a child. Raises ReadingError with what the child says, or that it took too much."""
    return from_wire(_told(name, data, kind, encoding, parsed=False)["document"])


def read_parsed(name: str, data: bytes, kind: str, encoding: str | None) -> tuple[ParsedPlan, str] | Document:
    """What the file says and its raw text, both by a child; the document alone where the child cannot tell."""
    told = _told(name, data, kind, encoding, parsed=True)
    if "document" in told:
        return from_wire(told["document"])
    from sciplan_tui.readers.child.plan_wire import plan_from_wire

    return plan_from_wire(told["plan"]), told["raw"]


def _told(name: str, data: bytes, kind: str, encoding: str | None, *, parsed: bool) -> dict[str, Any]:
    asked = {"name": name, "format": kind, "encoding": encoding, "parsed": parsed, "size": len(data)}
    answer = _ask(name, kind, json.dumps(asked).encode() + b"\n" + data)
    if "error" in answer:
        raise ReadingError(answer["error"], **answer["details"])
    return answer


def _ask(name: str, kind: str, question: bytes) -> dict[str, Any]:
    child, answer, code = children.taken(kind), None, 0
    try:
        answer = child.ask(question)
    finally:
        if answer is None:
            code = children.given_up(child)
        else:
            children.given_back(child)
    if code == FAILED:
        raise RuntimeError("the process that reads containers has failed")
    if answer is None:
        slow = not child.in_time or -code == getattr(signal, "SIGXCPU", None)
        raise ReadingError("takes_too_long" if slow else "takes_too_much", file=name)
    return answer
