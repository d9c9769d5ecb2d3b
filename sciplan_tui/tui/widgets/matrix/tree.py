"""The left of a line: whether it is chosen, how deep it stands, its fold sign, number and title, and what is below it.

A task below which something is hidden bears `+` and how many are hidden there, one below which all is shown `-`.
Where tasks do not follow the outline, each bears its path instead.
"""

from __future__ import annotations

from rich.cells import cell_len

from sciplan_tui.core.kinds import COUNTED_KINDS
from sciplan_tui.core.matrix import MatrixRow, RowRef
from sciplan_tui.core.outline.place import number_words
from sciplan_tui.core.unit.unfolding import FOLDED, UNFOLDED
from sciplan_tui.core.view.spec import RowOrder, ViewSpec
from sciplan_tui.locale import say
from sciplan_tui.tui.widgets.matrix.layout import numbered
from sciplan_tui.tui.widgets.matrix.scene import Part, Scene
from sciplan_tui.tui.widgets.measure import fit, narrow

CHOSEN = 2
"""Cells at the very left: the cursor's sign, and that of what is selected."""
INDENT = 2
MOST_INDENT = 20


def tree(scene: Scene, ref: RowRef, row: MatrixRow, here: bool) -> list[Part]:
    """The part of a line that stands still."""
    ground = "row" if here else "base"
    width = scene.layout.tree
    mark = (">" if here else " ") + ("*" if ref.task_id in scene.selected else " ")
    title = _title(scene.frame.spec, ref, row, max(width - CHOSEN - 1, 0), width // 3) + " "
    over = "cell" if scene.column == -1 and here and not scene.colour else ground
    return [
        (fit(mark, min(CHOSEN, width)), scene.style("chosen", ground)),
        (fit(title, max(width - CHOSEN, 0)), scene.style(_ink(ref, row), over)),
    ]


def _ink(ref: RowRef, row: MatrixRow) -> str:
    if ref.matched == "context":
        return "context"
    return "text" if row.kind in COUNTED_KINDS and ref.depth > 1 else "outline"


def _title(spec: ViewSpec, ref: RowRef, row: MatrixRow, width: int, most: int) -> str:
    """A title set in by its depth; what is hidden below is counted behind it, and never cut."""
    text, count = narrow(_label(spec, ref, row, most)), _hidden(ref)
    return fit(fit(text, min(cell_len(text), max(width - len(count), 0))) + count, width)


def _label(spec: ViewSpec, ref: RowRef, row: MatrixRow, most: int) -> str:
    if spec.rows is not RowOrder.PATH:
        return f"{row.path} {row.title}"
    return f"{'':{indent(ref, most)}}{fold_sign(ref)} {numbered(number_words(row.number, row.path), row.title)}"


def indent(ref: RowRef, most: int = MOST_INDENT) -> int:
    """Cells by which a row is set in: more for each level, at most so many."""
    return min(INDENT * ref.depth, most)


def fold_sign(ref: RowRef) -> str:
    """`+` before what hides something below, `-` before what does not, blank where nothing is below."""
    if not ref.parent:
        return " "
    return FOLDED if ref.folded else UNFOLDED


def _hidden(ref: RowRef) -> str:
    """How many 任务 are hidden; where there is none among them, how many lines of the outline."""
    if not ref.folded:
        return ""
    return f" [{ref.below or say('matrix.hidden_lines', count=ref.hidden)}]"


def tree_width(spec: ViewSpec, ref: RowRef, row: MatrixRow) -> int:
    """Cells that the tree needs to show a row uncut."""
    return cell_len(narrow(_label(spec, ref, row, MOST_INDENT) + _hidden(ref))) + CHOSEN + 2


def on_fold_sign(scene: Scene, ref: RowRef, x: int) -> bool:
    """Whether cell `x` of a line is its fold sign, or the blank behind it."""
    if not ref.parent or scene.frame.spec.rows is not RowOrder.PATH:
        return False
    at = CHOSEN + indent(ref, scene.layout.tree // 3)
    return at <= x < at + INDENT
