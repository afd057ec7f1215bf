"""A comparison for `grep`, `cut` and `diff`: lines of fields with tabs between them, which depend on nothing else.

The first field says what a line is about; the order is that of the activities, never that of a workshop, so that one
answer more changes few lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from raci_cli.compare import changes
from raci_cli.model.comparison import Alpha, Cell, Comparison, RowKind
from raci_cli.reports.comparison.result import Result
from raci_cli.reports.escape import visible
from raci_cli.reports.style import Style


def render(result: Result, style: Style) -> str:
    """All that differs, a line each; only how far the copies agree where nothing else is asked for."""
    comparison = result.comparison
    parts = [_headline(comparison)]
    if not style.quiet:
        parts += [_lines(comparison), _since_base(comparison), _claims(result), _doubts(comparison), _rounds(result)]
    return "".join("\t".join(map(visible, line)) + "\n" for line in chain.from_iterable(parts))


def _headline(comparison: Comparison) -> Iterator[Sequence[str]]:
    agreement = comparison.agreement
    yield "agreed", str(agreement.agreed), str(agreement.comparable)
    for name in ("accountable", "responsible", "consulted", "informed", "cells"):
        yield "alpha", name, _number(getattr(agreement, name))


def _lines(comparison: Comparison) -> Iterator[Sequence[str]]:
    """The copies, then what they lack, leave blank or say differently."""
    for copy, standing in zip(comparison.copies, comparison.standings, strict=True):
        yield "copy", copy.leader, str(standing.filled_in), str(len(comparison.rows)), copy.matrix.source.path
    for role in comparison.roles:
        yield from (("no role", role.label, comparison.leaders[copy]) for copy in role.missing)
    for index, row in enumerate(comparison.rows):
        place = (row.activity.place, row.activity.label)
        yield from (("no activity", *place, comparison.leaders[copy]) for copy in row.activity.missing)
        yield from (("blank", *place, comparison.leaders[copy]) for copy in row.blank)
        if row.kind in (RowKind.ACCOUNTABLE, RowKind.RESPONSIBLE, RowKind.MINOR):
            yield from _differences(comparison, index)


def _number(alpha: Alpha) -> str:
    return alpha.undefined if alpha.value is None else f"{alpha.value:.6f}"


def _differences(comparison: Comparison, index: int) -> Iterator[Sequence[str]]:
    """A line for each role and leader where those who filled in the activity do not say the same."""
    row = comparison.rows[index]
    cells = {vote.copy: comparison.cells(index, vote.copy) for vote in row.votes}
    for position, role in enumerate(comparison.roles):
        if len({said[position].letters for said in cells.values()}) > 1:
            for copy, said in cells.items():
                place = (row.activity.place, row.activity.label, role.label)
                yield row.kind.value, *place, comparison.leaders[copy], _said(said[position])


def _said(cell: Cell) -> str:
    return cell.letters or cell.state.value


def _since_base(comparison: Comparison) -> Iterator[Sequence[str]]:
    """A line for each cell that a copy has otherwise than the base."""
    for copy, leader in enumerate(comparison.leaders) if comparison.base else ():
        for row, role, before, after in changes(comparison, copy).cells:
            activity = comparison.rows[row].activity
            place = (activity.place, activity.label, comparison.roles[role].label)
            yield "changed", *place, leader, _said(before), _said(after)


def _claims(result: Result) -> Iterator[Sequence[str]]:
    """A line for each leader whom a claim is about; one with an empty name where it is about nobody."""
    comparison = result.comparison
    for claim in result.claims:
        activity = comparison.rows[claim.row].activity
        for leader in [comparison.leaders[copy] for copy in claim.copies] or [""]:
            yield claim.kind.value, activity.place, activity.label, leader


def _doubts(comparison: Comparison) -> Iterator[Sequence[str]]:
    for each in comparison.doubtful:
        yield "doubtful", each.kind, each.name, each.other, f"{each.score:.0f}"


def _rounds(result: Result) -> Iterator[Sequence[str]]:
    """The headline of both rounds, then who moved and what became of the activities."""
    rounds = result.rounds
    if not rounds:
        return
    for number, each in (("1", rounds.first), ("2", rounds.second)):
        yield "round", number, str(each.agreed), str(each.comparable), _number(each.accountable)
    for leader, *counts in rounds.movements:
        yield "moved", leader, *map(str, counts)
    for name, rows in (("settled", rounds.settled), ("reopened", rounds.reopened), ("stable", rounds.stable)):
        yield from ((name, row.second.activity.place, row.second.activity.label) for row in rows)
