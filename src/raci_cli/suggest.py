"""Words from files in messages: quoted, and the nearest known one where they are not known."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 60


def quoted(text: str) -> str:
    """A text from a file for a message: in quotation marks, control characters visible, cut when it is long."""
    return repr(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean 'markdown'?` with a space before it, or the empty string when nothing is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for messages

    by_fold = {candidate.casefold(): candidate for candidate in known}
    near = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return f" Did you mean {quoted(by_fold[near[0]])}?" if near else ""
