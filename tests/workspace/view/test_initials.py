"""Initials find what a person means by them, and nothing by a reading that nobody uses."""

from __future__ import annotations

import pytest

from sciplan_tui.workspace.pinyin import initials


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("市教育体育局", ("sjytyj",)),
        ("单县科协", ("dxkx", "sxkx")),
        ("重庆", ("zq", "cq")),
        ("STEM教育", ("STEMjy",)),
        ("〇", ("l",)),
        ("", ("",)),
    ],
)
def test_the_readings_of_a_name(name: str, wanted: tuple[str, ...]) -> None:
    assert initials(name) == wanted


def test_a_name_of_many_readings_keeps_some() -> None:
    assert len(initials("长行会重传调长行会重传调")) == 32
