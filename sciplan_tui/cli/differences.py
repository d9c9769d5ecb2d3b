"""Differences as lines and as JSON: by kind, in the order they are told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sciplan_tui.core.sentence.difference import sentence
from sciplan_tui.locale import say

if TYPE_CHECKING:
    from sciplan_tui.core.diff.difference import Difference
    from sciplan_tui.core.diff.renaming import LikelyRename

_FIELDS = ("kind", "path", "title", "old", "new", "turned", "now", "marks", "reason", "ratio")


def difference_lines(differences: Sequence[Difference], accepted: Collection[int]) -> Iterator[str]:
    """First what is accepted with an edition, then what stays proposed, and why."""
    for chosen, head in ((True, "cli.import.certain"), (False, "cli.import.proposed")):
        listed = [one for place, one in enumerate(differences) if (place in accepted) is chosen]
        if listed:
            yield "  " + say(head, count=len(listed))
            yield from kind_lines(listed)


def kind_lines(differences: Iterable[Difference]) -> Iterator[str]:
    """The differences below a head for each kind."""
    for kind, alike in groupby(differences, key=lambda one: one.kind):
        lines = [sentence(one) for one in alike]
        yield "    " + say("cli.difference.kind", kind=say(f"review.kind.{kind}"), count=len(lines))
        yield from (f"      {line}" for line in lines)


def rename_lines(renames: Iterable[LikelyRename], plan_key: str, *, imported: bool) -> Iterator[str]:
    """The units that an edition may have renamed, each with its reason and the command that says so."""
    for one in renames:
        facts = {"old": one.old, "new": one.new, "common": one.common, "duties": one.duties}
        yield "  " + say("cli.import.renamed", **facts)
        yield "    " + say("cli.import.renamed_how", command=rename_command(one, plan_key, imported=imported))


def rename_command(one: LikelyRename, plan_key: str, *, imported: bool) -> str:
    """How a person says that it is one body: once the new name is a unit, the old one is brought into it."""
    if one.known or imported:
        return f"sciplan unit merge {one.old} --into {one.new} --plan {plan_key}"
    return f"sciplan unit rename {one.old} {one.new} --plan {plan_key}"


def rename_objects(renames: Iterable[LikelyRename], plan_key: str, *, imported: bool) -> list[dict[str, object]]:
    """The same for a program."""
    return [
        {
            "old": one.old,
            "new": one.new,
            "common": one.common,
            "duties": one.duties,
            "command": rename_command(one, plan_key, imported=imported),
        }
        for one in renames
    ]


def difference_object(one: Difference, *, accepted: bool | None = None) -> dict[str, object]:
    """One difference for a program; `accepted` where that is asked."""
    told: dict[str, object] = {name: getattr(one, name) for name in _FIELDS}
    return told if accepted is None else {**told, "accepted": accepted}
