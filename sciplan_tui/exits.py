"""How the program ends: one list for the commands, the screens and the signals."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes. `DONE`: also a check that found Problems. `MEND`: a sentence on stderr says what a person can do."""

    DONE = 0
    MEND = 1
    USAGE = 2
    CRASH = 70
    HANGUP = 129
    INTERRUPT = 130
    TERMINATED = 143
