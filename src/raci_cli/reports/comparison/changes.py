"""What changed from one copy (or the base) to another: the two-way view of a comparison."""

from __future__ import annotations

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
    renamed_roles: tuple[tuple[str, str], ...]
    """Name before, name after."""
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


class _Side(NamedTuple):
    """One of the two that are compared."""

    comparison: Comparison
    copy: int | None
    matrix: Matrix

    def at(self, item: Aligned) -> int | None:
        """Where it has a role or an activity."""
        return item.base if self.copy is None else item.indexes[self.copy]

    def role(self, item: Aligned) -> str | None:
        """What it calls a role."""
        index = self.at(item)
        return None if index is None else self.matrix.roles[index].name

    def activity(self, row: int) -> Activity | None:
        """The activity as it has it."""
        index = self.at(self.comparison.rows[row].activity)
        return None if index is None else self.matrix.activities[index]

    def cells(self, row: int) -> tuple[Cell, ...]:
        """What it says in a row."""
        return self.comparison.base_cells(row) if self.copy is None else self.comparison.cells(row, self.copy)


def changes(comparison: Comparison, before: int | None, after: int) -> Changes:
    """What changed from one copy to another; None is the base, or where there is none the other copy itself."""
    new = _Side(comparison, after, comparison.copies[after].matrix)
    base = comparison.base or new.matrix
    old = _Side(comparison, before, base if before is None else comparison.copies[before].matrix)
    roles = [(role, old.role(item), new.role(item)) for role, item in enumerate(comparison.roles)]
    rows = [(row, old.activity(row), new.activity(row)) for row in range(len(comparison.rows))]
    compared = [_row(row, old, new, one, other) for row, one, other in rows if one and other]
    return Changes(
        added_roles=tuple(role for role, one, other in roles if one is None and other is not None),
        missing_roles=tuple(role for role, one, other in roles if one is not None and other is None),
        renamed_roles=tuple((one, other) for _, one, other in roles if one and other and _differ(one, other)),
        added=tuple(row for row, one, other in rows if not one and other),
        missing=tuple(row for row, one, other in rows if one and not other),
        changed=tuple(change for change, _ in compared if change.name or change.phase or change.cells),
        restated=sum(restated for _, restated in compared),
    )


def _row(row: int, old: _Side, new: _Side, one: Activity, other: Activity) -> tuple[RowChange, int]:
    """What changed in a row that both have, and how many cells without letters only say so differently."""
    cells = [
        CellChange(role, before, after)
        for role, (before, after) in enumerate(zip(old.cells(row), new.cells(row), strict=True))
        if before != after and CellState.ABSENT not in (before.state, after.state)
    ]
    said = tuple(cell for cell in cells if cell.before.letters != cell.after.letters)
    moved = old.comparison.rows[row].moved and one.phase != other.phase
    change = RowChange(
        row,
        name=(one.name, other.name) if _differ(one.name, other.name) else None,
        phase=(one.phase, other.phase) if moved else None,
        cells=said,
    )
    return change, len(cells) - len(said)


def _differ(one: str, other: str) -> bool:
    """Whether two names differ in more than case, punctuation and numbering."""
    return one != other and squeezed(one) != squeezed(other)
