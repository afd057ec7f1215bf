"""Two rounds of the same leaders: who moved, whether agreement rises, which answers are settled."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from raci_cli.compare import summary
from raci_cli.compare.compare import compare
from raci_cli.compare.joining import Aliases
from raci_cli.compare.rows import among
from raci_cli.errors import ComparisonError
from raci_cli.model import Matrix, Scheme
from raci_cli.model.comparison import Agreement, Comparison, Copy, RowComparison, RowKind


class Movement(NamedTuple):
    """How one leader answered in the second round."""

    leader: str
    answered_twice: int
    """Rows filled in in both rounds."""
    changed: int
    """Those of them with any other letter than before."""
    accountable_changed: int
    """Those of them with others Accountable than before."""


class RoundRow(NamedTuple):
    """One activity over both rounds."""

    first: RowComparison
    second: RowComparison
    stable: bool
    """Whether at least one leader answered twice, and nobody who did names others as Accountable than before."""


class Rounds(NamedTuple):
    """Two rounds beside each other."""

    comparison: Comparison
    """All copies of both rounds at once, for the names of roles and phases; its leaders say which round they mean."""
    first: Agreement
    second: Agreement
    movements: tuple[Movement, ...]
    """Of the leaders who took part in both rounds, in the order of the first."""
    rows: tuple[RoundRow, ...]

    @property
    def settled(self) -> tuple[RoundRow, ...]:
        """The rows about whose A the first round was in dispute, and the second is not."""
        return tuple(row for row in self.rows if _agreed_only(row.second, row.first))

    @property
    def reopened(self) -> tuple[RoundRow, ...]:
        """The rows about whose A the second round is in dispute, and the first was not."""
        return tuple(row for row in self.rows if _agreed_only(row.first, row.second))

    @property
    def stable(self) -> tuple[RoundRow, ...]:
        """The rows in which nobody named others as Accountable than before."""
        return tuple(row for row in self.rows if row.stable)

    @property
    def rise(self) -> float | None:
        """By how much the alpha of who is Accountable rose; None where a round has none."""
        if self.first.accountable.value is None or self.second.accountable.value is None:
            return None
        return self.second.accountable.value - self.first.accountable.value


def _agreed_only(agreed: RowComparison, disputed: RowComparison) -> bool:
    """Whether copies agree who is Accountable in one round, and not in the other."""
    return disputed.kind is RowKind.ACCOUNTABLE and agreed.comparable and agreed.kind is not RowKind.ACCOUNTABLE


def compare_rounds(
    first: Sequence[Copy], second: Sequence[Copy], *, base: Matrix | None = None, aliases: Aliases | None = None
) -> Rounds:
    """Compare what the leaders said in two rounds.

    Raises:
        ComparisonError: As `compare` does, or nobody took part in both rounds.
    """
    turns = [Copy(f"{copy.leader}, round {turn}", copy.matrix) for turn, copy in _in_turn(first, second)]
    places = {copy.leader: number for number, copy in enumerate(second, start=len(first))}
    twice = {number: places[copy.leader] for number, copy in enumerate(first) if copy.leader in places}
    if not twice:
        raise ComparisonError("Nobody took part in both rounds: give the leaders the same names in both.")
    comparison = compare(turns, base=base, aliases=aliases)
    earlier, later = range(len(first)), range(len(first), len(turns))
    rows = tuple(_row(row, earlier, later, twice, comparison.scheme) for row in comparison.rows)
    agreements = [
        summary.agreement(part, comparison.roles, comparison.phases, comparison.scheme)
        for part in ([row.first for row in rows], [row.second for row in rows])
    ]
    movements = tuple(_movement(first[copy].leader, comparison, copy, again) for copy, again in twice.items())
    return Rounds(comparison, agreements[0], agreements[1], movements, rows)


def _in_turn(*rounds: Sequence[Copy]) -> Iterator[tuple[int, Copy]]:
    return ((turn, copy) for turn, copies in enumerate(rounds, start=1) for copy in copies)


def _row(
    row: RowComparison, earlier: Container[int], later: Container[int], twice: Mapping[int, int], scheme: Scheme
) -> RoundRow:
    votes = {vote.copy: vote for vote in row.votes}
    answers = [(votes[copy], votes[again]) for copy, again in twice.items() if {copy, again} <= votes.keys()]
    settled = all(old.holders(scheme.accountable) == new.holders(scheme.accountable) for old, new in answers)
    return RoundRow(among(row, earlier, scheme), among(row, later, scheme), bool(answers) and settled)


def _movement(leader: str, comparison: Comparison, copy: int, again: int) -> Movement:
    letter = comparison.scheme.accountable
    answers = []
    for row in comparison.rows:
        votes = {vote.copy: vote for vote in row.votes}
        if {copy, again} <= votes.keys():
            answers.append((votes[copy], votes[again]))
    return Movement(
        leader=leader,
        answered_twice=len(answers),
        changed=sum(old.letters != new.letters for old, new in answers),
        accountable_changed=sum(old.holders(letter) != new.holders(letter) for old, new in answers),
    )
