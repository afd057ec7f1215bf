"""The rows of a comparison: what each copy says about each activity, and how far they differ."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from raci_cli.compare.agreement import raw_agreement
from raci_cli.compare.names import spelt_differently
from raci_cli.model import NOTHING, Activity, Matrix, Scheme
from raci_cli.model.comparison import Aligned, Alignment, Copy, Letters, RowComparison, RowKind, Vote


def compare_rows(
    alignment: Alignment, copies: Sequence[Copy], base: Matrix | None, scheme: Scheme
) -> tuple[RowComparison, ...]:
    """One row for each aligned activity, in their order."""
    ballots = [_ballot(copy.matrix, alignment, number, scheme) for number, copy in enumerate(copies)]
    original = None if base is None else _ballot(base, alignment, None, scheme)
    rows = (_row(activity, ballots, original, scheme) for activity in alignment.activities)
    return tuple(_with_handoffs(rows, scheme.responsible))


def among(row: RowComparison, copies: Container[int], scheme: Scheme) -> RowComparison:
    """The row as it looks with the votes of some copies only."""
    votes = tuple(vote for vote in row.votes if vote.copy in copies)
    kind = _kind(votes, scheme)
    return row._replace(votes=votes, kind=kind, agreement=_agreement(votes, kind))


class _Cells(dict[tuple[int, str], tuple[int, str]]):
    """(own role, letters) -> (aligned role, letters): one tuple for all equal cells, which may be a million."""

    def __init__(self, roles: dict[int, int], scheme: Scheme) -> None:
        super().__init__()
        self._roles, self._scheme = roles, scheme

    def __missing__(self, cell: tuple[int, str]) -> tuple[int, str]:
        role, letters = cell
        self[cell] = self._roles[role], self._scheme.ordered(letters)
        return self[cell]


class _Ballot(NamedTuple):
    """One matrix, and what its roles and phases are in the comparison."""

    matrix: Matrix
    cells: _Cells
    phases: dict[str, int]

    def activity(self, index: int | None) -> Activity | None:
        """The matrix's own activity."""
        return None if index is None else self.matrix.activities[index]

    def letters(self, activity: Activity | None) -> Letters | None:
        """What a row says; None where it is not there or not filled in."""
        if activity is None or not activity.filled_in:
            return None
        cells = self.cells
        held = [cells[cell[:2]] for cell in activity.assignments if cell[1] != NOTHING]
        held.sort(key=itemgetter(0))
        return tuple(held)


def _ballot(matrix: Matrix, alignment: Alignment, copy: int | None, scheme: Scheme) -> _Ballot:
    """The ballot of a copy; of the base for None."""
    roles = {_index(role, copy): number for number, role in enumerate(alignment.roles)}
    phases = {_index(phase, copy): number for number, phase in enumerate(alignment.phases)}
    names = {phase.name: phases[index] for index, phase in enumerate(matrix.phases)}
    return _Ballot(matrix, _Cells({own: role for own, role in roles.items() if own is not None}, scheme), names)


def _index(aligned: Aligned, copy: int | None) -> int | None:
    return aligned.base if copy is None else aligned.indexes[copy]


def _row(activity: Aligned, ballots: Sequence[_Ballot], original: _Ballot | None, scheme: Scheme) -> RowComparison:
    pairs = [(ballot, ballot.activity(index)) for ballot, index in zip(ballots, activity.indexes, strict=True)]
    votes = tuple(
        Vote(copy, letters) for copy, (ballot, own) in enumerate(pairs) if (letters := ballot.letters(own)) is not None
    )
    if original:
        pairs.insert(0, (original, original.activity(activity.base)))
    there = [(ballot, own) for ballot, own in pairs if own is not None]
    kind = _kind(votes, scheme)
    return RowComparison(
        activity=activity,
        kind=kind,
        votes=votes,
        agreement=_agreement(votes, kind),
        base=original.letters(pairs[0][1]) if original else None,
        renamed=spelt_differently({own.name for _, own in there}),
        moved=len({ballot.phases.get(own.phase) for ballot, own in there}) > 1,
        moment_of_truth=next((own.moment_of_truth for _, own in there if own.moment_of_truth), ""),
    )


def _kind(votes: Sequence[Vote], scheme: Scheme) -> RowKind:
    if len(votes) < 2:
        return RowKind.LONE if votes else RowKind.EMPTY
    if all(vote.letters == votes[0].letters for vote in votes):
        return RowKind.AGREED
    if len({vote.holders(scheme.accountable) for vote in votes}) > 1:
        return RowKind.ACCOUNTABLE
    if len({vote.holders(scheme.responsible) for vote in votes}) > 1:
        return RowKind.RESPONSIBLE
    return RowKind.MINOR


def _agreement(votes: Sequence[Vote], kind: RowKind) -> float | None:
    if len(votes) < 2:
        return None
    return 1.0 if kind is RowKind.AGREED else raw_agreement([vote.pairs for vote in votes])


def _with_handoffs(rows: Iterator[RowComparison], responsible: str) -> Iterator[RowComparison]:
    """The rows, marked where the Responsible roles that most votes name are others than before in the phase."""
    before: dict[str, tuple[int, ...]] = {}
    for row in rows:
        versions = row.who(responsible) if responsible else ()
        now = versions[0].roles if versions else ()
        last = before.get(row.activity.place)
        yield row._replace(handoff=True) if now and last and now != last else row
        if now:
            before[row.activity.place] = now
