"""One of a few words, or a sentence with the nearest one."""

from __future__ import annotations

from collections.abc import Collection

from raci_cli.errors import UsageError
from raci_cli.suggest import did_you_mean, quoted


def choose(option: str, value: str, known: Collection[str]) -> str:
    """A value, of an option or parameter that takes one of a few words.

    Raises:
        UsageError: it is none of them.
    """
    if value in known:
        return value
    raise UsageError(f"{option} takes {', '.join(known)}, not {quoted(value)}.{did_you_mean(value, known)}")
