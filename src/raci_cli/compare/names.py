"""What the names of roles and activities say about whether two of them mean the same."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from raci_cli.rules.names import folded

_OUTLINE_NUMBER = re.compile(
    r"""\s*(?:
        (?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3})+[.):]?(?:\s*[-\u2013\u2014])?\s+
      | [A-Z]\.\d{1,3}[.):]?\s+
      | \d{1,3}(?:[.):\u3001]\s*(?!\d)|\s+[-\u2013\u2014]\s+)
      | [(\uff08](?:\d{1,3}|[A-Za-z])[)\uff09]\s*
      | [A-Za-z]\)\s+
      )(?=\S)""",
    re.VERBOSE,
)
"""`1.2 `, `A.1 `, `3.`, `4)`, `(4)`, `a) `, `5 - `; not the number of `30-day check`, which carries meaning."""
_WITH_BRACKET = re.compile(r"(.*\S)\s*\(\s*([^()]*[^()\s])\s*\)\s*")
_SHORT = re.compile(r"[^\W\d_]{2,8}")
_DIGIT = re.compile(r"\d")
_REMEMBERED = 16_384
"""Names: each step asks for the same again."""
LINKING = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"})
"""Words that say little about what a name means."""


@lru_cache(maxsize=_REMEMBERED)
def bare(name: str) -> str:
    """The folded name without its outline number."""
    number = None if name[:2].isalpha() else _OUTLINE_NUMBER.match(name)  # most names are told by that
    return folded(name[number.end() :] if number else name)


def squeezed(name: str) -> str:
    """The bare name without spaces: names that differ in numbering, case, spaces, hyphens and punctuation are equal."""
    return bare(name).replace(" ", "").replace("\xad", "")


def spelt_differently(names: Collection[str]) -> bool:
    """Whether distinct names differ in more than numbering, case, spaces and punctuation."""
    return len(names) > 1 and len(set(map(squeezed, names))) > 1


def short_forms(name: str) -> tuple[str, ...]:
    """What a name with its own short form is called: `Account Executive (AE)` gives `accountexecutive` and `ae`.

    So does `AE (Account Executive)`. Letters are a short form only if they begin words of the name, in order and from
    the first one on.
    """
    match = _WITH_BRACKET.fullmatch(name)
    for full, short in ((match[1], match[2]), (match[2], match[1])) if match else ():
        known, letters = bare(full), short.casefold()
        initials = iter([word[0] for word in known.split()[1:]])
        if _SHORT.fullmatch(short) and known[:1] == letters[0] and all(each in initials for each in letters[1:]):
            return squeezed(full), letters
    return ()


def numbers(name: str) -> tuple[str, ...]:
    """The words with digits in a bare name, sorted. Names that differ in these never mean the same."""
    return tuple(sorted(word for word in bare(name).split() if _DIGIT.search(word)))
