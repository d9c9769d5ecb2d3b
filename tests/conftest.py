"""For all tests: generated examples are not timed, since a busy machine would fail them at random; keys that texts name
are told as the program tells them."""

from __future__ import annotations

from hypothesis import settings

from sciplan_tui.__main__ import _key
from sciplan_tui.locale import name_keys

settings.register_profile("sciplan", deadline=None)
settings.load_profile("sciplan")
name_keys(_key)
