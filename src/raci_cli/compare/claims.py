"""Whose it is: each leader's word about the roles of their own function, beside the words of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple, TypeVar

from raci_cli.errors import UsageError
from raci_cli.model.comparison import Comparison, RowComparison
from raci_cli.rules.names import folded
from raci_cli.suggest import did_you_mean, quoted

Found = TypeVar("Found")


class ClaimKind(StrEnum):
    """What leaders' own words about accountability add up to in one row."""

    CONTESTED = "contested"
    """Several leaders make a role of their own Accountable."""
    ORPHANED = "orphaned"
    """Nobody does, and those who are named by others were there to say so."""
    PUSHED_AWAY = "pushed away"
    """Others make a role of this leader Accountable; the leader does not."""
    LONE_CLAIM = "lone claim"
    """A leader makes a role of their own Accountable, and nobody else sees it there."""


class Claim(NamedTuple):
    """One row in which words and claims do not fit."""

    row: int
    kind: ClaimKind
    copies: tuple[int, ...]
    """Contested: who claims it. Orphaned: whose roles others name. Pushed away and lone claim: the one leader."""


def claims(comparison: Comparison, own: Mapping[str, Sequence[str]] | None = None) -> tuple[Claim, ...]:
    """The claims of all rows that at least two copies have filled in, in the order of rows.

    Args:
        comparison: The copies.
        own: Names of roles or groups by leader. Without it, a leader called like a group answers for its roles.

    Raises:
        UsageError: `own` names a leader, role or group that no copy knows.
    """
    roles = _own_roles(comparison, own)
    if not any(roles.values()):
        return ()
    letter = comparison.scheme.accountable
    return tuple(
        claim
        for number, row in enumerate(comparison.rows)
        if letter and row.comparable
        for claim in _row(number, row, roles, letter)
    )


def _row(number: int, row: RowComparison, own: Mapping[int, frozenset[int]], letter: str) -> Iterator[Claim]:
    named = {vote.copy: frozenset(vote.holders(letter)) for vote in row.votes}
    here = [copy for copy in named if own.get(copy)]
    claimants = tuple(copy for copy in here if named[copy] & own[copy])
    meant = {copy: any(named[other] & own[copy] for other in named if other != copy) for copy in here}
    pushed = tuple(copy for copy in here if meant[copy] and copy not in claimants)
    if here and not claimants and _union(named.values()) <= _union(own[copy] for copy in here):
        yield Claim(number, ClaimKind.ORPHANED, pushed)
        return
    if len(claimants) > 1:
        yield Claim(number, ClaimKind.CONTESTED, claimants)
    elif claimants and not meant[claimants[0]]:
        yield Claim(number, ClaimKind.LONE_CLAIM, claimants)
    for copy in pushed:
        yield Claim(number, ClaimKind.PUSHED_AWAY, (copy,))


def _union(sets: Iterable[Iterable[int]]) -> frozenset[int]:
    return frozenset(chain.from_iterable(sets))


def _own_roles(comparison: Comparison, own: Mapping[str, Sequence[str]] | None) -> dict[int, frozenset[int]]:
    """The roles that each copy's leader answers for."""
    known: dict[str, set[int]] = {}
    groups: dict[str, set[int]] = {}
    for number, role in enumerate(comparison.roles):
        for name in (role.name, role.label):
            known.setdefault(folded(name), set()).add(number)
        if role.place:
            groups.setdefault(folded(role.place), set()).add(number)
    leaders = {folded(leader): copy for copy, leader in enumerate(comparison.leaders)}
    if own is None:
        return {copy: frozenset(groups.get(leader, ())) for leader, copy in leaders.items()}
    everything = groups | known
    spelled = [name for role in comparison.roles for name in (role.name, role.label, role.place)]
    return {
        _find(leader, leaders, "leader", comparison.leaders): _union(
            _find(name, everything, "role or group", spelled) for name in names
        )
        for leader, names in own.items()
    }


def _find(name: str, known: Mapping[str, Found], what: str, spelled: Iterable[str]) -> Found:
    if folded(name) not in known:
        raise UsageError(f"no copy knows the {what} {quoted(name)}.{did_you_mean(name, spelled)}")
    return known[folded(name)]
