"""Word's automatic numbers, which are not in the text: rebuilt from numbering.xml and the styles, as they are printed.

A paragraph names a list (numId) and a level, itself or by its style; the list points to an abstract one that holds the
levels. Lists of one abstract list count on together, but where one overrides a start.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from sciplan_tui.readers.word.numerals import numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
_NUMBERING = f"{W}numPr"
_VALUE = f"{W}val"
_PRIVATE = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts and prints. `restart`: the level (from 1) after which it begins anew; 0 never."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    follow: str = "tab"
    restart: int | None = None
    legal: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """One list: its abstract list (lists that share it count on together), its levels, the starts that it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of numbering; `numbering` is the list, `level` None where the list tells."""

    based_on: str | None
    numbering: str | None
    level: int | None


@dataclass(slots=True)
class Numbering:
    """The lists and styles of one document, and how far each list has counted."""

    lists: dict[str, List]
    styles: dict[str, Style]
    default: str | None
    of_style: dict[tuple[str, str], int]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def number(self, properties: Element | None) -> str:
        """The number of the next paragraph, with what follows it; "" for one without. `properties`: its w:pPr."""
        if not self.lists:
            return ""
        name, level = self._place(properties)
        return self.next(name or "", level)

    def next(self, name: str, level: int) -> str:
        """The next number of a list at a level, with what follows it; "" where there is no such list."""
        found = self.lists.get(name)
        if found is None or not 0 <= level < LEVELS or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        self._count(name, found, level, counts)
        return _printed(found, level, counts)

    def _place(self, properties: Element | None) -> tuple[str | None, int]:
        """The list and the level of a paragraph: its own words first, then its style's."""
        own = None if properties is None else properties.find(_NUMBERING)
        style = _value(properties, "pStyle") or self.default
        name, level = (None, None) if own is None else (_value(own, "numId"), _whole(_value(own, "ilvl")))
        for told in self._chain(style):
            if name is None and self.styles[told].numbering is not None:
                name = self.styles[told].numbering
                level = self._level_of(told, name or "") if level is None else level
                break
        return name, level or 0

    def _level_of(self, style: str, name: str) -> int:
        found = self.lists.get(name)
        linked = self.of_style.get((found.abstract, style)) if found else None
        return linked if linked is not None else self.styles[style].level or 0

    def _chain(self, style: str | None) -> Iterator[str]:
        """A style and those it is based on; a circle is left where it closes."""
        seen: set[str] = set()
        while style is not None and style in self.styles and style not in seen:
            seen.add(style)
            yield style
            style = self.styles[style].based_on

    def _count(self, name: str, found: List, level: int, counts: dict[int, int]) -> None:
        own = found.levels[level]
        if level in found.starts and (name, level) not in self._begun:
            counts[level] = found.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else own.start
        self._begun.add((name, level))
        for below in [place for place in counts if place > level]:
            restart = found.levels.get(below, Level()).restart
            if restart is None or level < restart:
                del counts[below]


def _printed(found: List, level: int, counts: dict[int, int]) -> str:
    own = found.levels[level]
    text = own.text
    if own.style == "bullet":
        text = "●" if text and ord(text[0]) in _PRIVATE else text
    else:
        for place in range(level + 1) if "%" in text else ():
            if f"%{place + 1}" not in text:
                continue
            above = found.levels.get(place, Level())
            style = "decimal" if own.legal and above.style != "none" else above.style
            text = text.replace(f"%{place + 1}", numeral(counts.get(place, above.start), style))
    return text + _gap(text, own.follow)


def _gap(text: str, follow: str) -> str:
    """What a person types between the number and the words: nothing after a sign, else a blank."""
    return " " if follow != "nothing" and text[-1:].isalnum() else ""


def read_numbering(numbering: Element | None, styles: Element | None) -> Numbering:
    """The lists and styles of a document, from the roots of numbering.xml and styles.xml."""
    known = {_attribute(one, "styleId") or "": one for one in _all(styles, "style")}
    by_id = {_attribute(one, "abstractNumId") or "": one for one in _all(numbering, "abstractNum")}
    nums = {_attribute(one, "numId") or "": one for one in _all(numbering, "num")}
    abstract = {key: _linked(one, by_id, nums, known) for key, one in by_id.items()}
    default = next((key for key, one in known.items() if _is_default(one)), None)
    return Numbering(
        lists={key: _list(one, abstract) for key, one in nums.items() if key != "0"},
        styles={key: _style(one) for key, one in known.items()},
        default=default,
        of_style=dict(_of_styles(abstract)),
    )


def _linked(one: Element, by_id: dict[str, Element], nums: dict[str, Element], styles: dict[str, Element]) -> Element:
    """The abstract list itself, or the one that it borrows by a numbering style."""
    style = styles.get(_value(one, "numStyleLink") or "")
    num = nums.get(_value(style, "pPr", "numPr", "numId") or "")
    return by_id.get(_value(num, "abstractNumId") or "", one)


def _of_styles(abstract: dict[str, Element]) -> Iterator[tuple[tuple[str, str], int]]:
    for key, one in abstract.items():
        for level in _all(one, "lvl"):
            if style := _value(level, "pStyle"):
                yield (_attribute(one, "abstractNumId") or key, style), _whole(_attribute(level, "ilvl")) or 0


def _list(num: Element, abstract: dict[str, Element]) -> List:
    key = _value(num, "abstractNumId") or ""
    base = abstract.get(key)
    levels = {_whole(_attribute(one, "ilvl")) or 0: _level(one) for one in _all(base, "lvl")}
    starts: dict[int, int] = {}
    for override in _all(num, "lvlOverride"):
        place = _whole(_attribute(override, "ilvl")) or 0
        own = override.find(f"{W}lvl")
        if own is not None:
            levels[place] = _level(own)
        start = _whole(_value(override, "startOverride"))
        if start is not None:
            starts[place] = start
            levels[place] = replace(levels.get(place, Level()), start=start)
    return List((_attribute(base, "abstractNumId") if base is not None else None) or key, levels, starts)


def _level(one: Element) -> Level:
    start = _whole(_value(one, "start"))
    legal = one.find(f"{W}isLgl")
    return Level(
        start=0 if start is None else start,
        style=_value(one, "numFmt") or "decimal",
        text=_value(one, "lvlText") or "",
        follow=_value(one, "suff") or "tab",
        restart=_whole(_value(one, "lvlRestart")),
        legal=legal is not None and _attribute(legal, "val") not in ("0", "false", "off"),
    )


def _style(one: Element) -> Style:
    return Style(
        based_on=_value(one, "basedOn"),
        numbering=_value(one, "pPr", "numPr", "numId"),
        level=_whole(_value(one, "pPr", "numPr", "ilvl")),
    )


def _is_default(style: Element) -> bool:
    return _attribute(style, "type") == "paragraph" and _attribute(style, "default") in ("1", "true", "on")


def _all(root: Element | None, name: str) -> Iterator[Element]:
    return iter(()) if root is None else iter(root.findall(f"{W}{name}"))


def _value(element: Element | None, *path: str) -> str | None:
    """The w:val of the element that the names lead to."""
    found = element
    for name in path:
        found = None if found is None else found.find(f"{W}{name}")
    return None if found is None else found.get(_VALUE)


def _attribute(element: Element, name: str) -> str | None:
    return element.get(f"{W}{name}")


def _whole(text: str | None) -> int | None:
    try:
        return None if text is None else int(text)
    except ValueError:
        return None
