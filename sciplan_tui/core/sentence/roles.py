"""What a unit is to a task, in words, where it may be several things at once."""

from __future__ import annotations

from collections.abc import Iterable

from sciplan_tui.core.kinds import Role
from sciplan_tui.locale import listed, say


def role_words(roles: Iterable[Role]) -> str:
    """The words of these roles in their order."""
    return listed(say(f"word.role.{role}") for role in roles)
