"""What changed from one copy (or the base) to another: the two-way view of a comparison."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.compare.names import squeezed
from raci_cli.model import Activity, Matrix
from raci_cli.model.comparison import Aligned, Cell, CellState, Comparison


class CellChange(NamedTuple):
    """Other letters for a role that both have."""

    role: int
    before: Cell
    after: Cell


class RowChange(NamedTuple):
    """An activity that both have and that is not the same."""

    row: int
    name: tuple[str, str] | None
    """Before and after, where it is called differently."""
    phase: tuple[str, str] | None
    """Before and after, where it stands in another phase."""
    cells: tuple[CellChange, ...]


class Changes(NamedTuple):
    """All that differs from the first to the second. Positions are those of the comparison."""

    added_roles: tuple[int, ...]
    missing_roles: tuple[int, ...]
    renamed_roles: tuple[tuple[int, str, str], ...]
    """Role, name before, name after."""
    added: tuple[int, ...]
    """Activities that only the second has."""
    missing: tuple[int, ...]
    """Activities that only the first has."""
    changed: tuple[RowChange, ...]
    restated: int
    """Cells without letters in both, explicitly so in one and blank in the other; they are no change."""

    @property
    def cells(self) -> int:
        """How many cells hold other letters."""
        return sum(len(change.cells) for change in self.changed)

    @property
    def nothing(self) -> bool:
        """Whether both are the same."""
        return not any(self[:6])


def changes(comparison: Comparison, before: int | None, after: int) -> Changes:
    """What changed from one copy to another; None is the base."""
    roles, rows = comparison.roles, comparison.rows
    both = [row for row, each in enumerate(rows) if _has(each.activity, before) and _has(each.activity, after)]
    compared = [_row(comparison, row, before, after) for row in both]
    return Changes(
        added_roles=tuple(i for i, role in enumerate(roles) if _has(role, after) and not _has(role, before)),
        missing_roles=tuple(i for i, role in enumerate(roles) if _has(role, before) and not _has(role, after)),
        renamed_roles=tuple(_renamed_roles(comparison, before, after)),
        added=tuple(i for i, row in enumerate(rows) if _has(row.activity, after) and not _has(row.activity, before)),
        missing=tuple(i for i, row in enumerate(rows) if _has(row.activity, before) and not _has(row.activity, after)),
        changed=tuple(change for change, _ in compared if change.name or change.phase or change.cells),
        restated=sum(restated for _, restated in compared),
    )


def _at(item: Aligned, side: int | None) -> int | None:
    return item.base if side is None else item.indexes[side]


def _has(item: Aligned, side: int | None) -> bool:
    return _at(item, side) is not None


def _matrix(comparison: Comparison, side: int | None) -> Matrix:
    matrix = comparison.base if side is None else comparison.copies[side].matrix
    assert matrix is not None  # whoever asks about the base has one
    return matrix


def _activity(comparison: Comparison, row: int, side: int | None) -> Activity:
    index = _at(comparison.rows[row].activity, side)
    assert index is not None  # asked only where both have it
    return _matrix(comparison, side).activities[index]


def _row(comparison: Comparison, row: int, before: int | None, after: int) -> tuple[RowChange, int]:
    """What changed in a row that both have, and how many cells without letters only say so differently."""
    old, new = (_activity(comparison, row, side) for side in (before, after))
    sides = comparison.base_cells(row) if before is None else comparison.cells(row, before), comparison.cells(row, after)
    cells = [
        CellChange(role, one, other)
        for role, (one, other) in enumerate(zip(*sides, strict=True))
        if one != other and CellState.ABSENT not in (one.state, other.state)
    ]
    said = tuple(cell for cell in cells if cell.before.letters != cell.after.letters)
    name = (old.name, new.name) if _differ(old.name, new.name) else None
    phase = (old.phase, new.phase) if comparison.rows[row].moved and old.phase != new.phase else None
    return RowChange(row, name, phase, said), len(cells) - len(said)


def _renamed_roles(comparison: Comparison, before: int | None, after: int) -> Iterator[tuple[int, str, str]]:
    for index, role in enumerate(comparison.roles):
        old, new = _at(role, before), _at(role, after)
        if old is not None and new is not None:
            names = _matrix(comparison, before).roles[old].name, _matrix(comparison, after).roles[new].name
            if _differ(*names):
                yield index, *names


def _differ(one: str, other: str) -> bool:
    """Whether two names differ in more than case, punctuation and numbering."""
    return one != other and squeezed(one) != squeezed(other)
