"""What the rows of a comparison add up to: agreement, how each copy stands, which roles are contested."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from raci_cli.compare.agreement import Units, Value, dice, multi_valued_alpha, set_alpha
from raci_cli.compare.ranking import DISPUTED
from raci_cli.model import Scheme
from raci_cli.model.agreement import LEAST_UNITS
from raci_cli.model.comparison import (
    Agreement,
    Aligned,
    Alpha,
    Comparison,
    ContestedRole,
    Letters,
    PhaseAgreement,
    RowComparison,
    RowKind,
    Standing,
    Summary,
)

_Answers = tuple[tuple[int, ...], ...]
"""Who holds a letter in one row, vote by vote."""


def add_up(comparison: Comparison) -> Summary:
    """All that the rows add up to."""
    rows, scheme = comparison.rows, comparison.scheme
    return Summary(
        agreement(rows, comparison.roles, comparison.phases, scheme),
        _standings(rows, len(comparison.copies)),
        _contested(rows, scheme),
    )


def headline_alpha(comparison: Comparison, *, interval: bool = False) -> Alpha:
    """How far the copies agree who is Accountable, at a fraction of what adding all up takes.

    Of a scheme that knows nobody Accountable, who is Responsible.
    """
    letter = comparison.scheme.accountable or comparison.scheme.responsible
    return _who((row.answers(letter) for row in comparison.rows if row.comparable), letter, interval=interval)


def agreement(
    rows: Sequence[RowComparison], roles: Sequence[Aligned], phases: Sequence[Aligned], scheme: Scheme
) -> Agreement:
    """How far the copies agree: on who holds each of the four letters, and cell by cell."""
    comparable = [row for row in rows if row.comparable]
    cells, blank = _cells(comparable, roles)
    owners = [row.answers(scheme.accountable or scheme.responsible) for row in comparable]
    return Agreement(
        accountable=_who(owners, scheme.accountable, interval=True),
        responsible=_who((row.answers(scheme.responsible) for row in comparable), scheme.responsible, interval=True),
        consulted=_who((row.answers(scheme.consulted) for row in comparable), scheme.consulted),
        informed=_who((row.answers(scheme.informed) for row in comparable), scheme.informed),
        cells=multi_valued_alpha(cells),
        comparable=len(comparable),
        agreed=_agreed(owners),
        blank_cells=blank,
        phases=tuple(_phases(comparable, owners, phases, scheme.accountable)),
    )


def _who(answers: Iterable[_Answers], letter: str, *, interval: bool = False) -> Alpha:
    """Alpha of who holds a letter."""
    if not letter:
        return Alpha(None, 0, "the scheme has no such letter")
    return set_alpha(Counter(answers), interval=interval)


def _agreed(answers: Iterable[_Answers]) -> int:
    """How many rows have the same holders in all votes."""
    return sum(len(set(each)) == 1 for each in answers)


def _phases(
    rows: Iterable[RowComparison], answers: Iterable[_Answers], phases: Iterable[Aligned], letter: str
) -> Iterator[PhaseAgreement]:
    found: dict[str, list[_Answers]] = {}
    for row, each in zip(rows, answers, strict=True):
        found.setdefault(row.activity.place, []).append(each)
    for label in ("", *(phase.label for phase in phases if phase.label)):
        if here := found.get(label):
            alpha = _who(here, letter) if len(here) >= LEAST_UNITS else None
            yield PhaseAgreement(label, len(here), _agreed(here), alpha)


def _cells(rows: Iterable[RowComparison], roles: Sequence[Aligned]) -> tuple[Units, int]:
    """The letters each copy gives in each cell with any, counted, and how many cells have none.

    A copy without the role says nothing about its cells. Rows in which all say the same are counted at once.
    """
    cells: Counter[tuple[Value, ...]] = Counter()
    alike: dict[tuple[int, ...], list[Letters]] = {}
    blank = 0
    for row in rows:
        voters = tuple([vote.copy for vote in row.votes])
        if row.kind is RowKind.AGREED:
            alike.setdefault(voters, []).append(row.votes[0].letters)
        else:
            given = {vote.copy: dict(vote.letters) for vote in row.votes}
            disputed = set().union(*given.values())
            blank += len(roles) - len(disputed)
            for role in disputed:
                there = _there(roles[role], voters)
                cells[tuple([given[copy].get(role, "") for copy in there])] += 1
    for voters, said in alike.items():
        counts = Counter(chain.from_iterable(said))
        blank += len(roles) * len(said) - counts.total()
        for (role, letters), count in counts.items():
            cells[(letters,) * len(_there(roles[role], voters))] += count
    return cells, blank


def _there(role: Aligned, copies: Iterable[int]) -> list[int]:
    """Those of the copies that have the role."""
    return [copy for copy in copies if role.indexes[copy] is not None]


def _standings(rows: Sequence[RowComparison], copies: int) -> tuple[Standing, ...]:
    """How complete each copy is, and how far from the others."""
    present = [sum(row.activity.indexes[copy] is not None for row in rows) for copy in range(copies)]
    voters = Counter(tuple([vote.copy for vote in row.votes]) for row in rows)
    filled_in, met = Counter[int](), Counter[int]()
    for voting, count in voters.items():
        filled_in.update(dict.fromkeys(voting, count))
        met.update(dict.fromkeys(voting, count * (len(voting) - 1)))
    distances: list[list[float]] = [[] for _ in range(copies)]
    for row in rows:
        if row.kind in DISPUTED:
            for one, other in combinations(row.votes, 2):
                distance = dice(one.pairs, other.pairs)
                distances[one.copy].append(distance)
                distances[other.copy].append(distance)
    return tuple(
        Standing(
            activities=present[copy],
            filled_in=filled_in[copy],
            completeness=filled_in[copy] / len(rows) if rows else 0.0,
            distance=math.fsum(distances[copy]) / met[copy] if met[copy] else None,
        )
        for copy in range(copies)
    )


def _contested(rows: Iterable[RowComparison], scheme: Scheme) -> tuple[ContestedRole, ...]:
    """The roles about which votes differ, the most contested first: by A, then by R, then in their order."""
    accountable = Counter(_disputed(rows, scheme.accountable))
    responsible = Counter(_disputed(rows, scheme.responsible))
    found = [ContestedRole(role, accountable[role], responsible[role]) for role in accountable | responsible]
    return tuple(sorted(found, key=lambda each: (-each.accountable, -each.responsible, each.role)))


def _disputed(rows: Iterable[RowComparison], letter: str) -> Iterator[int]:
    """Each role as often as some votes give it a letter and others do not."""
    for row in rows:
        if row.kind in DISPUTED:
            answers = list(map(set, row.answers(letter)))
            yield from set[int]().union(*answers) - answers[0].intersection(*answers)
