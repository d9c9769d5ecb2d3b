"""The formats a book can be written in, each by its module, which is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module

from sciplan_tui.core.book import Book

FORMATS = ("xlsx", "docx", "html", "md", "ics")


def write_book(book: Book, form: str) -> bytes:
    """The file's content, in one of FORMATS. WritingError."""
    content: bytes = import_module(f"sciplan_tui.writers.{form}").write(book)
    return content
