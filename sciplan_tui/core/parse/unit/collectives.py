"""Units whose name holds 、, and are one: those that stand for many, as 各区、县级市 and 各委、办、局, and a body of
two names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_EACH = re.compile(r"^(?:各|有关|相关|其他|其它|所有|(?:全[省市区县州])?\d{1,3}个)")
_PLACE_WORD = re.compile(
    r"^(?:设区市|直管市|(?:[及和与])?神农架林区|地级市|县级市|市辖区|自治州|自治县|功能区|乡镇|街道|[市县区州旗盟镇乡]级?)+"
    r"(?:[（(〔<〈][^（）()〔〕<>〈〉]{1,12}[）)〕>〉][市县区州]?)?(?:(?:人民)?政府|党?委|办事处|街道办|党工委)?(?:[（(〔][^（）()〔〕]{1,12}[）)〕])?$"
)
_AREAS = re.compile(
    r"^(?:各|有关|相关)+[^\W\d]{0,6}(?:管理局|管委会|管理委员会|园区|平台|开发区|功能区|片区|新区)(?:[（(〔][^（）()〔〕]{1,12}[）)〕])?$"
)
_TOWNS = re.compile("(?:乡镇|镇乡|镇街|街镇|街道|[镇乡街])(?:（街道）|\\(街道\\)|办事处)?")
"""What goes on with a collective of areas: 各管理局（管委会）、街道、镇."""
_WHOLE_BODY = re.compile("(?:政府|办事处|街道办|党委|党工委|管委会)(?:[（(〔][^（）()〔〕]*[）)〕])?$")
"""How a collective ends that needs nothing behind it."""
_BARE_BODY = re.compile("(?:人民)?政府|管委会|办事处|行政公署")
"""What belongs to a collective of party committees before it: 各县（市、区）党委、政府."""
_KINDS, _KIND = (
    re.compile("[省市区县]?级?(?:各|有关|相关){1,2}[部委办](?=、|$)"),
    re.compile("[委办局]|(?:直属)?机构|公司"),
)
"""Kinds of bodies that are one collective: 各委、办、局."""
_ESTABLISHED = re.compile(
    "各(?:有关|相关)?(?:科研(?:院所|机构)|高校|(?:高等|大专)?院校|学校|医院|企业|学会|协会|研究会|社会组织|高等学校)"
)
"""Kinds of establishments, which are one collective: 各有关科研院所、高校、企业."""
_SECOND_PLATE = "中关村管委会"
"""Beijing's 市科委 bears this name beside its own since 2021: 市科委、中关村管委会 is one body."""


def collectives_joined(pieces: Iterable[str]) -> Iterator[str]:
    """Put together what 、 parts inside one collective: 各区、县级市 · 各市、县〔市、区〕政府."""
    held = ""
    for piece in (piece.strip("，,；;。 ") for piece in pieces):
        if held and _goes_on(held, piece):
            held = f"{held}、{piece}"
            continue
        if held:
            yield held
        held = piece if is_place_collective(piece) or _begins_collective(piece) else ""
        if not held:
            yield piece
    if held:
        yield held


def _goes_on(held: str, piece: str) -> bool:
    """Whether a piece belongs to the collective before it."""
    if not _WHOLE_BODY.search(held) and is_place_word(piece):
        return True
    first = held.partition("、")[0]
    more = (
        (held.endswith("委"), _BARE_BODY.fullmatch(piece)),
        (_KINDS.match(held), _KIND.fullmatch(piece)),
        (_ESTABLISHED.fullmatch(first), _ESTABLISHED.fullmatch(f"各{piece}")),
        (_AREAS.match(first), _TOWNS.fullmatch(piece)),
    )
    return any(begun and fits for begun, fits in more)


def plates_joined(pieces: Iterable[str]) -> Iterator[str]:
    """Put together the two names of one body."""
    above = ""
    for piece in pieces:
        if piece == _SECOND_PLATE and above.endswith("科委"):
            above = f"{above}、{piece}"
            continue
        if above:
            yield above
        above = piece
    if above:
        yield above


def _begins_collective(piece: str) -> bool:
    """Whether a piece is a collective that more kinds may follow."""
    return any(kind.fullmatch(piece) for kind in (_KINDS, _ESTABLISHED)) or _AREAS.match(piece) is not None


def is_place_collective(piece: str) -> bool:
    """Whether a piece is all places of a kind, or their bodies: 各区, 13个街道."""
    rest = piece
    while found := _EACH.match(rest):
        rest = rest[found.end() :]
    return rest != piece and is_place_word(rest)


def is_place_word(text: str) -> bool:
    """Whether a text is no more than what places are, or the bodies of such: 县（市、区）人民政府."""
    return _PLACE_WORD.search(text) is not None
