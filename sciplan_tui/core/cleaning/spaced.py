"""Text with blanks around every mark, as a web page has it that shows a PDF: 一 、 任务 . 1 . 办展 ( 市科协 ) ."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sciplan_tui.core.cleaning.traced import Traced

_FEWEST, _SHARE = 20, 0.6
_BETWEEN = "、，。；：,;:)）〕》»"


def is_spaced(text: str) -> bool:
    """Whether most marks between words have a blank before them."""
    apart = sum(text.count(f" {mark}") for mark in _BETWEEN)
    return apart >= _FEWEST and apart >= _SHARE * sum(text.count(mark) for mark in _BETWEEN)


def closed_up(line: Traced) -> Traced:
    """The line without the blanks beside its marks; a point behind words is a full stop, page numbers go."""
    forms = _forms()
    for form, mark in ((forms.page, " "), (forms.stop, "。"), (forms.before, _mark), (forms.behind, _mark)):
        line = line.sub(form, mark)
    return line.reworded(line.text.replace("«", "《").replace("»", "》"))


class _Forms(NamedTuple):
    """Compiled for the text that is spaced so."""

    page: re.Pattern[str]
    stop: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _forms() -> _Forms:
    return _Forms(
        re.compile("(?:^|(?<= ))— ?\\d{1,4} ?—(?= |$)"),
        re.compile("(?<=[^\\W\\da-zA-Z]) \\.(?: |$)|(?<=[)）〕%]) \\.(?: |$)"),
        re.compile(f" (?P<mark>[{_BETWEEN}]|\\.(?= ))"),
        re.compile(f"(?P<mark>[{_BETWEEN}(（〔《«]) (?! )"),
    )


def _mark(found: re.Match[str]) -> str:
    return found["mark"]
