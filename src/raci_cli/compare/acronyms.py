"""Names that may be short for others: `CSM` for `Customer Success Manager`, `VP Sales` for `Vice President Sales`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from raci_cli.compare.groups import Groups, Item
from raci_cli.compare.names import LINKING, bare, numbers
from raci_cli.compare.similar import Candidate, unsure

_CAPITAL, _SMALL = "A-Z\u00c0-\u00de\u0391-\u03a9\u0400-\u042f", "a-z\u00df-\u00ff\u03b1-\u03c9\u0430-\u045f"
_ACRONYM = re.compile(rf"(?<!\w)([{_CAPITAL}](?:[{_SMALL}]?[{_CAPITAL}]){{1,5}})s?(?!\w)")
"""Capitals side by side, perhaps with a small letter between them, perhaps in the plural: `CSM`, `HoCS`, `AEs`."""
_MOST = 20
"""Names with the same initials, beyond which these say nothing."""


def acronyms(groups: Groups) -> Iterator[Candidate]:
    """The pairs of names of which one may be short for the other: never surely, so a person has to say.

    Names with different numbers are never the same.
    """
    loose = {(item.column, item.name): item for item in reversed(groups.pending())}
    shorts: dict[str, list[Item]] = {}
    for item in loose.values():
        if _ACRONYM.search(item.name):
            shorts.setdefault(_initials(item.name), []).append(item)
    telling = {initials: items for initials, items in shorts.items() if len({it.name for it in items}) <= _MOST}
    for item in loose.values() if telling else ():
        for short in telling.get(_initials(item.name), ()):
            if short.column != item.column and is_short_for(short.name, item.name):
                yield unsure(short, item, "One may be short for the other.")


def is_short_for(short: str, name: str) -> bool:
    """Whether acronyms in the first name, spelled out, give the second."""
    plain = bare(name).split()
    if bare(short) == bare(name) or numbers(short) != numbers(name):
        return False
    return _spells(_words(short), [word for word in plain if word not in LINKING]) or _spells(_words(short), plain)


def _spells(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether each word is the next one of the name, or the initials of the next few."""
    at = 0
    for word in words:
        if at < len(name) and word.casefold() == name[at]:
            at += 1
        elif word.isupper() and word.casefold() == "".join(each[0] for each in name[at : at + len(word)]):
            at += len(word)
        elif word.casefold() not in LINKING:
            return False
    return at == len(name)


def _words(name: str) -> list[str]:
    """The words of a name, folded but for its acronyms, which stand in capitals and in the singular."""
    known = {match[0].casefold(): match[1].upper() for match in _ACRONYM.finditer(name)}
    return [known.get(word, word) for word in bare(name).split()]


def _initials(name: str) -> str:
    """The same for a name and for what is short for it."""
    words = (word for word in _words(name) if word not in LINKING)
    return "".join(word.casefold() if word.isupper() else word[0] for word in words)
