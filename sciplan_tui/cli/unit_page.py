"""One unit in full, as plain lines: its names over time, who stands behind it, what it holds, how far that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sciplan_tui.core.matrix import MarkCell
from sciplan_tui.core.plan import Origin, Role
from sciplan_tui.core.sentence.dated import dated
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.core.sentence.reported import proof, told
from sciplan_tui.core.sentence.target import aim, conditions
from sciplan_tui.core.unit.detail import UnitDetail, UnitDuty
from sciplan_tui.core.unit.duty_sheet import marked_at
from sciplan_tui.core.unit.record import Succeeded
from sciplan_tui.locale import say


def unit_page(unit: UnitDetail) -> Iterator[str]:
    """The lines that `show` prints of a unit."""
    yield f"{unit.plan.key}  {unit.plan.title}"
    others = " ".join(dict.fromkeys(name for name in (unit.short, *unit.printed) if name != unit.name))
    facts = (unit.name, others, say(f"word.unit_class.{unit.unit_class}"), unit.function, unit.contact)
    yield "  ".join(fact for fact in facts if fact)
    yield from (f"{say('word.head.heir')}  {unit.heir}" for _ in [0] if unit.heir)
    yield from _listed(
        "word.head.printed",
        [dated(name) for name in unit.names] if {name.name for name in unit.names} - {unit.name} else [],
    )
    yield from (_step(step) for step in unit.steps)
    yield from _listed("word.head.members", [dated(member) for member in unit.members])
    yield from _listed("registry.within", list(unit.collectives))
    yield ""
    for role in Role:
        yield from (_duty(duty, unit.name) for duty in unit.duties if duty.role is role and duty.through is None)
    for role in Role:
        yield from (_duty(duty, "") for duty in unit.duties if duty.role is role and duty.through is not None)
    yield from _figures(unit)
    yield from _milestones(unit)
    yield from _changes(unit)


def _figures(unit: UnitDetail) -> Iterator[str]:
    """What was promised in the tasks it holds, and how far these are."""
    for place, figure in enumerate(unit.figures):
        yield from ([""] if place == 0 else [])
        said = (figure.target.path, figure.target.indicator, aim(figure.target), *conditions(figure.target))
        reported = (*told(figure.target, figure.reported), *proof(figure.reported))
        yield "  ".join((say("cli.show.target"), *said, *reported, *_marks(figure.marks, unit)))


def _milestones(unit: UnitDetail) -> Iterator[str]:
    """The marks of what it holds, milestone by milestone: who is late, and what is noted."""
    for milestone in unit.milestones:
        states: dict[str, list[str]] = {}
        for path, cell in marked_at(unit, milestone.milestone_id).values():
            states.setdefault(_state(cell), []).append(path)
        if states:
            yield ""
            yield f"{say('cli.show.mark')}  {milestone.label}  {milestone.end or ''}".rstrip()
            yield from (f"  {state}  {len(paths)}  {' '.join(paths)}" for state, paths in states.items())


def _marks(marks: Mapping[int, MarkCell], unit: UnitDetail) -> Iterator[str]:
    for milestone in unit.milestones:
        if cell := marks.get(milestone.milestone_id):
            yield f"{milestone.label} {_state(cell)}"


def _state(cell: MarkCell) -> str:
    """A state with its light."""
    state = say(f"word.status.{cell.status}") if cell.status else say("cli.show.unmarked")
    return state + say("word.aside", said=say(f"word.status.{cell.light}")) if cell.light else state


def _changes(unit: UnitDetail) -> Iterator[str]:
    """What changed, the newest first."""
    for place, change in enumerate(unit.changes):
        yield from ([""] if place == 0 else [])
        undone = "" if change.entry.in_force else say("word.aside", said=say("duty.undone"))
        when = change.entry.at.replace("T", " ")[:16]
        yield "  ".join(
            filter(None, (say("duty.changes"), when, sentence(change.entry) + undone, " ".join(change.paths)))
        )
    if unit.changes_left_out:
        yield say("duty.earlier")


def _listed(head: str, names: list[str]) -> Iterator[str]:
    if names:
        yield f"{say(head)}  {'  '.join(names)}"


def _step(step: Succeeded) -> str:
    facts = [say(f"word.succession.{step.kind}", before=step.before, after=step.after)]
    facts += [say("registry.from", day=step.on)] if step.on else []
    facts += [say("registry.by_document", by=step.by)] if step.by else []
    facts += [say("registry.at", paths=" ".join(step.paths))] if step.paths else []
    return "  ".join(facts)


def _duty(duty: UnitDuty, name: str) -> str:
    """A duty, with the name it is printed under where that is not `name`."""
    facts = [say(f"word.role.{duty.role}"), f"{duty.path} {duty.title}"]
    facts += [f"[{duty.printed}]"] if duty.through is None and duty.printed not in ("", name) else []
    facts += [say("registry.through", name=duty.through)] if duty.through else []
    facts += [say(f"word.origin.{duty.origin}")] if duty.origin is not Origin.PRINTED else []
    facts += [say("cli.show.inheriting", count=duty.inheriting)] if duty.inheriting else []
    facts += [say("cli.line", line=duty.line)] if duty.line is not None else []
    return "  ".join(facts)
