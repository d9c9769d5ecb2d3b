"""The gestures on units: what each does on which day, that it can be taken back whole, and what is refused."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sciplan_tui.core.journal import Entry, Gesture
from sciplan_tui.core.plan import Problem, Role
from sciplan_tui.core.sentence.entry import sentence
from sciplan_tui.errors import RefusedError
from sciplan_tui.locale import LANGUAGES, speak
from sciplan_tui.workspace.edit import ruling
from sciplan_tui.workspace.edition.importing import import_plan
from sciplan_tui.workspace.journal.undoing import redo, undo
from sciplan_tui.workspace.unit import registering, succeeding, units
from tests.store_cases import AT, small, with_tasks

SHARED = Path(__file__).resolve().parents[4] / "shared"
GOLD, SEEDS = SHARED / "gold", SHARED / "seeds"
NOW = "2024-01-08T09:00:00"
DAY = datetime.date(2024, 1, 8)
TABLES = ("task", "unit", "assignment", "problem", "succession", "membership")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sciplan.db"
    plan = small()
    import_plan(path, _with_doubt(plan), "raw", at=AT)
    return path


def _with_doubt(plan: Any) -> Any:
    from dataclasses import replace

    doubt = Problem("alias_proposed", 9, (("one", "市科协"), ("other", "团市委")))
    return replace(plan, problems=(*plan.problems, doubt))


def stored(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


def held(database: Path, day: datetime.date = DAY) -> dict[str, tuple[int, int, int]]:
    """What each unit holds: leads, responsibilities, support; those that hold nothing are left out."""
    found = {one.name: (one.lead, one.responsible, one.support) for one in units.registry(database, None, as_of=day)}
    return {name: counts for name, counts in found.items() if any(counts)}


Do = Callable[[Path], Gesture]


def _split(database: Path) -> Gesture:
    tasks = succeeding.split_tasks(database, None, "市科协")
    return succeeding.split(database, None, "市科协", {task.task_id: "市科普中心" for task in tasks}, at=NOW)


GESTURES: dict[str, Do] = {
    "alias": lambda path: succeeding.alias(path, None, "团市委", "市科协", at=NOW),
    "rename": lambda path: succeeding.rename(path, None, "教育局", "市教育体育局", on="2023-05-01", by="方案", at=NOW),
    "merge": lambda path: succeeding.merge(path, "甲市", ["团市委", "市教育局"], "市新局", on="2023-05-01", at=NOW),
    "split": _split,
    "add": lambda path: registering.add_unit(path, None, "市委网信办", contact="张三 123", at=NOW),
    "set": lambda path: registering.set_unit(
        path, None, "科协", short="协", unit_class="party", collective=True, at=NOW
    ),
    "members": lambda path: registering.set_members(path, None, "团市委", add=["市科协", "某中学"], at=NOW),
    "rule": lambda path: ruling.rule(path, None, "2.2.1", "团市委", Role.SUPPORT, by="纪要", on="2023-09-01", at=NOW),
    "drop": lambda path: ruling.rule(path, None, "2.1.1", "团市委", Role.RESPONSIBLE, by="纪要", at=NOW, drop=True),
}


@pytest.mark.parametrize("name", GESTURES)
def test_each_gesture_is_one_entry_that_is_taken_back_whole_and_done_again(database: Path, name: str) -> None:
    before = stored(database)
    done = GESTURES[name](database)
    after = stored(database)
    assert done.entry_id == 2
    assert after != before
    for language in LANGUAGES:
        speak(language)
        assert "{" not in sentence(done)
        assert not sentence(done).startswith(f"{done.kind} ")
    speak("zh")
    assert undo(database, at=NOW).id == 2
    assert stored(database) == before
    assert redo(database, at=NOW).id == 2
    assert stored(database) == after


def test_all_of_them_one_after_the_other_are_taken_back(database: Path) -> None:
    steps = [stored(database)]
    for name in ("rename", "add", "members", "drop", "rule", "set"):
        GESTURES[name](database)
        steps.append(stored(database))
    for state in reversed(steps[:-1]):
        undo(database, at=NOW)
        assert stored(database) == state


def test_a_renamed_unit_holds_all_from_its_day_on(database: Path) -> None:
    GESTURES["rename"](database)
    assert held(database)["市教育体育局"] == (1, 1, 0)
    assert "市教育局" not in held(database)
    assert held(database, datetime.date(2023, 4, 30))["市教育局"] == (1, 1, 0)
    assert "市教育体育局" not in {one.name for one in units.registry(database, None, as_of=datetime.date(2023, 4, 30))}
    old, new = (one for one in units.registry(database, None, as_of=DAY) if "教育" in one.name)
    assert (old.heir, old.heir_kind, old.heir_on) == ("市教育体育局", "rename", "2023-05-01")
    assert [(name.name, name.until) for name in new.printed] == [("市教育局", "2023-05-01")]
    assert new.function == "教育、体育"


def test_a_renamed_unit_stands_where_it_stood(database: Path) -> None:
    before = [unit.name for unit in units.registry(database, None, as_of=DAY)]
    succeeding.rename(database, None, "教育局", "市教体局", on="2023-05-01", at=NOW)
    at = before.index("市教育局")
    wanted = [*before[: at + 1], "市教体局", *before[at + 1 :]]
    assert [unit.name for unit in units.registry(database, None, as_of=DAY)] == wanted
    assert len(before) > at + 1, "else it would stand last anyway"


def test_what_a_later_edition_prints_anew_was_held_under_the_old_name_before(database: Path) -> None:
    GESTURES["rename"](database)
    plan = small()
    told = [_said_anew(one) for one in plan.tasks]
    assert import_plan(database, with_tasks(plan, told, "anew"), "raw", accept=True, at=AT).differences == ()
    assert held(database)["市教育体育局"] == (1, 1, 0)
    assert held(database, datetime.date(2023, 4, 30))["市教育局"] == (1, 1, 0)


def _said_anew(one: Any) -> Any:
    from dataclasses import replace

    new = {"unit": "市教育体育局", "printed": "市教育体育局"}
    return replace(one, assignments=tuple(replace(a, **new) if a.unit == "市教育局" else a for a in one.assignments))


def test_a_merger_adds_the_counts_but_counts_a_task_once(database: Path) -> None:
    GESTURES["merge"](database)
    assert held(database)["市新局"] == (1, 2, 0)
    succeeding.merge(database, None, ["市科协"], "新局", on="2023-06-01", at=NOW)
    assert held(database) == {"市农业农村局": (1, 0, 0), "市新局": (2, 2, 0)}


def test_a_new_body_whose_name_tells_no_class_has_that_of_those_it_came_of(database: Path) -> None:
    def classes() -> dict[str, str]:
        return {one.name: one.unit_class for one in units.registry(database, None, as_of=DAY)}

    registering.set_unit(database, None, "市科协", unit_class="vertical", at=NOW)
    succeeding.merge(database, None, ["市科协", "团市委"], "市科普健康总会", on="2023-05-01", at=NOW)
    assert classes()["市科普健康总会"] == "vertical", "of two that differ, the first's"
    succeeding.merge(database, None, ["市科普健康总会"], "市总工会", on="2023-06-01", at=NOW)
    assert classes()["市总工会"] == "mass", "what a name tells counts"


def test_a_split_gives_each_task_to_its_heir_and_what_comes_later_stays(database: Path) -> None:
    tasks = {task.path: task.task_id for task in succeeding.split_tasks(database, None, "教育局")}
    assert list(tasks) == ["2.1", "2.1.2"]
    given = {tasks["2.1"]: "市学前局", tasks["2.1.2"]: "教育局"}
    succeeding.split(database, None, "教育局", given, on="2023-05-01", at=NOW)
    assert held(database) | {"市科协": ()} == {
        "市学前局": (1, 0, 0), "市教育局": (0, 1, 0), "团市委": (0, 1, 0), "市农业农村局": (1, 0, 0), "市科协": (),
    }  # fmt: skip
    assert [task.path for task in succeeding.split_tasks(database, None, "教育局")] == ["2.1.2"]
    record = {one.name: one for one in units.registry(database, None, as_of=DAY)}
    assert record["市教育局"].heir is None
    succeeding.split(database, None, "教育局", {tasks["2.1.2"]: "市学校局"}, on="2023-06-01", at=NOW)
    record = {one.name: one for one in units.registry(database, None, as_of=DAY)}
    assert (record["市教育局"].heir, record["市教育局"].heir_on) == ("市学前局、市学校局", "2023-06-01")
    assert [name.until for name in record["市教育局"].printed] == ["2023-06-01"], "its name ends with it"


def test_an_accepted_alias_holds_on_every_day_and_settles_its_problem(database: Path) -> None:
    (proposal,) = units.alias_proposals(database, None)
    assert (proposal.name, proposal.same_as) == ("市科协", "团市委")
    succeeding.alias(database, proposal.plan_key, proposal.name, proposal.same_as, at=NOW)
    assert units.alias_proposals(database, None) == ()
    assert held(database, datetime.date(1999, 1, 1))["团市委"] == (1, 1, 0)
    with closing(sqlite3.connect(database)) as connection:
        sql = "SELECT settled_on FROM problem WHERE code = 'alias_proposed'"
        assert connection.execute(sql).fetchall() == [("2024-01-08",)]


def test_an_alias_the_other_way_round_settles_it_too(database: Path) -> None:
    succeeding.alias(database, None, "团市委", "市科协", at=NOW)
    assert units.alias_proposals(database, None) == ()
    assert succeeding.alias(database, None, "团市委", "市科协", at=NOW).entry_id is None


def test_the_class_puts_a_unit_in_its_place(database: Path) -> None:
    GESTURES["set"](database)
    assert next(one.name for one in units.registry(database, None, as_of=DAY)) == "市科协"
    done = registering.set_unit(database, None, "市科协", short="协", at=NOW)
    assert done.entry_id is None


def test_a_body_under_two_names_may_share_a_short_form(database: Path) -> None:
    GESTURES["rename"](database)
    assert registering.set_unit(database, None, "市教育体育局", short="教育局", at=NOW).entry_id is not None
    (record,) = (one for one in units.registry(database, None, as_of=DAY) if one.name == "市教育体育局")
    assert record.short == "教育局"


def test_a_function_is_as_the_name_tells_until_a_person_says_otherwise(database: Path) -> None:
    def function() -> str | None:
        return next(one.function for one in units.registry(database, None, as_of=DAY) if one.name == "市科协")

    assert function() == "科协"
    registering.set_unit(database, None, "市科协", function="科普", at=NOW)
    assert function() == "科普"
    registering.set_unit(database, None, "市科协", function="", at=NOW)
    assert function() is None


def test_members_join_and_leave_on_their_days(database: Path) -> None:
    join = {"add": ["市科协"], "since": "2022-01-01"}
    joined = registering.set_members(database, None, "团市委", **join, at=NOW)  # type: ignore[arg-type]
    assert joined.facts["joined"] == ["市科协"]
    assert registering.set_members(database, None, "团市委", **join, at=NOW).entry_id is None  # type: ignore[arg-type]
    registering.set_members(database, None, "团市委", remove=["科协"], until="2023-12-31", at=NOW)

    def members(day: datetime.date) -> list[str]:
        youth = next(one for one in units.registry(database, None, as_of=day) if one.name == "团市委")
        return [member.name for member in youth.members]

    assert members(datetime.date(2023, 12, 31)) == ["市科协"]
    assert members(DAY) == []
    past = datetime.date(2023, 6, 30)
    ended = registering.set_members(database, None, "团市委", add=["科协"], until="2023-03-31", at=NOW)
    assert (ended.entry_id is not None, ended.facts["joined"], ended.facts["redated"]) == (True, [], ["市科协"])
    assert members(past) == []
    begun = registering.set_members(database, None, "团市委", add=["科协"], since="2021-06-01", at=NOW)
    assert "改了起止日期的有 市科协" in sentence(begun)
    assert members(datetime.date(2021, 12, 31)) == ["市科协"]
    assert members(past) == []


def test_members_are_named_and_a_unit_that_is_new_with_them(database: Path) -> None:
    def told(**who: object) -> str:
        return sentence(registering.set_members(database, None, "团市委", **who, at=NOW))  # type: ignore[arg-type]

    assert "团市委：加入 市科协、市气象台，新设 市气象台" in told(add=["科协", "市气象台"])
    assert "团市委：退出 市科协" in told(remove=["科协"])
    older = Entry(1, NOW, "member", {"plan": "甲市-2021", "name": "团市委", "added": 1, "removed": 2, "redated": 0})
    assert "加入 1 个成员，退出 2 个" in sentence(older)


REFUSED: dict[str, tuple[str, Do]] = {
    "unknown unit": ("unit_unknown", lambda path: succeeding.rename(path, None, "市教肓局", "市新局", at=NOW)),
    "several fit": ("several_units", lambda path: succeeding.rename(path, None, "局", "市新局", at=NOW)),
    "taken": ("unit_taken", lambda path: succeeding.rename(path, None, "教育局", "市科协", at=NOW)),
    "no name": ("unit_empty", lambda path: succeeding.rename(path, None, "教育局", " \n", at=NOW)),
    "no date": ("not_a_date", lambda path: succeeding.rename(path, None, "教育局", "市新局", on="2023-02-30", at=NOW)),
    "before the plan": (
        "before_plan",
        lambda path: succeeding.rename(path, None, "教育局", "市新局", on="2020-12-31", at=NOW),
    ),
    "merged before the plan": (
        "before_plan",
        lambda path: succeeding.merge(path, None, ["教育局"], "市新局", on="1999-01-01", at=NOW),
    ),
    "ruled before the plan": (
        "before_plan",
        lambda path: ruling.rule(path, None, "2.2", "科协", Role.LEAD, by="纪要", on="2020-12-31", at=NOW),
    ),
    "itself": ("unit_itself", lambda path: succeeding.alias(path, None, "教育局", "市教育局", at=NOW)),
    "merged into itself": ("unit_itself", lambda path: succeeding.merge(path, None, ["教育局"], "教育局", at=NOW)),
    "no plan": ("no_plan", lambda path: succeeding.alias(path, "丙市", "教育局", "市科协", at=NOW)),
    "a class": ("no_unit_class", lambda path: registering.add_unit(path, None, "新", unit_class="x", at=NOW)),
    "added twice": ("unit_taken", lambda path: registering.add_unit(path, None, "市科协", at=NOW)),
    "another's short form": (
        "short_taken",
        lambda path: registering.set_unit(path, None, "科协", short="教育局", at=NOW),
    ),
    "another's name": ("short_taken", lambda path: registering.set_unit(path, None, "科协", short="市教育局", at=NOW)),
    "own member": ("member_itself", lambda path: registering.set_members(path, None, "团市委", add=["团市委"], at=NOW)),
    "no member": ("no_member", lambda path: registering.set_members(path, None, "团市委", remove=["科协"], at=NOW)),
    "days turned": (
        "dates_turned",
        lambda path: registering.set_members(
            path, None, "团市委", add=["科协"], since="2023-01-02", until="2023-01-01", at=NOW
        ),
    ),
    "split half": ("split_incomplete", lambda path: succeeding.split(path, None, "教育局", {}, at=NOW)),
    "ruled twice": ("no_task", lambda path: ruling.rule(path, None, "9", "科协", Role.LEAD, by="纪要", at=NOW)),
    "not held": ("not_held", lambda path: ruling.rule(path, None, "2.2", "科协", Role.LEAD, by="x", at=NOW, drop=True)),
    "no proposal": ("not_proposed", lambda path: ruling.accept_proposals(path, [1], by="纪要", at=NOW)),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_wrong_is_refused_in_a_sentence_and_changes_nothing(database: Path, what: str) -> None:
    code, do = REFUSED[what]
    before = stored(database)
    with pytest.raises(RefusedError) as raised:
        do(database)
    assert raised.value.code == code
    assert "{" not in str(raised.value)
    assert stored(database) == before


def test_the_nearest_names_are_told(database: Path) -> None:
    with pytest.raises(RefusedError) as raised:
        succeeding.rename(database, None, "市教肓局", "市新局", at=NOW)
    assert "市教育局" in str(raised.value)


def test_a_succession_is_never_a_circle_nor_taken_from_one_that_is_no_more(database: Path) -> None:
    succeeding.merge(database, None, ["市科协"], "团市委", at=NOW)
    with pytest.raises(RefusedError) as raised:
        succeeding.alias(database, None, "团市委", "市科协", at=NOW)
    assert raised.value.code == "unit_circle"
    with pytest.raises(RefusedError) as raised:
        succeeding.rename(database, None, "市科协", "市新科协", at=NOW)
    assert (raised.value.code, raised.value.details["heir"]) == ("unit_succeeded", "团市委")
    with pytest.raises(RefusedError) as raised:
        ruling.rule(database, None, "2.2", "市科协", Role.LEAD, by="纪要", at=NOW)
    assert raised.value.code == "unit_succeeded"


def test_initials_of_before_mean_who_stands_there_now(database: Path) -> None:
    succeeding.rename(database, None, "市教育局", "市教育体育局", on="2023-09-01", at=AT)
    registering.set_members(database, None, "团市委", add=["jyj"], at=AT)
    [members] = [unit.members for unit in units.registry(database, None, as_of=DAY) if unit.name == "团市委"]
    assert [member.name for member in members] == ["市教育体育局"]


def test_a_body_is_not_succeeded_before_the_day_on_which_it_begins(database: Path) -> None:
    succeeding.rename(database, None, "教育局", "市教体局", on="2023-05-01", at=NOW)
    succeeding.merge(database, None, ["市教体局"], "市新局", on="2023-06-01", at=NOW)
    for day, begun in (("2022-01-01", "2023-06-01"), ("2023-05-31", "2023-06-01")):
        with pytest.raises(RefusedError) as raised:
            succeeding.merge(database, None, ["市新局"], "团市委", on=day, at=NOW)
        assert (raised.value.code, raised.value.details["begun"]) == ("unit_not_begun", begun)
        assert begun in str(raised.value)
    succeeding.rename(database, None, "市新局", "市大局", on="2023-06-01", at=NOW)
    with pytest.raises(RefusedError) as raised:
        succeeding.rename(database, None, "市大局", "市大大局", on="2023-05-31", at=NOW)
    assert raised.value.code == "unit_not_begun"


def test_a_body_of_its_own_is_succeeded_on_any_day_though_it_took_another_in(database: Path) -> None:
    succeeding.merge(database, None, ["市科协"], "团市委", on="2023-05-01", at=NOW)
    assert succeeding.merge(database, None, ["团市委"], "市新局", on="2022-01-01", at=NOW).entry_id is not None


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"THE GOLD PLANS ARE MISSING: no {GOLD}")
def test_the_seed_plans_propose_their_aliases_and_no_look_alikes(tmp_path: Path) -> None:
    from sciplan_tui.workspace.edition.importing_files import import_files

    database = tmp_path / "seeds.db"
    assert list(import_files(database, sorted(SEEDS.glob("*.txt")), at=AT))
    proposed = {frozenset((one.name, one.same_as)) for one in units.alias_proposals(database, None)}
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("00*.json"))]
    assert proposed == {frozenset(alias["names"]) for gold in golds for alias in gold["aliases"]}
    look_alikes = [set(group) for gold in golds for group in gold["must_not_merge"]]
    assert not [pair for pair in proposed for group in look_alikes if pair <= group]


def test_two_regions_are_never_joined(database: Path) -> None:
    import_plan(database, small("乙市"), "raw", at=AT)
    succeeding.rename(database, "乙市", "市教育局", "市教体局", at=NOW)
    with pytest.raises(RefusedError) as raised:
        succeeding.alias(database, "甲市", "市教育局", "市教体局", at=NOW)
    assert raised.value.code == "unit_elsewhere"
    with pytest.raises(RefusedError) as raised:
        succeeding.alias(database, None, "市科协", "团市委", at=NOW)
    assert raised.value.code == "unit_of_plans"
    assert all(proposal.plan_key == "甲市-2021" for proposal in units.alias_proposals(database, None))
