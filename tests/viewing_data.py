"""A small database for the tests of views: a plan with an inherited statement, and one that names no unit.

1        总体要求 (goal)
2        重点任务 (part)
2.1      青少年行动 (action)      lead 市教育局, responsible 市科协 市委宣传部
2.1.1    弘扬精神 (task)          inherits
2.1.2    办好科普节 (task)        lead 市科协, proposed lead 市文旅局
2.1.10   农村科普 (task)          inherits
2.2      基地工程 (project)       responsible 各镇人民政府; 市科协 proposed to lead
2.3      无主任务 (task)          proposed only: 市科协
3        保障 (part)
3.1      经费保障 (safeguard)     lead 市财政局
"""

from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path

from sciplan_tui.core.folding import search_text
from sciplan_tui.store.database.creating import make

TODAY = datetime.date(2024, 3, 1)
RAW = "\n".join(f"第{number}行" for number in range(1, 31))
STATEMENT = "(牵头单位：市教育局；责任单位：市科协、市委宣传部)"

PLAN, BARE_PLAN = 1, 2
MIDTERM, EVALUATION, DAY, BARE_EVALUATION = 1, 2, 3, 4

TASKS = [
    # id, plan, parent, holder, path, number, title, kind, line, line_end, text
    (1, 1, None, None, "1", "一", "总体要求", "goal", 1, 2, "到2025年提高科学素质"),
    (2, 1, None, None, "2", "二", "重点任务", "part", 3, 20, ""),
    (3, 1, 2, 3, "2.1", "(一)", "青少年行动", "action", 4, 10, "面向青少年"),
    (4, 1, 3, 3, "2.1.1", "1", "弘扬精神", "task", 5, 5, "弘扬科学家精神"),
    (5, 1, 3, 5, "2.1.2", "2", "办好科普节", "task", 6, 7, "每年一次，100%覆盖"),
    (6, 1, 3, 3, "2.1.10", "10", "农村科普", "task", 8, 8, "送到村"),
    (7, 1, 2, 7, "2.2", "(二)", "基地工程", "project", 11, 12, "建设科普基地"),
    (8, 1, 2, None, "2.3", "(三)", "无主任务", "task", 13, 13, ""),
    (9, 1, None, None, "3", "三", "保障", "part", 21, 30, ""),
    (10, 1, 9, 10, "3.1", None, "经费保障", "safeguard", 22, 23, "经费列入预算"),
    (11, 2, None, None, "1", "一", "总则", "part", 1, 4, ""),
    (12, 2, 11, None, "1.1", "1", "科普进社区", "task", 2, 2, "科普"),
]
UNITS = [
    # id, plan, name, short, class, collective, search
    (1, 1, "市教育局", "教育局", "government", 0, "jyj"),
    (2, 1, "市科协", "科协", "mass", 0, "kx"),
    (3, 1, "市委宣传部", "宣传部", "party", 0, "xcb"),
    (4, 1, "各镇人民政府", "各镇", "collective", 1, "gz"),
    (5, 1, "市财政局", "财政局", "government", 0, "czj"),
    (6, 1, "市文旅局", "文旅局", "government", 0, "wlj"),
]
ASSIGNMENTS = [
    # task, unit, role, origin, printed, position, reason, line, quote
    (3, 1, "lead", "printed", "市教育局", 1, None, 9, STATEMENT),
    (3, 2, "responsible", "printed", "科协", 1, None, 9, STATEMENT),
    (3, 3, "responsible", "printed", "市委宣传部", 2, None, 9, STATEMENT),
    (5, 2, "lead", "printed", "市科协", 1, None, 7, None),
    (5, 6, "lead", "proposed", "市文旅局", 2, "prose_duty", 7, None),
    (7, 4, "responsible", "printed", "各镇人民政府", 1, None, 12, None),
    (7, 2, "lead", "proposed", "市科协", 1, "first_listed", 12, None),
    (8, 2, "lead", "proposed", "市科协", 1, "prose_duty", 13, None),
    (10, 5, "lead", "ruled", "市财政局", 1, None, 23, None),
]
MILESTONES = [
    # id, plan, key, kind, label, start, end, precision
    (MIDTERM, 1, "midterm-2023", "midterm_review", "2023年中期督查", "2023-01-01", "2023-12-31", "year"),
    (EVALUATION, 1, "evaluation-2025", "final_evaluation", "2025年总结评估", "2025-01-01", "2025-12-31", "year"),
    (DAY, 1, "event-1", "annual_event", "全国科普日", None, None, None),
    (BARE_EVALUATION, 2, "evaluation-2025", "final_evaluation", "总结评估", None, "2024-03-20", "day"),
]
MARKS = [
    (3, MIDTERM, "done", "2023-11-02", "已报"),
    (4, MIDTERM, "in_progress", None, None),
    (10, MIDTERM, "blocked", None, None),
]
TARGETS = [
    (5, 1, "科普节参加人次", ">=", 20000.0, None, "人次", "annual", "2025-12-31", 0, None, 6, "每年参加人次不少于2万"),
    (1, 2, "科学素质比例", "range", 15.0, 16.5, "%", None, "2025-12-31", 1, None, 2, None),
]


def fill(path: Path) -> Path:
    """Make the database at `path` and return it."""
    make(path)
    connection = sqlite3.connect(path, isolation_level=None)
    for plan, region, start in ((1, "甲市", 2021), (2, "乙县", 2022)):
        key, title = f"{region}-{start}", f"{region}全民科学素质行动实施方案"
        insert(connection, "plan", [(plan, key, title, region, None, None, None, start, 2025)])
        raw = RAW.replace("第9行", STATEMENT) if plan == 1 else RAW
        edition = (plan, plan, 1, f"{region}.txt", "00", "txt", "utf-8", "2024-01-01T00:00:00", raw, "{}")
        insert(connection, "edition", [edition])
    insert(
        connection,
        "task",
        [(*t[:4], n, *t[4:10], 0, 0, None, t[10], search_text(t[6], t[10])) for n, t in enumerate(TASKS)],
    )
    insert(connection, "unit", [(*u[:6], n, search_text(u[2], u[3], u[6])) for n, u in enumerate(UNITS)])
    insert(connection, "assignment", [(n, *a) for n, a in enumerate(ASSIGNMENTS, 1)])
    insert(connection, "milestone", [(m[0], m[1], None, m[0], *m[2:], None, "printed") for m in MILESTONES])
    insert(connection, "mark", [(n, *m) for n, m in enumerate(MARKS, 1)])
    insert(connection, "target", [(n, *t) for n, t in enumerate(TARGETS, 1)])
    insert(connection, "problem", [(1, 1, 1, "units_inherited", 6, '{"count": "2", "tasks": "2"}')])
    connection.close()
    return path


def insert(connection: sqlite3.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    """Rows as they stand in the schema, a value a column; columns at the end that a row leaves out are empty."""
    columns = [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]
    for row in rows:
        named = ", ".join(f'"{column}"' for column in columns[: len(row)])
        connection.execute(f"INSERT INTO {table} ({named}) VALUES ({', '.join('?' * len(row))})", row)
