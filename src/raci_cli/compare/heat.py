"""Where the copies agree: a number for each phase and role."""

from __future__ import annotations

import math
from collections.abc import Iterator

from raci_cli.compare.agreement import raw_agreement
from raci_cli.model.comparison import Comparison, RowComparison

Heat = dict[tuple[str, int], float]
"""(label of the phase, or empty; role) -> agreement from 0 to 1."""


def heat_map(comparison: Comparison) -> Heat:
    """The mean raw agreement on the cells of each phase and role.

    Counted are cells of comparable rows to which at least one vote gives letters; without any, there is no number. A
    copy that lacks the role says nothing about it.
    """
    found: dict[tuple[str, int], list[float]] = {}
    for row in comparison.rows:
        if row.comparable:
            for role, agreement in _cells(comparison, row):
                found.setdefault((row.activity.place, role), []).append(agreement)
    return {place: math.fsum(values) / len(values) for place, values in found.items()}


def _cells(comparison: Comparison, row: RowComparison) -> Iterator[tuple[int, float]]:
    given = [(vote.copy, dict(vote.letters)) for vote in row.votes]
    for role in sorted(set().union(*(letters for _, letters in given))):
        indexes = comparison.roles[role].indexes
        values = [letters.get(role, "") for copy, letters in given if indexes[copy] is not None]
        if len(values) > 1:
            yield role, raw_agreement(values)
