"""The keys a person has chosen: a small TOML file, read at the start; what is wrong in it is told and left out.

filter = ["/", "F3"]          the action's name, and its keys, the one that is shown first
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sciplan_tui.locale import say
from sciplan_tui.tui.action import Action, key_name, key_of
from sciplan_tui.tui.actions import ACTIONS, SCOPES, TOGETHER, WRITING

LARGEST = 1_000_000
"""Bytes; a larger file is none of ours."""
Keys = dict[str, tuple[str, ...]]


@dataclass
class Keymap:
    """The keys of actions by their names; `faults`: a sentence for each thing that was left out."""

    keys: Keys = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def keys_file() -> Path:
    """Where the file is looked for. It need not exist; nothing is made."""
    from sciplan_tui.paths import settings_folder

    return settings_folder() / "keys.toml"


def read(file: Path) -> Keymap:
    """What the file says; nothing where there is none."""
    try:
        if file.stat().st_size > LARGEST:
            return Keymap(faults=[say("look.keys_unread", file=file, reason=f"> {LARGEST} bytes")])
        return understood(file.read_text("utf-8"), file)
    except FileNotFoundError:
        return Keymap()
    except (OSError, UnicodeDecodeError) as error:
        return Keymap(faults=[say("look.keys_unread", file=file, reason=getattr(error, "strerror", "") or "UTF-8")])


def understood(text: str, file: Path) -> Keymap:
    """What can be used of it."""
    import tomllib

    try:
        said = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Keymap(faults=[say("look.keys_syntax", file=file, line=_wrong_line(str(error), text))])
    known, found = {action.name: action for action in ACTIONS}, Keymap()
    for name, value in said.items():
        at = {"file": file, "line": _line_of(text, name), "name": name}
        try:
            found.keys[name] = _keys(known, name, value)
        except _WrongError as fault:
            found.faults.append(say(f"look.keys_{fault.code}", **at, **fault.details))
    _without_collisions(found, text, file)
    return found


def _wrong_line(fault: str, text: str) -> int:
    """The line, from 1, of which TOML's reader complains; the last one where something is left open."""
    found = re.search(r"at line (\d+)", fault)
    return int(found[1]) if found else len(text.rstrip().split("\n"))


class _WrongError(Exception):
    """What is wrong with one line."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self.details = code, details


def _keys(known: Mapping[str, Action], name: str, value: Any) -> tuple[str, ...]:
    action = known.get(name)
    if action is None:
        raise _WrongError("no_action")
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        raise _WrongError("no_list")
    keys = tuple(key_of(one) or "" for one in value)
    if "" in keys:
        raise _WrongError("no_key", key=value[keys.index("")])
    for said, key in zip(value, keys, strict=True):
        if action.where in WRITING and len(key_name(key)) == 1:
            raise _WrongError("is_text", key=said)
    return keys


def _without_collisions(found: Keymap, text: str, file: Path) -> None:
    """Leave out each key that would have two meanings on a screen, until none has; an action keeps its other ones."""
    while collision := next(_collisions(found.keys), None):
        name, key, other = collision
        left = tuple(one for one in dict.fromkeys(found.keys[name]) if one != key or other == name)
        found.keys[name] = left
        if not left:
            del found.keys[name]
        at = {"file": file, "line": _line_of(text, name), "name": name}
        found.faults.append(say("look.keys_taken", **at, key=key_name(key), other=other))


def _collisions(keys: Keys) -> Iterator[tuple[str, str, str]]:
    """A name that was given keys, the key, and who else has it on the same screen; the last in the file first."""
    for name in reversed(keys):
        (where,) = {action.where for action in ACTIONS if action.name == name}
        for key, times in Counter(keys[name]).items():
            if times > 1:
                yield name, key, name
        for scopes in TOGETHER:
            others = (
                action for action in ACTIONS if where in scopes and action.where in scopes and action.name != name
            )
            for other in others:
                for key in set(keys[name]) & set(keys.get(other.name, other.given)):
                    yield name, key, other.name


def _line_of(text: str, name: str) -> int:
    """The line, from 1, on which a name is given its keys."""
    heads = (line.partition("=")[0].strip(" \t[]\"'") for line in text.split("\n"))
    return next((number for number, head in enumerate(heads, 1) if head.partition(".")[0] == name), 1)


def as_toml() -> str:
    """All actions with the keys in force, ready to be edited; what an action does stands behind its keys."""
    lines = [f"# {say('look.toml_head', file=keys_file())}"]
    for scope in SCOPES:
        lines += ["", f"# {say(f'tui.scope.{scope}')}"]
        lines += [_toml_line(action) for action in ACTIONS if action.where == scope]
    return "\n".join(lines)


def _toml_line(action: Action) -> str:
    keys = ", ".join('"{}"'.format(key_name(key).replace("\\", "\\\\").replace('"', '\\"')) for key in action.keys)
    return f"{f'{action.name} = [{keys}]':<44}# {say('word.noted', what=action.title, said=action.about)}"
