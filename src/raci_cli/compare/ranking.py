"""The order in which people should talk about what they disagree on: the same in a diff, a workshop and a merge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from raci_cli.model import Scheme
from raci_cli.model.comparison import Comparison, RowComparison, RowKind

if TYPE_CHECKING:
    from raci_cli.model.decision import Reason

DISPUTED = (RowKind.ACCOUNTABLE, RowKind.RESPONSIBLE, RowKind.MINOR)
"""The kinds of rows on which copies differ, the weightiest first."""


def rank(rows: Sequence[RowComparison], scheme: Scheme) -> tuple[int, ...]:
    """The rows in dispute, the weightiest first.

    A before R before the rest; among equals moments of truth, then handoffs, then the rows in which most would have to
    give way, then those with least agreement over all letters, then as they stand.
    """

    def weight(index: int) -> tuple[object, ...]:
        row = rows[index]
        kind = DISPUTED.index(row.kind)
        return (kind, not row.moment_of_truth, not row.handoff, -split(row, scheme), row.agreement or 0.0)

    return tuple(sorted((index for index, row in enumerate(rows) if row.kind in DISPUTED), key=weight))


def split(row: RowComparison, scheme: Scheme) -> float:
    """The share of votes that would have to give way to the foremost answer to who is A and who is R; 0 without any."""
    answers = Counter((vote.holders(scheme.accountable), vote.holders(scheme.responsible)) for vote in row.votes)
    return 1 - max(answers.values()) / answers.total() if answers else 0.0


def agenda_order(comparison: Comparison, reasons: Mapping[int, Reason]) -> list[int]:
    """Open rows by why they are open, disputes about A and R first, then as the comparison ranks them."""
    from raci_cli.model.decision import Reason  # noqa: PLC0415 - who only compares has no reasons

    kinds, ranks = list(Reason), {row: rank for rank, row in enumerate(comparison.ranking)}
    last = len(ranks)
    return sorted(reasons, key=lambda row: (kinds.index(reasons[row]), ranks.get(row, last), row))
