"""What a text calls an action of the screens where it is read beside the commands: the command that does the same."""

from __future__ import annotations

from sciplan_tui.locale import say

COMMANDS = {
    "correct_title": "sciplan correct PATH --title TEXT",
    "correct_out": "sciplan correct PATH --level out",
    "correct_in": "--level in",
    "correct_unit": "sciplan correct PATH --unit OLD=NEW",
    "correct_role": "sciplan correct PATH --role UNIT=ROLE",
    "correct_add": "sciplan correct PATH --add UNIT=ROLE",
    "correct_drop": "sciplan correct PATH --drop UNIT",
    "correct_accept": "sciplan rule PATH --accept --by TEXT",
    "correct_rule": "sciplan rule PATH UNIT --by TEXT",
    "doubt_settle": "sciplan settle ID",
    "doubt_edit": "sciplan plan set",
    "doubt_milestone": "sciplan milestone add",
    "doubt_units": "sciplan unit",
    "doubt_review": "sciplan review",
}
"""By action. The level is moved out or in, told one behind the other."""


class NamedCommands:
    """For `{press.correct_title}` the command, for `{press:press}` that it is used (a key is pressed)."""

    def __getattr__(self, action: str) -> str:
        return COMMANDS[action]

    def __format__(self, verb: str) -> str:
        return say(f"word.commands.{verb}")
