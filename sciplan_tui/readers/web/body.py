"""Where the text of a web page is: the smallest part that holds nearly all of it but links; the rest is chrome."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_NEVER = frozenset({
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "canvas", "select",
    "button", "input", "textarea", "nav", "aside", "footer", "audio", "video", "map",
})  # fmt: skip
"""Elements that hold no text of a plan."""
_OF_HEAD = frozenset({"title", "meta", "link", "base", "style", "script", "noscript", "template", "object"})
"""What a page has in its head. The parser puts there too what it does not know, in a page that opens no body."""
_CHROME = re.compile(
    r"(?i)(?:^|[\s_-])(?:bread-?crumbs?|crumbs?|share|social|bdsharebuttonbox|nav|navbar|navigation|menu|side-?bar|footer|"
    r"toolbar|pagination|pager|related|recommend|comments?|copyright|qr-?code)(?:$|[\s_-])"
)
_HIDDEN = re.compile(r"(?i)(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)")
_MOST_CHROME = 0.2
"""A part with more of the page's text is no chrome, whatever it is called."""
_NEARLY_ALL = 0.9
_LINKS = 0.8
"""A list with a larger share of its text in links leads elsewhere."""
_SENTENCE_ENDS = re.compile("[。；：]")
_KEPT = 200
"""Styles and names of which the answer is kept: a page has few, each on hundreds of elements."""
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节条])"
)
_SITE = re.compile(r"\s*[|_–—-]\s*[^|_–—-]{2,30}$")
_SITES = ("网", "网站", "门户", "平台", "人民政府")
"""How the name of a site ends, which is no title of a page."""


def find_body(root: Any) -> Any:
    """The element that holds the document. Chrome is taken out of the tree first."""
    for element in list(root.iter(*_NEVER)):
        if element.tag == "button" and element.getparent().tag == "th":
            element.tag = "span"  # a head that sorts its column is its words
        elif element.tag == "head" and any(child.tag not in _OF_HEAD for child in element):
            element.tag = "div"
            for title in list(element.iter("title")):
                _take_out(title)
        else:
            _take_out(element)
    weight = _weights(root)
    light = _MOST_CHROME * max(1, weight[root])
    for element in list(weight):
        if element is not root and _is_chrome(element) and weight[element] < light:
            _lighten(element, weight)
            _take_out(element)
    for element in list(root.iter("ul", "ol", "div", "dl", "table")):
        if weight[element] < _MOST_CHROME * weight[root] and _is_list_of_links(element, weight):
            _take_out(element)
    return _densest(root, weight)


def find_title(root: Any) -> str | None:
    """What the page is called: what it says of itself, its only large heading, or its window's title, the first that is
    like the title of a plan, else the first. The name of the site is none.
    """
    from sciplan_tui.core.parse.head.naming import may_be_title

    named = {meta.get("name", "").lower(): meta.get("content", "") for meta in root.iter("meta")}
    heads = [" ".join(_content(head).split()) for head in root.iter("h1")]
    window = next((" ".join(_content(title).split()) for title in root.iter("title")), "")
    own, parted = _SITE.sub("", window), _SITE.sub("", _SITE.sub("", window))
    said = [named.get("articletitle", "").strip(), heads[0] if len(heads) == 1 else "", own]
    found = next(filter(may_be_title, (*said, window, parted)), None) or next(filter(None, said), None)
    return None if found is None or found.endswith(_SITES) else found


def _densest(root: Any, weight: dict[Any, int]) -> Any:
    """Down from the root, as long as one child holds nearly all of the text. A cell is a part like any other."""
    element = root
    whole = weight[root]
    while True:
        inner = max(element, key=lambda child: weight.get(child, 0), default=None)
        if inner is None or inner.tag in ("tr", "p", "span", "font") or weight.get(inner, 0) < _NEARLY_ALL * whole:
            return element
        if _holds_heading(element):
            return element
        if inner.tag == "table" and sum(1 for row in inner.iter("tr") if len(row) > 1) > 1:
            return element
        element = inner


def _holds_heading(element: Any) -> bool:
    """Whether a heading of a plan stands in the element itself: a part that is never closed holds all behind it."""
    texts = (element.text, *(child.tail for child in element))
    return any(text and _HEADING.match(text) for text in texts)


def _weights(root: Any) -> dict[Any, int]:
    """For each element, in their order, the length of its text that is no link; sentences weigh more than words that
    stand about.
    """
    weight: dict[Any, int] = dict.fromkeys(root.iter(), 0)
    for element in reversed(weight):  # each has been given its children's weight by now
        text, tail = element.text, element.tail
        own = weight[element] = 0 if element.tag == "a" else weight[element] + (_weigh(text) if text else 0)
        above = element.getparent()
        if above is not None:
            weight[above] += own + (_weigh(tail) if tail else 0)
    return weight


def _weigh(text: str) -> int:
    words = text.split()
    return sum(map(len, words)) + 20 * len(_SENTENCE_ENDS.findall(text)) if words else 0


def _lighten(element: Any, weight: dict[Any, int]) -> None:
    """What holds the element weighs so much less without it; the text behind it stays."""
    for above in element.iterancestors():
        if above.tag == "a":
            return
        weight[above] -= weight[element]


def _content(element: Any) -> str:
    return "".join(element.itertext())


def _is_chrome(element: Any) -> bool:
    told = element.attrib
    if element.tag == "header" or "hidden" in told or _hides(told.get("style", "")):
        return True
    return _is_called_chrome(f"{told.get('class', '')} {told.get('id', '')}")


@lru_cache(_KEPT)
def _hides(style: str) -> bool:
    return _HIDDEN.search(style) is not None


@lru_cache(_KEPT)
def _is_called_chrome(names: str) -> bool:
    return _CHROME.search(names) is not None


def _is_list_of_links(element: Any, weight: dict[Any, int]) -> bool:
    linked = [len("".join(_content(link).split())) for link in element.iter("a")]
    return len(linked) > 3 and sum(linked) > _LINKS * (sum(linked) + weight.get(element, 0))


def _take_out(element: Any) -> None:
    """Without the element, but with the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
