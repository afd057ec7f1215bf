"""Pairs of names that are much alike: surely the same, or to be decided by a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from raci_cli.compare.groups import Groups, Item, buckets
from raci_cli.compare.names import bare, numbers
from raci_cli.compare.spelling import misspelt, spelt_out
from raci_cli.model.comparison import Step

_LEAST = 80.0
"""Likeness, in percent, below which two names are simply different."""
_SURE = 85.0
"""Likeness from which two spellings of the same words are one name; single words of five letters reach 80 only."""
_MARGIN = 3.0
"""How much likelier than any other a pair must be."""
_CANDIDATES = 3
"""Pairs that are looked at for each name: a sure one can have no more rivals than tell it is not."""
_LONGEST = 200
"""Letters that are compared; some names are paragraphs."""


class Candidate(NamedTuple):
    """Two items of different columns that may mean the same."""

    left: Item
    right: Item
    score: float
    """Likeness of their names, in percent."""
    doubt: str
    """Why they may not be the same, as a sentence; empty when they surely are."""


def join_similar(groups: Groups, settled: Callable[[Item], bool]) -> list[Candidate]:
    """Join what is surely the same, first within places and then anywhere; give the pairs that remain doubtful.

    Names with different numbers are never the same, and a `settled` name has been decided about in raci.yaml.
    """
    same = misspelt({item.name for items in groups.columns for item in items})
    found: list[Candidate] = []
    for step in (Step.SIMILAR, Step.SIMILAR_MOVED):
        found = []
        loose = [item for item in groups.pending() if not settled(item)]
        for bucket in buckets(loose, _in_place if step is Step.SIMILAR else _anywhere):
            found += _candidates(groups, bucket, same)
        for candidate in sorted(found, key=_surest_first):
            if not candidate.doubt:
                groups.join(candidate.left, candidate.right, step, candidate.score)
    return [candidate for candidate in found if candidate.doubt]


def unsure(one: Item, other: Item, doubt: str) -> Candidate:
    """A pair to be decided by a person, however unlike the names are."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only where names differ

    left, right = sorted((one, other))
    return Candidate(left, right, fuzz.ratio(*_texts((left, right))), doubt)


def _in_place(item: Item) -> tuple[object, ...]:
    return (item.place, *numbers(item.name))


def _anywhere(item: Item) -> tuple[object, ...]:
    return ("anywhere", *numbers(item.name))


def _surest_first(candidate: Candidate) -> tuple[float, str, str, int, int]:
    left, right = candidate.left, candidate.right
    return (-candidate.score, left.name, right.name, left.position, right.position)


def _candidates(groups: Groups, bucket: list[Item], same: Callable[[str, str], bool]) -> Iterator[Candidate]:
    """The pairs of alike names among items that could be joined, each with the doubt there is."""
    for lefts, rights in groups.facing(bucket):
        pairs = list(_alike(lefts, rights))
        best: dict[Item, list[float]] = {}
        for left, right, score in pairs:
            best.setdefault(left, []).append(score)
            best.setdefault(right, []).append(score)
        for left, right, score in pairs:
            rivals = sum(other > score - _MARGIN for item in (left, right) for other in best[item]) - 2
            yield Candidate(left, right, score, _doubt(left, right, score, rivals, same))


def _doubt(left: Item, right: Item, score: float, rivals: int, same: Callable[[str, str], bool]) -> str:
    if not same(bare(left.name), bare(right.name)):
        return "Whole words differ."
    if score < _SURE:
        return f"They are only {score:.0f} % alike."
    return "Another name is as much alike." if rivals else ""


def _alike(lefts: Sequence[Item], rights: Sequence[Item]) -> Iterator[tuple[Item, Item, float]]:
    """Pairs with their likeness: for each of the fewer names its best few of the others."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where names differ

    turned = len(lefts) > len(rights)
    few, many = (rights, lefts) if turned else (lefts, rights)
    choices = _texts(many)
    for item, text in zip(few, _texts(few), strict=True):
        best = process.extract(text, choices, scorer=fuzz.ratio, score_cutoff=_LEAST, limit=_CANDIDATES)
        for _, score, index in best:
            yield (many[index], item, score) if turned else (item, many[index], score)


def _texts(items: Iterable[Item]) -> list[str]:
    return [spelt_out(bare(item.name)[:_LONGEST]) for item in items]
