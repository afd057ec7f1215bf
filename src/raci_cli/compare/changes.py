"""What one copy changes against another, or against the base: the plain two-way diff."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import ne
from typing import NamedTuple, TypeVar

from raci_cli.compare.names import spelt_differently
from raci_cli.model import Activity, Matrix, Role
from raci_cli.model.comparison import Aligned, Cell, CellState, Comparison

_Side = TypeVar("_Side")
_Pair = tuple[int | None, int | None]
"""Where the earlier and the later side have something."""


class CellChange(NamedTuple):
    """One cell with other letters than before, in a row and a role that both sides have."""

    row: int
    role: int
    before: Cell
    after: Cell


class Changes(NamedTuple):
    """Everything that differs between two sides; positions are those of the Comparison. Falsy when nothing does."""

    cells: tuple[CellChange, ...]
    """In the order of rows and roles. An explicit nothing in place of a blank is no change."""
    added: tuple[int, ...]
    """Rows that only the later side has; removed, renamed and moved likewise."""
    removed: tuple[int, ...]
    renamed: tuple[int, ...]
    """Rows whose names differ in more than case, punctuation and numbering."""
    moved: tuple[int, ...]
    """Rows that stand in another phase."""
    roles_added: tuple[int, ...]
    roles_removed: tuple[int, ...]
    roles_renamed: tuple[int, ...]

    def __bool__(self) -> bool:
        """Whether there is any change."""
        return any(self)


def changes(comparison: Comparison, later: int, earlier: int | None = None) -> Changes:
    """What a copy changes against an earlier one; against the base if none is given.

    Raises:
        ValueError: Neither an earlier copy is given, nor has the comparison a base.
    """
    before = comparison.base if earlier is None else comparison.copies[earlier].matrix
    if before is None:
        raise ValueError("without a base, changes need an earlier copy")
    after = comparison.copies[later].matrix

    def pairs(items: Iterable[Aligned]) -> list[_Pair]:
        return [(item.base if earlier is None else item.indexes[earlier], item.indexes[later]) for item in items]

    activities, roles = pairs(row.activity for row in comparison.rows), pairs(comparison.roles)
    phases = pairs(comparison.phases)
    return Changes(
        cells=tuple(_cells(comparison, later, earlier)),
        added=_where(activities, lambda old, new: old is None and new is not None),
        removed=_where(activities, lambda old, new: old is not None and new is None),
        renamed=_differing(activities, before.activities, after.activities, _renamed),
        moved=_differing(activities, _places(before, phases, 0), _places(after, phases, 1), ne),
        roles_added=_where(roles, lambda old, new: old is None and new is not None),
        roles_removed=_where(roles, lambda old, new: old is not None and new is None),
        roles_renamed=_differing(roles, before.roles, after.roles, _renamed),
    )


def _cells(comparison: Comparison, later: int, earlier: int | None) -> Iterator[CellChange]:
    for row, compared in enumerate(comparison.rows):
        votes = {vote.copy: vote.letters for vote in compared.votes}
        if votes.get(later) == (compared.base if earlier is None else votes.get(earlier)):
            continue
        old = comparison.base_cells(row) if earlier is None else comparison.cells(row, earlier)
        for role, (before, after) in enumerate(zip(old, comparison.cells(row, later), strict=True)):
            there = CellState.ABSENT not in (before.state, after.state)
            if there and before.letters != after.letters:
                yield CellChange(row, role, before, after)


def _where(pairs: Iterable[_Pair], holds: Callable[[int | None, int | None], bool]) -> tuple[int, ...]:
    return tuple(position for position, (old, new) in enumerate(pairs) if holds(old, new))


def _differing(
    pairs: Iterable[_Pair], olds: Sequence[_Side], news: Sequence[_Side], differ: Callable[[_Side, _Side], bool]
) -> tuple[int, ...]:
    """The positions of what both sides have, and have differently."""
    return tuple(
        position
        for position, (old, new) in enumerate(pairs)
        if old is not None and new is not None and differ(olds[old], news[new])
    )


def _renamed(one: Activity | Role, other: Activity | Role) -> bool:
    return spelt_differently({one.name, other.name})


def _places(matrix: Matrix, phases: Sequence[_Pair], side: int) -> list[int | None]:
    """By activity: the aligned phase it stands under, None for none."""
    aligned = {pair[side]: position for position, pair in enumerate(phases)}
    names = {phase.name: aligned[index] for index, phase in enumerate(matrix.phases)}
    return [names.get(activity.phase) for activity in matrix.activities]
