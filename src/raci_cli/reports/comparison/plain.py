"""A comparison for `grep`, `cut` and `diff`: lines of fields with tabs between them, which depend on nothing else.

The first field says what a line is about; the order is that of the activities, never that of a workshop, so that one
answer more changes few lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.model.comparison import Alpha, CellState, Comparison, RowComparison
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.escape import visible
from raci_cli.reports.style import Style

_NOBODY = "-"


def render(result: Result, _style: Style) -> str:
    """All that differs, a line each; `raci diff --help` says no more than the documentation of this format."""
    return "".join("\t".join(map(visible, line)) + "\n" for line in _lines(result.comparison))


def _lines(comparison: Comparison) -> Iterator[Sequence[str]]:
    agreement = comparison.agreement
    yield "agreed", str(agreement.agreed), str(agreement.comparable)
    for name, alpha in (("accountable", agreement.accountable), ("responsible", agreement.responsible)):
        yield "alpha", name, _number(alpha)
    for copy, standing in zip(comparison.copies, comparison.standings, strict=True):
        yield "copy", copy.leader, str(standing.filled_in), str(len(comparison.rows)), copy.matrix.source.path
    for role in comparison.roles:
        yield from (("no role", role.label, comparison.leaders[copy]) for copy in role.missing)
    for index, row in enumerate(comparison.rows):
        place = (row.activity.place, row.activity.label)
        yield from (("no activity", *place, comparison.leaders[copy]) for copy in row.activity.missing)
        yield from (("blank", *place, comparison.leaders[copy]) for copy in _blank(row))
        if row.kind.value in ("accountable", "responsible", "minor"):
            yield from _differences(comparison, index)


def _number(alpha: Alpha) -> str:
    return alpha.undefined if alpha.value is None else f"{alpha.value:.6f}"


def _blank(row: RowComparison) -> list[int]:
    """The copies that have the activity and have not filled it in."""
    voters = {vote.copy for vote in row.votes}
    return [copy for copy in row.activity.copies if copy not in voters]


def _differences(comparison: Comparison, index: int) -> Iterator[Sequence[str]]:
    """A line for each role and leader where those who filled in the activity do not say the same."""
    row = comparison.rows[index]
    cells = {vote.copy: comparison.cells(index, vote.copy) for vote in row.votes}
    for position, role in enumerate(comparison.roles):
        if len({said[position].letters for said in cells.values()}) > 1:
            for copy, said in cells.items():
                state, letters = said[position]
                shown = letters if state is CellState.VALUE else state.value
                yield (
                    row.kind.value,
                    row.activity.place,
                    row.activity.label,
                    role.label,
                    comparison.leaders[copy],
                    shown,
                )
