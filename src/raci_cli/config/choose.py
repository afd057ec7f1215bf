"""One of a few words, or a sentence with the nearest one."""

from __future__ import annotations

import re
from collections.abc import Collection

from raci_cli.errors import UsageError
from raci_cli.suggest import did_you_mean, quoted

COLUMN = "^([A-Za-z]{1,2}|[A-Wa-w][A-Za-z]{2}|[Xx][A-Ea-e][A-Za-z]|[Xx][Ff][A-Da-d])?$"
"""The name of a column of a sheet, A to XFD, or nothing."""


def column(option: str, value: str) -> str:
    """The name of a column, or nothing.

    Raises:
        UsageError: no sheet has a column of this name.
    """
    if re.fullmatch(COLUMN, value):
        return value
    raise UsageError(f"{option} takes the name of a column, such as B, not {quoted(value)}.")


def choose(option: str, value: str, known: Collection[str]) -> str:
    """A value, of an option or parameter that takes one of a few words.

    Raises:
        UsageError: it is none of them.
    """
    if value in known:
        return value
    raise UsageError(f"{option} takes {', '.join(known)}, not {quoted(value)}.{did_you_mean(value, known)}")
