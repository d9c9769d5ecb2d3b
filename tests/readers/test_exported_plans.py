"""A plan that was exported comes back the same, by CSV and by JSON: only source, line and problems may differ."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sciplan_tui import readers
from sciplan_tui.core.document import Document, Paragraph
from sciplan_tui.core.interchange.plan_object import to_object
from sciplan_tui.core.interchange.records import to_records
from sciplan_tui.core.parse import parse
from sciplan_tui.core.plan import ParsedPlan, Source
from sciplan_tui.writers.csv import write_rows

TEXT = """中江市全民科学素质行动实施方案（2021—2025年）
一、总体目标
到2025年，公民具备科学素质的比例超过15%，其中东河区、西江县力争达到18%。
二、重点任务
（一）青少年科学素质提升行动
1.=办好“科技节”。每年举办讲座2-3场次。（牵头单位：市教育局；责任单位：市科协、各镇人民政府等部门）
2.培训教师,含家长。培训教师200人次。（市教育局、市科协负责）
三、保障措施
（一）加强检查。2023年，开展中期督查；2025年，开展总结评估。定期检查。
"""


def plain(words: str) -> str:
    return words


def read_text() -> ParsedPlan:
    lines = tuple(Paragraph(number, line) for number, line in enumerate(TEXT.split("\n"), 1))
    return parse(Document(Source("方案.txt", "0", "txt", "utf-8"), lines, TEXT), plain)


def facts(plan: ParsedPlan) -> Any:
    told = to_object(plan, lambda problem: problem.code)
    del told["source"], told["problems"]
    return json.loads(json.dumps(told), object_hook=lambda part: {k: v for k, v in part.items() if k != "line"})


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_by_csv(encoding: str) -> None:
    plan = read_text()
    head, *rows = to_records(plan)
    document = readers.read("方案.csv", write_rows(head, rows, encoding))
    again = parse(document, plain)
    assert facts(again) == facts(plan)
    assert [task.text for task in again.tasks] == [task.text for task in plan.tasks]
    assert all(document.raw.split("\r\n")[(task.line or 0) - 1].startswith('"task"') for task in again.tasks)


def test_by_json() -> None:
    plan = read_text()
    text = json.dumps(to_object(plan, lambda problem: problem.code), ensure_ascii=False)
    assert facts(parse(readers.read("方案.json", text.encode()), plain)) == facts(plan)


def test_there_is_something_to_lose() -> None:
    told = facts(read_text())
    assert [len(told[part]) for part in ("tasks", "targets", "milestones")] == [7, 5, 4]
    assert any(unit["collective"] for unit in told["units"])
    assert any(task["proposals"] for task in told["tasks"])
