"""The rows of a comparison: what each copy says about each activity, and how far they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from raci_cli.compare.agreement import raw_agreement
from raci_cli.compare.names import spelt_differently
from raci_cli.model import NOTHING, Matrix, Scheme
from raci_cli.model.comparison import Aligned, Alignment, Copy, Letters, RowComparison, RowKind, Vote


def compare_rows(
    alignment: Alignment, copies: Sequence[Copy], base: Matrix | None, scheme: Scheme
) -> tuple[RowComparison, ...]:
    """One row for each aligned activity, in their order."""
    cells = [_Cells(role, scheme) for role in range(len(alignment.roles))]
    ballots = [_ballot(copy.matrix, alignment, number, cells) for number, copy in enumerate(copies)]
    original = None if base is None else _ballot(base, alignment, None, cells)
    return tuple(_rows(alignment.activities, ballots, original, scheme))


def phase_numbers(matrix: Matrix, indexes: Iterable[int | None]) -> dict[str, int]:
    """The names of a matrix's phases -> the aligned phases, which have these indexes in the matrix."""
    return {matrix.phases[own].name: phase for phase, own in enumerate(indexes) if own is not None}


def among(row: RowComparison, copies: Container[int], scheme: Scheme) -> RowComparison:
    """The row as it looks with the votes of some copies only."""
    votes = tuple(vote for vote in row.votes if vote.copy in copies)
    kind = _kind(votes, scheme)
    return row._replace(votes=votes, kind=kind, agreement=_agreement(votes))


class _Cells(dict[str, tuple[int, str]]):
    """The letters of one role, as any matrix has them -> (role, letters).

    All equal cells are one tuple: there may be a million, and rows of the same tuples are compared at once.
    """

    def __init__(self, role: int, scheme: Scheme) -> None:
        super().__init__()
        self._role, self._scheme = role, scheme

    def __missing__(self, letters: str) -> tuple[int, str]:
        cell = self[letters] = self._role, self._scheme.ordered(letters)
        return cell


_Look = tuple[str, str, str]
_LOOK = attrgetter("name", "phase", "moment_of_truth")
"""What a row shows besides letters."""
_SAID = attrgetter("assignments")
_vote_of: Callable[[tuple[int, Letters]], Vote] = partial(tuple.__new__, Vote)
"""The vote with these two values; by its name it takes three times as long."""


class _Ballot(NamedTuple):
    """What one matrix has in each row of the comparison; None where it lacks the activity."""

    votes: Sequence[Vote | None]
    """None also where the activity is not filled in."""
    looks: Sequence[_Look | None]
    phases: dict[str, int]
    """Its phases as they are numbered in the comparison."""


def _ballot(matrix: Matrix, alignment: Alignment, copy: int | None, all_cells: Sequence[_Cells]) -> _Ballot:
    """The ballot of a copy; of the base for None."""
    number = -1 if copy is None else copy
    roles, phases, activities = (
        [each.base if copy is None else each.indexes[copy] for each in aligned] for aligned in alignment[:3]
    )
    there = [(own, each) for own, each in zip(roles, all_cells, strict=True) if own is not None]
    cells = [each for _, each in sorted(there)]
    row = tuple if there == sorted(there) else _sorted  # most copies have the roles in the same order
    votes = [
        _vote_of((number, row([cells[role][letters] for role, letters, _, _ in said if letters != NOTHING])))
        if said
        else None
        for said in map(_SAID, matrix.activities)
    ]
    looks = list(map(_LOOK, matrix.activities))
    return _Ballot(
        [None if own is None else votes[own] for own in activities],
        [None if own is None else looks[own] for own in activities],
        phase_numbers(matrix, phases),
    )


def _sorted(cells: Iterable[tuple[int, str]]) -> Letters:
    return tuple(sorted(cells))


def _rows(
    activities: Sequence[Aligned], ballots: Sequence[_Ballot], original: _Ballot | None, scheme: Scheme
) -> Iterator[RowComparison]:
    """The rows; work is handed off where others are Responsible than in the last row of the phase that says who is."""
    sides = [original, *ballots] if original else ballots
    phases = [side.phases for side in sides]
    responsible: dict[str, tuple[int, ...]] = {}
    for activity, given, by_base, looks in zip(
        activities,
        zip(*(ballot.votes for ballot in ballots), strict=True),
        original.votes if original else [None] * len(activities),
        zip(*(side.looks for side in sides), strict=True),
        strict=True,
    ):
        votes = tuple(filter(None, given))
        kind = _kind(votes, scheme)
        now = _foremost(votes, kind, scheme.responsible)
        before = responsible.get(activity.place)
        if now:
            responsible[activity.place] = now
        handoff = bool(now and before and now != before)
        agreement = 1.0 if kind is RowKind.AGREED else _agreement(votes)
        before_all = by_base.letters if by_base else None
        yield RowComparison(activity, kind, votes, agreement, before_all, *_differences(looks, phases), handoff)


def _differences(looks: Sequence[_Look | None], phases: Sequence[dict[str, int]]) -> tuple[bool, bool, str]:
    """Whether an activity is renamed and moved, and why it is a moment of truth."""
    first = looks[0]
    if first and looks.count(first) == len(looks):  # as nearly always
        return False, False, first[2]
    there = [look for look in looks if look]
    places = {numbers.get(look[1]) for look, numbers in zip(looks, phases, strict=True) if look}
    moments = (moment for _, _, moment in there if moment)
    return spelt_differently({name for name, _, _ in there}), len(places) > 1, next(moments, "")


def _kind(votes: Sequence[Vote], scheme: Scheme) -> RowKind:
    if len(votes) < 2:
        return RowKind.LONE if votes else RowKind.EMPTY
    letters = [vote.letters for vote in votes]
    if letters.count(letters[0]) == len(letters):
        return RowKind.AGREED
    if len({vote.holders(scheme.accountable) for vote in votes}) > 1:
        return RowKind.ACCOUNTABLE
    if len({vote.holders(scheme.responsible) for vote in votes}) > 1:
        return RowKind.RESPONSIBLE
    return RowKind.MINOR


def _agreement(votes: Sequence[Vote]) -> float | None:
    return raw_agreement([vote.pairs for vote in votes]) if len(votes) > 1 else None


def _foremost(votes: Sequence[Vote], kind: RowKind, letter: str) -> tuple[int, ...]:
    """The roles that most votes name as holders of a letter; of equally many the first."""
    if kind is RowKind.AGREED:
        return votes[0].holders(letter)
    counts = Counter(vote.holders(letter) for vote in votes)
    return min(counts, key=lambda roles: (-counts[roles], roles), default=())
