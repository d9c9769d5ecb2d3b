"""Tracked changes of a Word document: it is read as if all were accepted, and that is told."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from sciplan_tui.core.plan import Problem
from sciplan_tui.readers.package import local
from sciplan_tui.readers.word.docx_numbering import W

_INSERTED, _DELETED = ("ins", "moveTo"), ("del", "moveFrom")


def tracked(body: Element) -> tuple[Problem, ...]:
    """That a body has tracked changes, and how many were read and left out."""
    return tell_tracked(*(sum(_changes(body, tag) for tag in tags) for tags in (_INSERTED, _DELETED)))


def tell_tracked(inserted: int, deleted: int) -> tuple[Problem, ...]:
    """That so many insertions were read and so many deletions left out; nothing where there were none."""
    counts = (("inserted", str(inserted)), ("deleted", str(deleted)))
    return (Problem("tracked_changes", None, counts),) if inserted or deleted else ()


def _changes(body: Element, tag: str) -> int:
    """How many changes of a kind have words; a paragraph's mark has none."""
    return sum(any(local(one.tag) in ("t", "delText") for one in change.iter()) for change in body.iter(f"{W}{tag}"))
