"""Names that have all words of others: `Dealers (North)` those of `Dealers`, `Contract review` of `Review contract`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, product

from raci_cli.compare.groups import Groups, Item
from raci_cli.compare.names import LINKING, bare, numbers
from raci_cli.compare.similar import Candidate, unsure

_MOST = 20
"""Names with the same word, beyond which it says nothing."""


def contained(groups: Groups) -> Iterator[Candidate]:
    """The pairs of names of which one may say the same in more words: never surely, so a person has to say.

    Only where a column has no second such name. Names with different numbers are never the same.
    """
    items: dict[str, list[Item]] = {}
    for item in groups.pending():
        items.setdefault(item.name, []).append(item)
    for name, others in _fuller([*items]):
        fuller = [item for other in others for item in items[other]]
        columns = Counter(item.column for item in fuller)
        for item, other in product(items[name], fuller):
            if item.column != other.column and columns[other.column] == 1 and _tells(item, other):
                yield unsure(item, other, "One has all words of the other.")


def _fuller(names: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Names, each with those that have all its words: found by the rarest of them."""
    words = {name: frozenset(bare(name).split()) - LINKING for name in names}
    counts = Counter(chain.from_iterable(words.values()))
    holders: dict[str, list[str]] = {}
    for name, own in words.items():
        for word in own:
            holders.setdefault(word, []).append(name)
    for name, own in words.items():
        rarest = min(own, key=lambda word: (counts[word], word), default="")
        if 1 < counts[rarest] <= _MOST:
            others = [other for other in holders[rarest] if own <= words[other] and other != name]
            yield name, [other for other in others if numbers(other) == numbers(name)]


def _tells(item: Item, other: Item) -> bool:
    """A single word tells nothing about another place."""
    return item.place == other.place or " " in bare(item.name)
