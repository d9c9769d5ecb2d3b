"""The pictures of the README, made from the program itself: `python -m tests.tui.pictures` draws them anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sciplan_tui import locale
from sciplan_tui.core.view.spec import ViewSpec
from sciplan_tui.tui.app import SciplanApp
from sciplan_tui.tui.desk.desk import Desk
from sciplan_tui.tui.messages import Answered
from sciplan_tui.workspace.demo import DAY
from sciplan_tui.workspace.edition.folders import Folder, PlanFile
from tests.tui.driving import press, settled
from tests.tui.picture import picture

FOLDER = Path(__file__).parent
PLAN = FOLDER.parents[2] / "fixtures" / "qingyu-2021.txt"
EDITION = "edition.txt"
"""Stands among the keys for the path of another edition of that plan, written as it is needed."""
REVISED = (
    (
        "（牵头单位：市教育局、市科协；责任单位：市委宣传部、市科技局、",
        "（牵头单位：市教育局；责任单位：市科协、市委宣传部、",
    ),
    ("每年培训科学教师300人次", "每年培训科学教师450人次"),
    ("2024年底前建成", "2025年6月底前建成"),
    ("1．开展岗位练兵。", "1．开展岗位练兵和技能比武。"),
    ("责任单位：市教育局、市总工会", "责任单位：市教育局、市总工会、市国资委"),
    ("2．普及健康知识。组织医生进社区讲课，居民健康素养水平超过28%。（市卫生健康委负责）\n", ""),
    ("改造流动科技馆。", "建设数字科普馆。全年开放。\n改造流动科技馆。"),
)
"""What that edition says otherwise."""
PICKED = "folder"
"""Stands among the keys for what the picker of files finds: a folder that is the same on all machines."""
FILES = (("湘潭市方案（送审稿）.docx", 48_128), ("湘潭市方案（印发）.pdf", 612_352), ("任务分工表.xlsx", 21_504))
SIZE = (120, 36)


class Shot(NamedTuple):
    """What a picture shows: in which language and theme, of which plan, behind which keys."""

    plan: str
    keys: tuple[str, ...] = ()
    language: str = "zh"
    theme: str = "sciplan"


CURSOR = ("j", "j", "j", "l", "l")
PICTURES: Mapping[str, Shot] = {
    "matrix.svg": Shot("湘潭", ("j", "j", "j")),
    "lines.svg": Shot("湘潭", (*CURSOR, "d", "d")),
    "filter.svg": Shot("湘潭", ("slash", *"lead:kx")),
    "task.svg": Shot("清屿", ("slash", *"path:2.4.3", "enter", "G", "enter")),
    "review.svg": Shot("清屿", ("i", "slash", EDITION, "enter", "enter", "j")),
    "unit.svg": Shot("湘潭", ("j", "j", "j", "dollar_sign", *["left"] * 5, "w", "j", "j")),
    "problems.svg": Shot("清屿", ("D", "n", "n")),
    "milestones.svg": Shot("湘潭", ("b",)),
    "timeline.svg": Shot("湘潭", ("b", "tab", "tab")),
    "files.svg": Shot("湘潭", ("i", PICKED, "space", "space")),
    "overview.svg": Shot("湘潭", ("O",)),
    "history.svg": Shot("湘潭", ("H",)),
    "export.svg": Shot("湘潭", ("e",)),
    "light.svg": Shot("湘潭", CURSOR, theme="sciplan-light"),
    "matrix-en.svg": Shot("湘潭", ("j", "j", "j"), language="en"),
}
"""Each picture's name."""


async def drawn(name: str, database: Path) -> str:
    """The SVG of one picture, of the demo's plans in `database`."""
    shot = PICTURES[name]
    locale.speak(shot.language)
    desk = Desk(database, DAY)
    view = desk.open_view()
    app = SciplanApp(desk, view, view.frame(ViewSpec(plan=shot.plan)))
    try:
        async with app.run_test(size=SIZE) as pilot:
            app.theme = shot.theme
            await settled(pilot)
            for key in shot.keys:
                if key == PICKED:
                    app.screen.post_message(Answered(_folder()))
                    await settled(pilot)
                else:
                    await press(pilot, *(_edition(database.parent) if key == EDITION else (key,)))
            return picture(app)
    finally:
        view.close()


def _edition(folder: Path) -> str:
    """Write the other edition; its path, a key a character."""
    text = PLAN.read_text(encoding="utf-8")
    for said, now in REVISED:
        assert said in text, said
        text = text.replace(said, now)
    path = folder / EDITION
    path.write_text(text, encoding="utf-8")
    return str(path)


def _folder() -> Folder:
    """A folder with a few files, changed at the same hour wherever the picture is drawn."""
    path, when = Path("/科协/2021-2025年方案"), datetime(2021, 11, 8, 9, 30)
    days = [(when + timedelta(days=day)).timestamp() for day in range(len(FILES))]
    files = tuple(PlanFile(path / name, size, day) for (name, size), day in zip(FILES, days, strict=True))
    return Folder(path, (path / "各区县", path / "省级"), files)
