"""Every key and what it does, in one place: bindings, the line of keys, the palette and the help page are made from it.

An action's title is `tui.action.<name>` of the catalogue, its explanation `tui.about.<name>`. `where` is the scope it
applies in: `move` the matrix itself, `matrix` the main screen, `app` everywhere, the others the screen of that name.
"""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from sciplan_tui.tui.action import Action

ACTIONS = (
    Action("down", ("down", "j"), "step(1, 0)", "move"),
    Action("up", ("up", "k"), "step(-1, 0)", "move"),
    Action("left", ("left", "h"), "step(0, -1)", "move"),
    Action("right", ("right", "l"), "step(0, 1)", "move"),
    Action("page_down", ("pagedown", "ctrl+d"), "page(1)", "move"),
    Action("page_up", ("pageup", "ctrl+u"), "page(-1)", "move"),
    Action("first", ("g",), "edge('first')", "move"),
    Action("last", ("G",), "edge('last')", "move"),
    Action("to_tree", ("home", "0"), "edge('tree')", "move"),
    Action("to_marks", ("end", "dollar_sign"), "edge('marks')", "move"),
    Action("filter", ("slash",), "filter", "matrix", foot=True),
    Action("mark", ("m",), "mark", "matrix", foot=True),
    Action("open", ("enter",), "open", "move", foot=True),
    Action("select", ("space",), "select", "move", foot=True),
    Action("range", ("v",), "range", "move"),
    Action("select_all", ("a",), "select_all(False)", "matrix"),
    Action("select_inherited", ("A",), "select_all(True)", "matrix"),
    Action("clear", ("escape",), "clear", "matrix"),
    Action("plan", ("p",), "plan", "matrix", foot=True),
    Action("columns", ("c",), "columns", "matrix"),
    Action("undo", ("u",), "undo", "matrix", foot=True),
    Action("redo", ("r",), "redo", "matrix"),
    Action("history", ("H",), "history", "matrix"),
    Action("export", ("e",), "export", "matrix", foot=True),
    Action("import", ("i",), "import", "matrix"),
    Action("review", ("R",), "review", "matrix"),
    Action("units", ("U",), "units", "matrix"),
    Action("unfold", ("o",), "unfold", "matrix"),
    Action("as_of", ("t",), "as_of", "matrix"),
    Action("doubts", ("D",), "doubts", "matrix"),
    Action("milestone", ("M",), "milestone", "matrix"),
    Action("rows_down", ("down", "j"), "step(1)", "rows"),
    Action("rows_up", ("up", "k"), "step(-1)", "rows"),
    Action("rows_page_down", ("pagedown", "ctrl+d"), "page(1)", "rows"),
    Action("rows_page_up", ("pageup", "ctrl+u"), "page(-1)", "rows"),
    Action("rows_first", ("home",), "edge('first')", "rows"),
    Action("rows_last", ("end",), "edge('last')", "rows"),
    Action("ends_first", ("g",), "edge('first')", "ends"),
    Action("ends_last", ("G",), "edge('last')", "ends"),
    Action("review_toggle", ("space",), "choose", "review", foot=True),
    Action("review_all", ("a",), "choose_all", "review", foot=True),
    Action("review_none", ("z",), "choose_none", "review", foot=True),
    Action("review_kind", ("f",), "choose_kind", "review", foot=True),
    Action("review_reject", ("r",), "reject", "review_left", foot=True),
    Action("review_apply", ("enter",), "apply", "review", foot=True),
    Action("review_back", ("escape", "q"), "back", "review", foot=True),
    Action("doubt_next", ("n",), "turn(1)", "doubts", foot=True),
    Action("doubt_previous", ("N",), "turn(-1)", "doubts"),
    Action("doubt_settle", ("s",), "settle", "doubts", foot=True),
    Action("doubt_open", ("enter",), "open", "doubts", foot=True),
    Action("doubt_look", ("space",), "look(1)", "doubts"),
    Action("doubt_look_back", ("b",), "look(-1)", "doubts"),
    Action("doubt_units", ("U",), "units", "doubts"),
    Action("doubt_milestone", ("M",), "milestone", "doubts"),
    Action("doubt_review", ("R",), "review", "doubts"),
    Action("doubt_back", ("escape", "q"), "back", "doubts"),
    Action("task_mark", ("m",), "mark", "task", foot=True),
    Action("task_next", ("n", "right_square_bracket"), "turn(1)", "task", foot=True),
    Action("task_previous", ("N", "left_square_bracket"), "turn(-1)", "task"),
    Action("correct_title", ("t",), "title", "correct", foot=True),
    Action("correct_unit", ("w",), "unit", "correct", foot=True),
    Action("correct_role", ("o",), "role", "correct", foot=True),
    Action("correct_add", ("plus",), "add_unit", "correct", foot=True),
    Action("correct_drop", ("minus",), "drop_unit", "correct", foot=True),
    Action("correct_out", ("less_than_sign",), "level(-1)", "correct"),
    Action("correct_in", ("greater_than_sign",), "level(1)", "correct"),
    Action("correct_kind", ("c",), "kind", "correct"),
    Action("correct_accept", ("y",), "accept_proposals", "correct", foot=True),
    Action("correct_undo", ("u",), "undo", "correct", foot=True),
    Action("units_duties", ("enter",), "duties", "units", foot=True),
    Action("units_filter", ("slash",), "filter", "units", foot=True),
    Action("units_rename", ("r",), "rename", "units", foot=True),
    Action("units_merge", ("g",), "merge", "units", foot=True),
    Action("units_split", ("s",), "split", "units", foot=True),
    Action("units_alias", ("equals_sign",), "alias", "units", foot=True),
    Action("units_accept", ("y",), "accept", "units"),
    Action("units_differ", ("x",), "differ", "units"),
    Action("units_add", ("plus",), "add_unit", "units", foot=True),
    Action("units_members", ("m",), "members", "units", foot=True),
    Action("units_edit", ("e",), "edit", "units", foot=True),
    Action("units_unfold", ("o",), "unfold", "units"),
    Action("units_undo", ("u",), "undo", "units"),
    Action("units_first", ("less_than_sign",), "edge('first')", "units"),
    Action("units_last", ("greater_than_sign",), "edge('last')", "units"),
    Action("units_back", ("escape", "q"), "back", "units", foot=True),
    Action("split_all", ("a",), "give_all", "split", foot=True),
    Action("split_apply", ("enter",), "apply", "split", foot=True),
    Action("split_back", ("escape", "q"), "back", "split", foot=True),
    Action("help", ("question_mark",), "help", "app", foot=True),
    Action("palette", ("ctrl+p",), "palette", "app"),
    Action("leave", ("q",), "leave", "matrix", foot=True),
    Action("query_keep", ("enter",), "keep", "filter", foot=True),
    Action("query_complete", ("tab",), "complete", "filter", foot=True),
    Action("query_down", ("down",), "choose(1)", "filter", foot=True),
    Action("query_up", ("up", "shift+tab"), "choose(-1)", "filter", foot=True),
    Action("clear_query", ("escape",), "clear_query", "query", foot=True),
    Action("scroll_down", ("down", "j"), "scroll(1)", "page"),
    Action("scroll_up", ("up", "k"), "scroll(-1)", "page"),
    Action("scroll_page_down", ("pagedown", "space"), "scroll(10)", "page"),
    Action("scroll_page_up", ("pageup",), "scroll(-10)", "page"),
    Action("history_undo", ("u",), "undo", "history", foot=True),
    Action("history_redo", ("r",), "redo", "history", foot=True),
    Action("list_down", ("down",), "pick(1)", "list"),
    Action("list_up", ("up",), "pick(-1)", "list"),
    Action("list_close", ("escape",), "back", "list"),
    Action("back", ("escape",), "back", "page", foot=True),
    Action("back_quickly", ("q",), "back", "page"),
    Action("next_field", ("down", "tab"), "field(1)", "dialog", foot=True),
    Action("previous_field", ("up", "shift+tab"), "field(-1)", "dialog"),
    Action("accept", ("enter",), "accept", "dialog", foot=True),
    Action("cancel", ("escape",), "cancel", "dialog", foot=True),
    Action("demo", ("d",), "demo", "welcome", foot=True),
    Action("first_import", ("i",), "import", "welcome", foot=True),
    Action("welcome_leave", ("q", "escape"), "leave", "welcome", foot=True),
    Action("choice_left", ("left", "h"), "turn(-1)", "choice"),
    Action("choice_right", ("right", "l", "space"), "turn(1)", "choice", foot=True),
)
"""In the order of the help page."""

SCOPES = (
    *("matrix", "move", "filter", "query", "app", "task", "page", "history", "dialog", "choice", "list", "rows"),
    *("ends", "doubts", "correct", "review", "review_left", "units", "split", "welcome"),
)
"""In the order of the help page."""


def of(*scopes: str) -> Iterator[Action]:
    """The actions of some scopes, in the order of the registry."""
    return (action for action in ACTIONS if action.where in scopes)


def bindings(*scopes: str) -> list[BindingType]:
    """The same as Textual wants them."""
    return [Binding(",".join(action.keys), action.call, show=False) for action in of(*scopes)]
