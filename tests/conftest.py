"""For all tests: generated examples are not timed, since a busy machine would fail them at random; keys that texts name
are told as the program tells them; garbage is looked for seldom, and not among the tests themselves.
"""

from __future__ import annotations

import gc

from hypothesis import settings

from sciplan_tui.__main__ import _key
from sciplan_tui.locale import name_keys

settings.register_profile("sciplan", deadline=None)
settings.load_profile("sciplan")
name_keys(_key)
gc.set_threshold(5_000, 20, 100)  # by Python's own thresholds a quarter of the time goes into collecting garbage


def pytest_collection_finish() -> None:
    """The tests themselves, some hundred thousand objects, stay to the end."""
    gc.collect()
    gc.freeze()
