"""The outline and the head of the five public plans, held against the gold beside the checkout."""

import json
from pathlib import Path

import pytest

from sciplan_tui.errors import ReadingError
from sciplan_tui.workspace.edition.checking import read_plan

SHARED = Path(__file__).parents[4] / "shared"
if not (SHARED / "gold").is_dir():
    pytest.skip(
        f"THE GOLD PLANS ARE MISSING: no {SHARED / 'gold'}; the outline is not held against them",
        allow_module_level=True,
    )
GOLD = [json.loads(path.read_text("utf-8")) for path in sorted((SHARED / "gold").glob("00*.json"))]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["doc"])
def test_the_printed_headings_are_found_where_they_stand(gold):
    plan, raw = read_plan(SHARED / "seeds" / gold["file"])
    found = {(task.path, task.line): task.title for task in plan.tasks if not task.inferred}
    lost = {node["id"] for node in gold["nodes"] if node.get("inferred")}
    for node in gold["nodes"]:
        if node["id"] in lost or node.get("optional") or any(node["id"].startswith(f"{head}.") for head in lost):
            continue
        title = found.pop((node["id"][1:], node["line_start"]), None)
        assert _same(title or "", node["title"]), node
    assert raw == (SHARED / "seeds" / gold["file"]).read_text("utf-8")


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["doc"])
def test_the_head_is_read(gold):
    plan, _ = read_plan(SHARED / "seeds" / gold["file"])
    meta = gold["meta"]
    assert _same(plan.title, meta["title"])
    assert (plan.document_number, plan.issued_on) == (meta["doc_number"], meta["publish_date"])
    assert plan.region == meta["region"]["name"]
    assert (plan.period_start, plan.period_end) == (meta["period"]["start"], meta["period"]["end"])
    assert plan.issuer == (None if meta.get("issuer_inferred") else meta["issuer"])


def _same(one: str, other: str) -> bool:
    table = str.maketrans("（），：", "(),:")
    return one.translate(table) == other.translate(table)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "no_file"),
        (b"", "empty_file"),
        (b"\x00\x01\x02", "binary_file"),
        (b"hello\n", "not_a_plan"),
        ("会上说\n由市海洋局牵头。\n".encode(), "plan_unread"),
    ],
)
def test_bad_input_is_refused_in_words(tmp_path, content, code):
    file = tmp_path / "x.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ReadingError) as caught:
        read_plan(file)
    assert caught.value.code == code
    assert "x.txt" in str(caught.value)


AIMS = "{title}\n\n一、目标\n到2025年，建成示范校100所。\n"


def test_aims_alone_make_a_plan_only_where_it_is_called_one(tmp_path):
    file = tmp_path / "x.txt"
    file.write_text(AIMS.format(title="甲市学校建设三年行动计划（2023—2025年）"), encoding="utf-8")
    assert [target.value for target in read_plan(file)[0].targets] == [100]
    file.write_text(AIMS.format(title="关于参观示范校的通知"), encoding="utf-8")
    with pytest.raises(ReadingError) as caught:
        read_plan(file)
    assert caught.value.code == "not_a_plan"


def test_a_folder_and_a_huge_file_are_refused_before_they_are_read(tmp_path):
    with pytest.raises(ReadingError) as caught:
        read_plan(tmp_path)
    assert caught.value.code == "is_folder"
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as opened:
        opened.truncate(2**30)
    with pytest.raises(ReadingError) as caught:
        read_plan(huge)
    assert caught.value.code == "too_large"
