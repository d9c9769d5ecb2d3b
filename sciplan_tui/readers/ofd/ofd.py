"""OFD files (GB/T 33190, the national format of fixed pages): read as the pages of a PDF are, by what stands where."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sciplan_tui.core.document import Document
from sciplan_tui.errors import ReadingError
from sciplan_tui.readers.laying import lay_out
from sciplan_tui.readers.ofd.page import page_size, read_page
from sciplan_tui.readers.package import Package, local
from sciplan_tui.readers.pdf import unread_pages
from sciplan_tui.readers.pdf.page import Page
from sciplan_tui.readers.pdf.pdf import MOST_PAGES, page_blocks


def read(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The paragraphs and tables of all pages. Raises ReadingError: damaged, too many pages, pictures of pages only."""
    pages = list(_pages(Package(name, data)))
    if not any(page.letters for page in pages):
        raise ReadingError("scan" if any(page.pictured for page in pages) else "empty_file", file=name)
    return lay_out(name, data, "ofd", page_blocks(pages), unread_pages.told(pages))


def _pages(package: Package) -> Iterator[Page]:
    """The pages, in the order that the documents list them."""
    root = package.xml("OFD.xml")
    if root is None:
        raise ReadingError("damaged_file", file=package.name)
    number = 0
    for place in _named(root, "DocRoot"):
        path = (place.text or "").strip().lstrip("/")
        document = package.xml(path)
        if document is None:
            raise ReadingError("damaged_file", file=package.name)
        size = page_size(next(_named(document, "CommonData"), None))
        for listed in _named(document, "Page"):
            number += 1
            if number > MOST_PAGES:
                raise ReadingError("too_many_pages", file=package.name, limit=MOST_PAGES)
            page = package.xml(_beside(path, listed.get("BaseLoc") or ""))
            if page is None:
                raise ReadingError("damaged_file", file=package.name)
            yield read_page(page, number, size)


def _beside(path: str, place: str) -> str:
    """A place that a part names: from the top, or from the part's own folder."""
    return posixpath.normpath(place[1:] if place.startswith("/") else posixpath.join(posixpath.dirname(path), place))


def _named(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if local(element.tag) == name)
