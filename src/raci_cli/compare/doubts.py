"""Pairs that a person has to decide about: what is left of the candidates once all that is sure is joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from raci_cli.compare.groups import Group, Groups, Item
from raci_cli.compare.names import squeezed
from raci_cli.compare.similar import Candidate


class Doubt(NamedTuple):
    """Two groups that may mean the same."""

    one: Group
    other: Group
    score: float
    reason: str


def doubts(groups: Groups, candidates: Iterable[Candidate], settled: Callable[[Item], bool]) -> list[Doubt]:
    """The pairs of groups that could still be one, the likeliest first.

    Without those of which both have a likelier partner, and those that are `settled` in raci.yaml.
    """
    found: dict[tuple[int, int], Doubt] = {}
    for candidate in candidates:
        if settled(candidate.left) or settled(candidate.right) or _of_one_name(candidate):
            continue
        one, other = sorted((groups.of(candidate.left), groups.of(candidate.right)), key=_lead)
        if not one.items.keys() & other.items.keys():
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


def _of_one_name(candidate: Candidate) -> bool:
    """Which of several that are called alike is meant, no alias could say."""
    return squeezed(candidate.left.name) == squeezed(candidate.right.name)


def _lead(group: Group) -> Item:
    return group.first
