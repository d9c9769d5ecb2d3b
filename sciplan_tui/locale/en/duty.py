"""The duty sheet of a unit."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "title": "Duty sheet",
    "count": "{count}", "inheriting": "with those below {count}",
    "proposals": "Proposed", "proposals_are": "by the program, to be confirmed by a person, not among the assignments",
    "figures": "Figures", "changes": "Changes", "earlier": "earlier ones are in the history",
    "none": "It holds no task.",
    "no_part": "below no part",
    "fact.short": "short", "fact.class": "class", "fact.function": "function", "fact.contact": "contact",
    "fact.printed": "printed", "fact.heir": "now", "fact.steps": "past", "fact.within": "member of",
    "fact.members": "members",
    "printed": "printed as {printed}", "through": "as a member of {name}",
    "instead_of": "{role} in the plan",
    "corrected.unit": "corrected, was read as {read}", "corrected.role": "corrected, was read as {read}",
    "corrected.add": "corrected, was not read", "corrected.title": "title corrected, was read as “{read}”",
    "corrected.kind": "kind corrected, was read as {read}", "corrected.level": "level corrected, was read at {read}",
    "inherits": "inherited from {path}", "below": "{count} {count:task below inherits|tasks below inherit} it", "undone": "undone",
    "at": "at {paths}", "at_more": "at {paths} and more, {count} in all",
    "on_duty": "Put the cursor on a task first, or select some with {press.unit_select}.",
    "only_one": "There is only this unit.", "first": "This is the first unit.", "last": "This is the last unit.",
    "place": "unit {place}/{count}",
}  # fmt: skip
