"""How this sheet tells a phase from an activity that nobody has filled in yet: both are rows without letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from raci_cli.layouts.columns import LabelColumns
from raci_cli.layouts.lines import Line, is_outline
from raci_cli.layouts.texts import starts_like
from raci_cli.layouts.vocabulary import PHASE

Test = Callable[[Line], bool]


Habit = Callable[[Sequence[Line], Sequence[Line], LabelColumns], Test | None]
"""A way of setting phases apart: given the lines without letters and those with letters, the test for it, or None
where the sheet does not have the habit."""


def test_for(found: Sequence[Line], labels: LabelColumns, roles: int) -> Test:
    """The test by the first habit the sheet has.

    Without any, every row without letters is a phase if one stands above the first activity, and none is if not, nor
    where there is a single role: it has no part in many an activity.
    """
    bare = [line for line in found if not line.lettered]
    lettered = [line for line in found if line.lettered]
    last = max((line.row for line in lettered), default=0)
    tests = (test for habit in HABITS if (test := habit(bare, lettered, labels)) is not None)
    leads = roles > 1 and len(bare) <= len(lettered)
    return next(tests, lambda line: leads and line.row < last and bare[0].row < lettered[0].row)


def _merged_bands(bare: Sequence[Line], _lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    return (lambda line: line.band) if any(line.band for line in bare) else None


def _nothing_filled_in(_bare: Sequence[Line], lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    return None if lettered else (lambda line: line.band)


def _outline_numbers(bare: Sequence[Line], lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    found = [*bare, *lettered]
    if not is_outline(found):
        return None
    parents = {line.number[:depth] for line in found for depth in range(1, len(line.number))}
    return lambda line: line.band or line.number in parents or not line.number


def _left_of_the_activities(bare: Sequence[Line], _lettered: Sequence[Line], labels: LabelColumns) -> Test | None:
    is_left = any(line.column < labels.activity for line in bare)
    return (lambda line: line.column < labels.activity) if is_left else None


def _less_indented(bare: Sequence[Line], lettered: Sequence[Line], labels: LabelColumns) -> Test | None:
    """Spaces before every activity, and fewer or none before phases and sections."""
    deep = min(line.indent for line in lettered)
    is_less = any(line.indent + 1 < deep and line.column == labels.activity for line in bare)
    return (lambda line: line.indent + 1 < deep) if is_less else None


def _phase_column(_bare: Sequence[Line], _lettered: Sequence[Line], labels: LabelColumns) -> Test | None:
    """Where a column says the phase, a row without letters is an activity."""
    return (lambda line: line.column < labels.activity) if labels.phases else None


def _set_off_by_gaps(bare: Sequence[Line], lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    """Blank rows stand above the phases and nowhere else."""
    top = min(line.row for line in (*bare, *lettered))
    inner = [line for line in bare if line.row > top]
    gaps = sum(line.after_gap for line in inner)
    if not gaps or any(line.after_gap for line in lettered[1:]) or gaps * 2 < len(inner):
        return None
    first = min(line.row for line in bare)
    return lambda line: line.after_gap or (line.row == first and first < lettered[0].row)


def _written_alike(bare: Sequence[Line], lettered: Sequence[Line], _labels: LabelColumns) -> Test | None:
    """Several rows without letters share a trait that rows with letters do not have."""
    for trait in (_is_numbered, _is_capitals, _is_called_phase, _ends_with_colon):
        if sum(map(trait, bare)) > 1 and sum(map(trait, lettered)) * 10 <= len(lettered):
            return _is_short_capitals if trait is _is_capitals else trait
    return None


def _unnumbered(_bare: Sequence[Line], lettered: Sequence[Line], labels: LabelColumns) -> Test | None:
    numbered = labels.numbers is not None and sum(map(_is_numbered, lettered)) * 2 > len(lettered)
    return (lambda line: not line.number) if numbered else None


HABITS: tuple[Habit, ...] = (
    _nothing_filled_in,
    _outline_numbers,
    _merged_bands,
    _phase_column,
    _left_of_the_activities,
    _less_indented,
    _written_alike,
    _unnumbered,
    _set_off_by_gaps,
)


def _is_numbered(line: Line) -> bool:
    return bool(line.number)


def _is_capitals(line: Line) -> bool:
    return line.text.isupper() and len(line.text) > 3


def _is_short_capitals(line: Line) -> bool:
    """Among phases in capitals, `QA` is one as well."""
    return line.text.isupper() and len(line.text) > 1


def _is_called_phase(line: Line) -> bool:
    return starts_like(line.text, PHASE)


def _ends_with_colon(line: Line) -> bool:
    return line.text.endswith(":")
