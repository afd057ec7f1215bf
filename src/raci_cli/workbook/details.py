"""The columns to the right of the check: what else is known about an activity."""

from __future__ import annotations

from typing import NamedTuple

from raci_cli.model import Activity, Matrix
from raci_cli.workbook.form import FLAG_DETAILS, PLACE_DETAILS, TEXT_DETAILS, YES


class Detail(NamedTuple):
    """One column: the field of an activity it shows."""

    field: str
    heading: str
    width: int

    @property
    def wrapped(self) -> bool:
        """Whether rows are as high as its texts need; what bands say already does not make a row higher."""
        return self.field not in PLACE_DETAILS


_MOST = {
    "id": 36,
    "due": 24,
    "moment_of_truth": 56,
    "four_eyes": 8,
    "automated": 13,
    "system": 22,
    "description": 88,
    "phase": 30,
    "section": 30,
}
"""The width of each column where its texts are long."""
_LEAST, _AROUND = 13, 4
_ALWAYS = TEXT_DETAILS | FLAG_DETAILS


def details_of(matrix: Matrix) -> tuple[Detail, ...]:
    """The columns for a matrix; those about phases only where it has any."""
    named = {"phase": bool(matrix.phases), "section": any(phase.sections for phase in matrix.phases)}
    places = {field: heading for field, heading in PLACE_DETAILS.items() if named[field]}
    shown = _ALWAYS | places
    return tuple(Detail(field, shown[field], _width(matrix, field)) for field in _MOST if field in shown)


def _width(matrix: Matrix, field: str) -> int:
    """As wide as its texts, within reason; a column without any is there to be filled in."""
    longest = max((len(value(activity, field)) for activity in matrix.activities), default=0)
    return min(max(longest + _AROUND, _LEAST), _MOST[field])


def value(activity: Activity, field: str) -> str:
    """The text of a detail; a flag is `yes` or blank."""
    said = getattr(activity, field)
    return YES if said is True else said or ""


def any_said(matrix: Matrix) -> bool:
    """Whether any activity has a detail, beside where it stands."""
    return any(getattr(activity, field) for activity in matrix.activities for field in _ALWAYS)
