"""What tells roles of equal name apart."""

from __future__ import annotations

from collections.abc import Collection


def usual_key(name: str, turn: int, taken: Collection[str]) -> str:
    """The key for the next role of a name, in its turn: `Developer (2)`, or the next number that is free.

    Empty for a name that no role has yet.
    """
    if name not in taken:
        return ""
    while f"{name} ({turn})" in taken:
        turn += 1
    return f"{name} ({turn})"
