"""What one copy changes against another, or against the base: the plain two-way diff."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from raci_cli.compare.names import spelt_differently
from raci_cli.compare.rows import phase_numbers
from raci_cli.model import Activity, Role
from raci_cli.model.comparison import Aligned, Cell, CellState, Comparison, RowKind, Side

_Side = TypeVar("_Side")
_Pair = tuple[int | None, int | None]
"""Where the earlier and the later side have something."""
_Numbered = tuple[int, _Pair]
"""The same with its position in the Comparison."""


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
    emptied: tuple[int, ...] = ()
    """Rows that the later side has not filled in, though the earlier has; their cells are among `cells`."""

    def __bool__(self) -> bool:
        """Whether there is any change."""
        return any(self)


def changes(comparison: Comparison, later: int, earlier: Side = None) -> Changes:
    """What a copy changes against an earlier one; against the base if none is given.

    Raises:
        ValueError: Neither an earlier copy is given, nor has the comparison a base.
    """
    before = comparison.matrix(earlier)
    if before is None:
        raise ValueError("without a base, changes need an earlier copy")
    after = comparison.copies[later].matrix

    def numbered(items: Iterable[tuple[int, Aligned]]) -> list[_Numbered]:
        return [(number, (item.at(earlier), item.at(later))) for number, item in items]

    def moved(one: Activity, other: Activity) -> bool:
        return old_phases.get(one.phase) != new_phases.get(other.phase)

    rows = numbered((number, comparison.rows[number].activity) for number in _perhaps_changed(comparison, earlier))
    roles, phases = (numbered(enumerate(items)) for items in (comparison.roles, comparison.phases))
    old_phases = phase_numbers(before, [old for _, (old, _) in phases])
    new_phases = phase_numbers(after, [new for _, (_, new) in phases])
    perhaps_renamed = [each for each in rows if comparison.rows[each[0]].renamed]
    perhaps_moved = [each for each in rows if comparison.rows[each[0]].moved]
    cells = tuple(_cells(comparison, rows, later, earlier))
    return Changes(
        cells=cells,
        added=_lacking(rows, 0),
        removed=_lacking(rows, 1),
        renamed=_differing(perhaps_renamed, before.activities, after.activities, _renamed),
        moved=_differing(perhaps_moved, before.activities, after.activities, moved),
        roles_added=_lacking(roles, 0),
        roles_removed=_lacking(roles, 1),
        roles_renamed=_differing(roles, before.roles, after.roles, _renamed),
        emptied=tuple(row for row in dict.fromkeys(cell.row for cell in cells) if not _votes(comparison, row, later)),
    )


def _votes(comparison: Comparison, row: int, copy: int) -> bool:
    return any(vote.copy == copy for vote in comparison.rows[row].votes)


def _perhaps_changed(comparison: Comparison, earlier: Side) -> Iterator[int]:
    """All rows but those that every copy has filled in, under one name in one phase, with the same letters."""
    everyone = len(comparison.copies)
    for number, row in enumerate(comparison.rows):
        same = row.kind is RowKind.AGREED and len(row.votes) == everyone and not (row.renamed or row.moved)
        if earlier is None or not same:
            yield number


def _cells(comparison: Comparison, rows: Iterable[_Numbered], later: int, earlier: Side) -> Iterator[CellChange]:
    for row, pair in rows:
        compared = comparison.rows[row]
        votes = dict(compared.votes)
        if None in pair or votes.get(later) == (compared.base if earlier is None else votes.get(earlier)):
            continue
        both = zip(comparison.cells(row, earlier), comparison.cells(row, later), strict=True)
        for role, (before, after) in enumerate(both):
            if before.letters != after.letters and CellState.ABSENT not in (before.state, after.state):
                yield CellChange(row, role, before, after)


def _lacking(pairs: Iterable[_Numbered], side: int) -> tuple[int, ...]:
    """The positions of what only the other side has."""
    return tuple([number for number, pair in pairs if pair[side] is None and pair[not side] is not None])


def _differing(
    pairs: Iterable[_Numbered],
    olds: Sequence[_Side],
    news: Sequence[_Side],
    differ: Callable[[_Side, _Side], bool],
) -> tuple[int, ...]:
    """The positions of what both sides have, and have differently."""
    return tuple(
        position
        for position, (old, new) in pairs
        if old is not None and new is not None and differ(olds[old], news[new])
    )


def _renamed(one: Activity | Role, other: Activity | Role) -> bool:
    return spelt_differently({one.name, other.name})
