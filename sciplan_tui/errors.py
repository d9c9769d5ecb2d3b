"""What a person can mend: one sentence in their language, saying what is wrong, where, and what to do."""

from __future__ import annotations


class SciplanError(Exception):
    """A fault that a person can mend.

    `code` names a sentence of the locale catalogue (`error.<code>`); `details` fill its gaps. The sentence is made
    where it is shown, so that the same error reads in Chinese and in English. A tuple of names is told as a list, an
    OSError in words, with the system's own behind them.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        """The sentence in the language in force."""
        return self.told(_Commands())

    def told(self, do: object) -> str:
        """The sentence, where what helps is called as `do` calls it: `{do.undo}` is a command, or a key on a screen."""
        from sciplan_tui.locale import say

        return say(f"error.{self.code}", **{"do": do, **{gap: _told(one) for gap, one in self.details.items()}})


class _Commands:
    """What helps, by its command."""

    def __getattr__(self, name: str) -> str:
        return f"sciplan {name}"


def _told(detail: object) -> object:
    if isinstance(detail, tuple):
        from sciplan_tui.locale import listed

        return listed(detail)
    return _reason(detail) if isinstance(detail, OSError) else detail


def _reason(fault: OSError) -> str:
    """Why the system refused: what is known by its number in words, and the system's own."""
    import errno

    from sciplan_tui.locale import say

    system = fault.strerror or str(fault)
    try:
        return say("reason.told", what=say(f"reason.{errno.errorcode.get(fault.errno or 0)}"), system=system)
    except KeyError:
        return system


class ReadingError(SciplanError):
    """A file that cannot be read as a plan."""


class QueryError(SciplanError):
    """A query with a wrong term; `column` is where it stands, counted from 1."""


class StoreError(SciplanError):
    """A database that cannot be opened, read or written."""


class WritingError(SciplanError):
    """A file that cannot be written."""


class RefusedError(SciplanError):
    """Something asked for that the data do not allow, such as an undo with nothing to undo."""


class SettingError(SciplanError):
    """A setting of the environment that makes no sense."""


class UsageError(SciplanError):
    """A command that is not written as its help says."""
