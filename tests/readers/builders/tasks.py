"""A plan that is nothing but a table: groups beside several rows, leads and others in columns, days, shares, a slash
where there is nobody; long enough to go on over pages.
"""

from __future__ import annotations

from tests.readers.builders.plan import Block, Cell, Row

TITLE = "柳溪县2024年全民科学素质工作任务分解表"
HEADS = ("序号", "类别", "工作任务", "目标值", "牵头单位", "责任单位", "完成时限")
_GROUPS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    (
        "青少年行动",
        (
            ("举办校园科技节，把动手实验带进每一间教室", "12场", "县教育局", "县科协、团县委", "2024-05-31"),
            ("培训科学教师，每个乡镇至少有一名专职科学教师", "120人次", "县教育局", "县科协", "2024-09-30"),
            ("组织中小学生到气象台、水厂和农场上课", "4000人次", "县教育局", "县气象局、县水利局", "2024-11-30"),
            ("开展青少年科技创新大赛", "1次", "县科协", "县教育局、县科技局、团县委", "2024-10-31"),
        ),
    ),
    (
        "农民行动",
        (
            ("培训高素质农民，把课堂搬到田间和果园", "300人", "县农业农村局", "县科协、各乡镇人民政府", "2024-10-31"),
            ("组建农技服务队，农忙之前走遍全部行政村", "16支", "县农业农村局", "县科技局", "2024-03-31"),
            ("办好乡村科普集市", "每乡镇2场", "县科协", "各乡镇人民政府", "2024-12-31"),
        ),
    ),
    (
        "产业工人行动",
        (
            ("举办职业技能竞赛，覆盖三个行业", "6场", "县总工会", "县工业和信息化局", "2024-09-30"),
            ("建成工匠学堂，由老师傅带徒弟", "3所", "县人力资源社会保障局", "县总工会、县教育局", "2024-12-31"),
        ),
    ),
    (
        "老年人行动",
        (
            ("在社区开设手机课堂，教会老年人用手机", "2000人次", "县民政局", "县卫生健康局、县老龄办", "2024-11-30"),
            ("组织医生进社区讲课，居民健康素养水平提高", "28%", "县卫生健康局", "/", "2024-12-31"),
            ("修订应急科普预案并开展演练", "4次", "县应急管理局", "县地震办、县消防救援大队、县气象局", "2024-07-31"),
        ),
    ),
    (
        "重点工程",
        (
            ("建成科普资源库，向全县媒体免费开放", "500条", "县委宣传部", "县融媒体中心、县科协", "2024-12-31"),
            ("改造流动科技馆，到每所乡镇中心小学巡展一遍", "16站", "县科协", "县教育局、县财政局", "2024-06-30"),
            ("公民具备科学素质的比例提高", "16%", "县科协", "全民科学素质工作领导小组各成员单位", "2024-12-31"),
        ),
    ),
)  # fmt: skip


def table() -> list[Row]:
    """The head and all rows."""
    rows = [[Cell(head) for head in HEADS]]
    for group, tasks in _GROUPS:
        for place, task in enumerate(tasks):
            beside = Cell(group, down=len(tasks)) if not place else Cell("", down=0)
            rows.append([Cell(str(len(rows))), beside, *map(Cell, task)])
    return rows


def blocks() -> list[Block]:
    """The whole plan."""
    return [TITLE, table()]


def grid() -> list[list[str]]:
    """The table as a reader gives it."""
    filled: list[list[str]] = []
    for row in table():
        filled.append([cell.text if cell.down else filled[-1][place] for place, cell in enumerate(row)])
    return filled


def merges() -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The merged cells of the table, rows and columns counted from 0."""
    found = ((row, place, cell.down) for row, cells in enumerate(table()) for place, cell in enumerate(cells))
    return [((row, place), (row + down - 1, place)) for row, place, down in found if down > 1]
