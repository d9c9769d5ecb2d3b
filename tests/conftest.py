"""For all tests: generated examples are not timed, since a busy machine would fail them at random."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("sciplan", deadline=None)
settings.load_profile("sciplan")
