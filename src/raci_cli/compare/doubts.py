"""Pairs that a person has to decide about: what is left of the candidates once all that is sure is joined."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from raci_cli.compare.groups import Group, Item
from raci_cli.compare.joining import Joined
from raci_cli.compare.names import squeezed
from raci_cli.compare.similar import Candidate


class Doubt(NamedTuple):
    """Two groups that may mean the same."""

    one: Group
    other: Group
    score: float
    reason: str


def doubts(joined: Joined, in_place: Iterable[Candidate]) -> list[Doubt]:
    """The pairs of groups that could still be one, by their names or by their place, the likeliest first.

    Without those of which both have a likelier partner.
    """
    found: dict[tuple[int, int], Doubt] = {}
    for candidate in chain(joined.candidates, in_place):
        one, other = sorted(map(joined.groups.of, (candidate.left, candidate.right)), key=_lead)
        if one.items.keys() & other.items.keys() or _are_called_alike(one, other):
            continue
        if any(map(joined.settled, (candidate.left, candidate.right, one.first, other.first))):
            continue
        doubt = Doubt(one, other, candidate.score, candidate.doubt)
        known = found.setdefault((id(one), id(other)), doubt)
        if doubt.score > known.score:
            found[id(one), id(other)] = doubt
    partnered: set[int] = set()
    kept = []
    for doubt in sorted(found.values(), key=lambda doubt: (-doubt.score, _lead(doubt.one), _lead(doubt.other))):
        sides = {id(doubt.one), id(doubt.other)}
        if not sides <= partnered:
            kept.append(doubt)
            partnered |= sides
    return kept


def _are_called_alike(one: Group, other: Group) -> bool:
    """Of two such, no alias could say which is meant; one of a name to itself would even keep them apart."""
    return squeezed(one.first.name) == squeezed(other.first.name)


def _lead(group: Group) -> Item:
    return group.first
