"""What an entry of the journal did."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "import": "import {title} ({plan}), edition {edition}",
    "review": "reviewed {title} ({plan}), edition {edition}: {accepted} accepted, {rejected} rejected",
    "mark": "mark {tasks} tasks: {plan} {milestone} {status}",
    "cleared": "cleared",
    "milestone": "add the milestone {label} ({plan} {milestone})",
    "undo": "undo entry {entry}: {what}",
    "redo": "redo entry {entry}: {what}",
    "correct.title": "correct the title of {path}: “{old}” is “{new}” ({plan})",
    "correct.kind": "correct the kind of {path} {title}: {old} is {new} ({plan})",
    "correct.level": "correct the level of {title}: {old} is {new} ({plan})",
    "correct.unit": "correct a unit of {path} {title}: {old} is {new} ({plan})",
    "correct.role": "correct the role of {unit} in {path} {title}: {old_role} is {role} ({plan})",
    "correct.add": "add a unit to {path} {title}: {unit}, {role} ({plan})",
    "correct.drop": "take a unit off {path} {title}: {unit}, {role} ({plan})",
    "settle.settle": "settle {count} problems ({plan})",
    "settle.unsettle": "open {count} problems again ({plan})",
    "alias": "one body: {name} is {same_as} ({plan})",
    "rename": "rename: {name} is {new_name} from {on}{by} ({plan})",
    "merge": "merge: {names} into {into} from {on}{by} ({plan})",
    "split": "split: {tasks} duties of {name} go to {heirs} from {on}{by} ({plan})",
    "unit.add": "add the unit {name} ({plan})",
    "unit.set": "change the unit {name}: {given} ({plan})",
    "member": "the collective {name}: {added} members join, {removed} leave ({plan})",
    "rule.add": "rule: {path} {title} {unit}, {role}{by}{copied} ({plan})",
    "rule.drop": "rule: {path} {title} no more {unit}, {role}{by}{copied} ({plan})",
    "rule.accept": "rule: accept {count} proposals{by}{copied} ({plan})",
    "by": ", by {by}",
    "copied": ", {count} inherited before now stand here",
}
