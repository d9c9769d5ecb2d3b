"""The page in a browser: what its script does, driven from a page around it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from sciplan_tui.core.matrix import Cell
from sciplan_tui.core.plan import Role
from sciplan_tui.core.sheet import Column, Sheet, Value
from sciplan_tui.writers import html
from tests.writers.chart_cases import drawn_book
from tests.writers.odd_sheets import book
from tests.writers.reading_back import said

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="NO BROWSER: the page's script is not tried; install chromium")

COLUMNS = (Column("path"), Column("title"), Column("unit:1", "市教育局"), Column("line"))
ROWS: tuple[tuple[Value, ...], ...] = (
    ("2", "重点任务", None, None),
    ("2.2", "科普节", (Cell(Role.LEAD),), 100),
    ("2.10", "基地 A", None, 9),
    ("2.1", "<b>教师</b>", (Cell(Role.RESPONSIBLE, True),), None),
)
SHEET = Sheet("matrix", COLUMNS, ROWS, frozenset({0}))
AROUND = """<!DOCTYPE html><meta charset="utf-8"><iframe src="page.html"></iframe><pre></pre><script>
onload = () => {
  const page = frames[0].document, told = {};
  const rows = () => [...page.querySelectorAll("tbody tr")].filter((row) => !row.hidden);
  const shown = () => rows().map((row) => row.cells[0].textContent);
  const form = page.querySelector("form"), heads = [...page.querySelectorAll("thead button")];
  const ask = (words, column = "") => {
    form.elements.words.value = words;
    form.elements.column.value = column;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    return shown();
  };
  told.ready = !form.hidden;
  told.cells = [...page.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent));
  told.all = shown();
  told.word = ask("科普");
  told.two = ask("a 基地");
  told.unit = ask("", "2");
  told.lead = ask("牵", "2");
  told.count = page.querySelector("output").textContent;
  form.elements.words.dispatchEvent(new frames[0].KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  told.cleared = shown();
  const sorts = (place) => [1, 2, 3].map(() => { heads[place].click(); return shown(); });
  told.path = sorts(0);
  told.line = sorts(3);
  heads[0].click();
  told.aria = heads.map((head) => head.parentElement.getAttribute("aria-sort"));
  page.body.dispatchEvent(new frames[0].KeyboardEvent("keydown", { key: "/", bubbles: true, cancelable: true }));
  told.focus = page.activeElement.name;
  told.reach = heads.every((head) => head.tabIndex === 0) && page.querySelector(".scroll").tabIndex === 0;
  document.querySelector("pre").textContent = JSON.stringify(told);
};
</script>"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the page shows, step by step."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "page.html").write_bytes(html.write(book(SHEET)))
    (folder / "around.html").write_text(AROUND, encoding="utf-8")
    return json.loads(unescape(re.findall("<pre>(.*?)</pre>", browsed(folder / "around.html", folder), re.DOTALL)[0]))


def browsed(file: Path, home: Path) -> str:
    """The page's elements after its script has run, from a browser that reaches no network."""
    asked = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--dump-dom"]
    asked += ["--virtual-time-budget=3000", "--proxy-server=127.0.0.1:9", f"--user-data-dir={home / 'profile'}"]
    assert BROWSER is not None
    ran = subprocess.run([BROWSER, *asked, file.as_uri()], capture_output=True, timeout=100, check=True)
    return ran.stdout.decode()


def test_the_browser_shows_the_cells_of_the_sheet(told: Any) -> None:
    assert told["cells"] == said(SHEET)


def test_rows_are_filtered_by_words_and_by_column(told: Any) -> None:
    assert told["ready"]
    assert told["all"] == ["2", "2.2", "2.10", "2.1"]
    assert told["word"] == ["2", "2.2"]
    assert told["two"] == ["2", "2.10"]
    assert told["unit"] == ["2", "2.2", "2.1"]
    assert told["lead"] == ["2", "2.2"]
    assert told["count"] == "1 / 3 行"
    assert told["cleared"] == told["all"]


def test_a_head_sorts_up_down_and_back(told: Any) -> None:
    assert told["path"] == [["2.1", "2.2", "2.10"], ["2.10", "2.2", "2.1"], ["2", "2.2", "2.10", "2.1"]]
    assert told["line"][:2] == [["2.10", "2.2", "2.1"], ["2.2", "2.10", "2.1"]]
    assert told["aria"] == ["ascending", "none", "none", "none"]


SEEN = """<!DOCTYPE html><meta charset="utf-8"><iframe src="chart.html" width="1000"></iframe><pre></pre><script>
onload = () => {
  const page = frames[0].document, drawn = page.querySelector("svg");
  const pieces = [...drawn.querySelectorAll(":scope > rect[fill^=url]")];
  const told = {
    wide: pieces.map((piece) => Math.round(piece.getBBox().width)),
    fills: pieces.map((piece) => frames[0].getComputedStyle(piece).fill),
    shown: drawn.getBoundingClientRect().height > 50,
    words: page.getElementById(drawn.getAttribute("aria-describedby")).textContent,
    style: frames[0].getComputedStyle(page.querySelector("figure")).maxWidth,
  };
  document.querySelector("pre").textContent = JSON.stringify(told);
};
</script>"""


def test_a_chart_is_drawn_under_the_policy_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "chart.html").write_bytes(html.write(drawn_book()))
    (tmp_path / "around.html").write_text(SEEN, encoding="utf-8")
    said = re.findall("<pre>(.*?)</pre>", browsed(tmp_path / "around.html", tmp_path), re.DOTALL)[0]
    told = json.loads(unescape(said))
    assert told["shown"]
    assert [round(wide / told["wide"][0] * 5) for wide in told["wide"]] == [5, 3, 1, 3, 5]
    assert all(fill.startswith('url("#chart-0-0-') for fill in told["fills"])
    assert "农民：推进中 1、未标 3" in told["words"]
    assert told["style"].endswith("px"), "the page's own style is in force"


def test_it_prints_as_wide_as_a_page_with_its_heads_on_each(tmp_path: Path) -> None:
    units = [f"市某某{n}局" for n in range(30)]
    columns = (Column("path"), Column("title"), *(Column(f"unit:{n}", name) for n, name in enumerate(units)))
    rows = tuple((f"2.{n}", f"任务{n}", *[(Cell(Role.LEAD),)] * 30) for n in range(150))
    (tmp_path / "page.html").write_bytes(html.write(book(Sheet("matrix", columns, rows))))
    printed = tmp_path / "page.pdf"
    asked = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    asked += ["--no-pdf-header-footer", f"--print-to-pdf={printed}", (tmp_path / "page.html").as_uri()]
    assert BROWSER is not None
    subprocess.run([BROWSER, *asked], capture_output=True, timeout=100, check=True)
    with pypdfium2.PdfDocument(printed) as made:
        texts = ["".join(page.get_textpage().get_text_bounded().split()) for page in made]
    assert 1 < len(texts) < 6
    assert all("市某某0局" in text and "市某某29局" in text for text in texts), "the last column too, and on each page"
    assert sum(text.count("牵") for text in texts) == 150 * 30


def test_all_can_be_reached_by_keys(told: Any) -> None:
    assert told["focus"] == "words"
    assert told["reach"]
