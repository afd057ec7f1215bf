"""Names that have all words of others: `Dealers (North)` those of `Dealers`, `Contract review` of `Review contract`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from raci_cli.compare.groups import Groups, Item
from raci_cli.compare.names import LINKING, bare, numbers
from raci_cli.compare.similar import Candidate, unsure

_MOST = 20
"""Names with the same word, beyond which it says nothing."""


def contained(groups: Groups) -> Iterator[Candidate]:
    """The pairs of names of which one may say the same in more words: never surely, so a person has to say.

    Only where a column has no second such name. Names with different numbers are never the same.
    """
    words = {item: _words(item.name) for item in groups.pending()}
    counts = Counter(word for name in {item.name for item in words} for word in _words(name))
    holders: dict[str, list[Item]] = {}
    for item, own in words.items():
        for word in own:
            holders.setdefault(word, []).append(item)
    for item, own in words.items():
        rarest = min(own, key=lambda word: (counts[word], word), default="")
        if counts[rarest] > _MOST:
            continue
        fuller = [other for other in holders.get(rarest, ()) if own <= words[other] and _may_be(item, other)]
        columns = Counter(other.column for other in fuller)
        for other in fuller:
            if columns[other.column] == 1:
                yield unsure(item, other, "One has all words of the other.")


def _words(name: str) -> frozenset[str]:
    return frozenset(bare(name).split()) - LINKING


def _may_be(item: Item, other: Item) -> bool:
    """Not in another place if a single word is all there is to tell."""
    known = item.place == other.place or " " in bare(item.name)
    return known and item.column != other.column and numbers(item.name) == numbers(other.name)
