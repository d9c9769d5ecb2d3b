"""What a terminal was told besides text: each control sequence by its kind."""

from __future__ import annotations

import re

SEQUENCE = re.compile(
    rb"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[\d;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b(?P<string>[\]PX^_])(?P<number>\d*)[^\x07\x1b]*(?:\x07|\x1b\\)?"
    rb"|\x1b(?P<short>[ -/]*[0-~])"
    rb"|(?P<control>[\x00-\x1f\x7f]|\xc2[\x80-\x9f])"
)


def kinds(output: bytes) -> set[str]:
    """The kinds of control sequences: a CSI by its sign and end (a mode with its number), an OSC by its number."""
    every = {found.group(): found for found in SEQUENCE.finditer(output)}
    return {_kind(found) for found in every.values()}


def _kind(found: re.Match[bytes]) -> str:
    parts = {name: part.decode("latin-1") for name, part in found.groupdict(b"").items()}
    if parts["final"]:
        mode = parts["numbers"] if parts["final"] in "hlpqt" else ""
        return "CSI " + parts["private"] + mode + parts["between"] + parts["final"]
    if parts["string"]:
        return f"string {parts['string']} {parts['number']}"
    return f"ESC {parts['short']}" if parts["short"] else f"control {parts['control']!r}"


def given_back(output: bytes) -> bool:
    """Whether the alternate screen and the mouse were switched off last."""
    return all(output.rfind(off) > output.rfind(on) for on, off in ((b"[?1049h", b"[?1049l"), (b"[?1000h", b"[?1000l")))
