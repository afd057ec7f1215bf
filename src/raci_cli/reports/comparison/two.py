"""Two sides of a comparison against each other: two copies, or the base and a copy."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from raci_cli.compare import Changes, changes
from raci_cli.model import Activity, Matrix
from raci_cli.model.comparison import Comparison, Side
from raci_cli.reports.comparison import words

Found = TypeVar("Found")


class Two(NamedTuple):
    """An earlier and a later side."""

    comparison: Comparison
    earlier: Side
    later: int

    @property
    def changes(self) -> Changes:
        """What the later side changes."""
        return changes(self.comparison, self.later, self.earlier)

    @property
    def names(self) -> tuple[str, str]:
        """What both sides are called."""
        leaders = self.comparison.leaders
        return "the base" if self.earlier is None else leaders[self.earlier], leaders[self.later]

    @property
    def title(self) -> str:
        """From where to where."""
        return f"From {self.names[0]} to {self.names[1]}"

    def activities(self, row: int) -> tuple[Activity, Activity]:
        """An activity as both sides have it, which must have it."""
        activity = self.comparison.activity
        return _known(activity(row, self.earlier)), _known(activity(row, self.later))

    def role_names(self, role: int) -> tuple[str, str]:
        """What both sides call a role, which must have it."""
        item = self.comparison.roles[role]
        before, after = (self._matrix(side).roles[_known(item.at(side))].label for side in (self.earlier, self.later))
        return before, after

    def holds(self, role: int, side: Side) -> str:
        """How often a role holds each letter on a side that has it: `8 R, 1 A`."""
        index = self.comparison.roles[role].at(side)
        held = "".join(
            assignment.letters
            for activity in self._matrix(side).activities
            for assignment in activity.assignments
            if assignment.role == index
        )
        counts = [f"{held.count(letter)} {letter}" for letter in self.comparison.scheme.alphabet if letter in held]
        return ", ".join(counts) or "no letters"

    def owners(self, row: int, side: Side) -> str:
        """Who answers for an activity on one side, and who does the work: `A Account Executive, R Trainer`."""
        scheme, cells = self.comparison.scheme, self.comparison.cells(row, side)
        held = [
            f"{letter} {words.role_names(self.comparison, holders)}"
            for letter in (scheme.accountable, scheme.responsible)
            if letter and (holders := [role for role, cell in enumerate(cells) if letter in cell.letters])
        ]
        return ", ".join(held) or "blank"

    def _matrix(self, side: Side) -> Matrix:
        return _known(self.comparison.matrix(side))


def _known(found: Found | None) -> Found:
    """What a side has."""
    if found is None:
        raise ValueError("this side has no such thing")
    return found
